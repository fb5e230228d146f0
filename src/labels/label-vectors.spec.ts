import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as bwip from 'bwip-js';
import { projectRoot } from '../config/project-root.ts';
import { isGtin14 } from '../kernel/gtin.ts';
import { LabelKeys, verifyLabel, type LabelAlg, type LabelCheck, type PublishedKey } from './label-signature.ts';
import { LabelSigner } from './label-signer.ts';
import { labelText, parseLabel, signedText, type ParsedLabel } from './label-text.ts';

const FOLDER = join(projectRoot, 'test/vectors/labels');

/** See docs/label-format.md, "Test vectors". */
interface Vector {
  readonly description: string;
  readonly origin: string;
  readonly text: string;
  readonly keys: readonly PublishedKey[];
  readonly expect: Readonly<Record<string, unknown>> & { readonly kind: string; readonly signature: string };
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
const vectors = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ name: file.replace('.json', ''), vector: read(file) as Vector }));
const good = vectors.filter(({ vector }) => vector.expect.signature === 'true');

/** Both answers in the words of a vector: the signature's bytes and the text itself say nothing more. */
function told(parsed: ParsedLabel, check: LabelCheck): object {
  const { signature: _bytes, text: _text, ...seen } = { signature: null, text: null, ...parsed };
  if (check.signature !== 'true') return { ...seen, ...check };
  const { cutOffAt, ...rest } = check;
  return { ...seen, ...rest, cutOff: cutOffAt?.toISOString() ?? null };
}

it('has a fault a file, and enough of them', () => expect(vectors.length).toBeGreaterThan(100));

test.each(vectors)('verify: $name', async ({ vector: { origin, text, keys, expect: expected } }) => {
  const parsed = parseLabel(text, origin);
  expect(told(parsed, await verifyLabel(parsed, await LabelKeys.from(keys)))).toEqual(expected);
});

describe('sign', () => {
  type TestKey = JsonWebKey & { readonly kid: string; readonly alg: LabelAlg };
  const testKeys = Object.values(read('support/test-keys.json') as Record<string, TestKey | string>).filter(
    (key): key is TestKey => typeof key !== 'string',
  );

  test.each(good)('$name', async ({ vector }) => {
    const { gtin, lot, serial, keyHint, kid } = vector.expect as unknown as Record<string, string>;
    const printed = vector.text.toUpperCase();
    const unit = { gtin: gtin!, serial: serial!, ...(lot !== undefined && { lot }) };
    const label = parseLabel(vector.text, vector.origin);
    if (label.kind !== 'label') throw new Error(label.kind);
    expect(labelText(signedText(vector.origin, unit), keyHint!, label.signature)).toBe(printed);

    const { alg, ...jwk } = testKeys.find((key) => key.kid === kid)!;
    const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
    const signer = new LabelSigner({ kid: kid!, alg, privateKey, gs1Prefix: null }, vector.origin);
    const { text } = await signer.sign(unit);
    // ECDSA takes a random number into each signature, Ed25519 does not.
    if (alg === 'Ed25519') expect(text).toBe(printed);
    else expect(text.slice(0, -103)).toBe(printed.slice(0, -103));
    const keys = await LabelKeys.from(vector.keys);
    expect(await verifyLabel(parseLabel(text, vector.origin), keys)).toMatchObject({ signature: 'true', kid });
  });
});

describe('GS1 Digital Link', () => {
  const strictly = (text: string): unknown => bwip.raw({ bcid: 'gs1dlqrcode', text });

  test.each(good.filter(({ vector }) => vector.text === vector.text.toUpperCase()))(
    'an independent strict implementation takes $name',
    ({ vector }) => expect(() => strictly(vector.text)).not.toThrow(),
  );

  test.each(['check-digit', 'lot-after-serial', 'serial-twice', 'gtin-letter'])('and refuses %s, as we do', (name) => {
    const { text } = vectors.find((vector) => vector.name === name)!.vector;
    expect(() => strictly(text)).toThrow(/bwipp\.GS1/);
  });
});

describe('the GS1 syntax engine’s own vectors', () => {
  const file = join(projectRoot, '../shared/vectors/gs1-digital-link/parse.json');
  if (!existsSync(file)) {
    it.skip('are not at ../shared/vectors/gs1-digital-link/parse.json', () => undefined);
    return;
  }
  interface Theirs {
    readonly uri: string;
    readonly valid: boolean;
    readonly elements: string;
  }
  const theirs = JSON.parse(readFileSync(file, 'utf8')) as Theirs[];
  const validOnes = theirs.filter(({ valid }) => valid);

  it('agree about check digits', () => {
    const gtins = validOnes.flatMap(({ elements }) => /^\^01(\d{14})/.exec(elements)?.[1] ?? []);
    expect(gtins.length).toBeGreaterThan(20);
    expect(gtins.filter((gtin) => !isGtin14(gtin))).toEqual([]);
  });

  it('never refuse what we take', () => {
    const valid = new Set(validOnes.map(({ uri }) => uri));
    const taken = theirs.filter(({ uri }) => parseLabel(uri, 'https://id.gs1.org').kind !== 'unreadable');
    expect(taken.filter(({ uri }) => !valid.has(uri))).toEqual([]);
  });

  it('read GTIN, lot and serial as we do, once the serial has our length', () => {
    const ours = validOnes.filter(({ uri }) => /^https:\/\/id\.gs1\.org\/01\/\d{14}(\/10\/\w+)?\/21\/12345$/.test(uri));
    expect(ours).not.toEqual([]);
    for (const { uri, elements } of ours) {
      const parsed = parseLabel(`${uri}6789012`, 'https://id.gs1.org');
      if (parsed.kind !== 'unsigned') throw new Error(parsed.kind);
      const lot = parsed.lot === undefined ? '' : `10${parsed.lot}^`;
      expect(`^01${parsed.gtin}${lot}21${parsed.serial}`).toBe(`${elements}6789012`);
    }
  });
});
