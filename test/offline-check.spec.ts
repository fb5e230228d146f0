import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/config/project-root.ts';
import type { PublishedKey } from '../src/labels/label-signature.ts';
import { type OfflineCheck, PinnedKeys } from '../src/web/islands/workshop/offline-check.ts';
import { offlineLook } from '../src/web/islands/workshop/offline-look.ts';

const FOLDER = join(projectRoot, 'test/vectors/labels');

/** See docs/label-format.md, “Test vectors”. */
interface Vector {
  readonly origin: string;
  readonly text: string;
  readonly keys: readonly PublishedKey[];
  readonly expect: { readonly kind: string; readonly signature: string; readonly keyStatus?: string };
}

const vectors = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({
    name: file.replace('.json', ''),
    vector: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Vector,
  }));

const checked = async ({ text, origin, keys }: Vector, pinned = keys): Promise<OfflineCheck> =>
  (await PinnedKeys.from(pinned)).check(text, origin);

/** What a phone may say of each kind of answer that the server would give. */
const MAY_BE: Readonly<Record<string, readonly OfflineCheck['kind'][]>> = {
  'label true': ['signed'],
  'label false': ['forged', 'cannotTell'],
  'unsigned none': ['unsigned'],
  'foreignHost none': ['foreign'],
  'unreadable none': ['unreadable'],
};

test.each(vectors)('$name', async ({ vector }) => {
  const { kind, signature } = vector.expect;
  expect(MAY_BE[`${kind} ${signature}`]).toContain((await checked(vector)).kind);
});

const vector = (name: string): Vector => vectors.find((each) => each.name === name)!.vector;

test.each([
  { name: 'a true signature', of: 'good', kind: 'signed', look: 'noted' },
  { name: 'a key that was revoked', of: 'good-revoked-key', kind: 'signed', look: 'noted' },
  { name: 'a bit of the signature changed', of: 'forged-signature-bit', kind: 'forged', look: 'doubtful' },
  { name: 'a key that this phone has never heard of', of: 'forged-unknown-key', kind: 'cannotTell', look: 'noted' },
  { name: 'another site', of: 'foreign-look-alike', kind: 'foreign', look: 'doubtful' },
  { name: 'a serial typed by hand', of: 'typed-serial', kind: 'unsigned', look: 'noted' },
  { name: 'a label cut in its serial', of: 'cut-in-the-serial', kind: 'unreadable', look: 'unreadable' },
] as const)('$name is $kind and looks $look', async ({ of, kind, look }) => {
  const check = await checked(vector(of));
  expect(check.kind).toBe(kind);
  expect(offlineLook(check)).toBe(look);
});

describe('the line on the phone asks for', () => {
  const asked = (gtins: readonly string[], approved = 'CH-1') => ({
    partNumber: 'CH-1',
    gtins,
    approval: { partNumber: approved, category: 'original', quantity: 1, priceCap: null } as const,
  });
  const { gtin } = vector('good').expect as { gtin?: string };
  test.each([
    { name: 'this part', of: 'good', line: asked(['00000000000000', gtin!]), look: 'noted' },
    { name: 'another part', of: 'good', line: asked(['00000000000000']), look: 'otherPart' },
    { name: 'a part that no catalogue knows', of: 'good', line: asked([]), look: 'noted' },
    { name: 'another number than was approved', of: 'good', line: asked(['00000000000000'], 'CH-2'), look: 'noted' },
    { name: 'a part, and a serial was typed', of: 'typed-serial', line: asked(['00000000000000']), look: 'noted' },
    { name: 'a part, and the code is forged', of: 'forged-signature-bit', line: asked([gtin!]), look: 'doubtful' },
  ] as const)('$name: $look', async ({ of, line, look }) =>
    expect(offlineLook(await checked(vector(of)), line)).toBe(look),
  );
});

test('a phone without keys accuses nobody', async () =>
  expect(await checked(vector('forged-signature-bit'), [])).toEqual({ kind: 'cannotTell' }));

test('a revoked key is told', async () =>
  expect(await checked(vector('good-revoked-key'))).toMatchObject({ isKeyRevoked: true }));

test('a key that this browser cannot check takes nothing from the others', async () => {
  const { keys } = vector('good');
  const strange = { ...keys[0]!, kid: 'AAAAAAAA', crv: 'P-999' };
  expect((await checked(vector('good'), [strange, ...keys])).kind).toBe('signed');
});
