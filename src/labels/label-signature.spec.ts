import { generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint, compactVerify, createLocalJWKSet } from 'jose';
import { ALPHABET, encodeCrockford } from './crockford.ts';
import {
  compactJws,
  isLowS,
  keyHintOf,
  LABEL_ALGS,
  LabelKeys,
  verifyLabel,
  type LabelAlg,
  type PublishedKey,
} from './label-signature.ts';
import { LabelSigner } from './label-signer.ts';
import { labelText, parseLabel, type Label } from './label-text.ts';

const ORIGIN = 'https://parts.example.com';
const UNIT = { gtin: '09521234100003', lot: 'L26K01', serial: '7Q3K9D0A2FXM' };
const FORGED = { signature: 'false' };

interface Pair {
  readonly published: PublishedKey;
  readonly signer: LabelSigner;
}

async function pair(alg: LabelAlg, over: Partial<PublishedKey> = {}): Promise<Pair> {
  const { publicKey, privateKey } =
    alg === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = await calculateJwkThumbprint(jwk);
  const published: PublishedKey = {
    ...jwk,
    kid,
    alg,
    use: 'sig',
    maker: 'CH',
    gs1Prefix: '9521234',
    status: 'active',
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: null,
    cutOff: null,
    ...over,
  };
  return { published, signer: new LabelSigner({ kid, alg, privateKey, gs1Prefix: published.gs1Prefix }, ORIGIN) };
}

const read = (text: string): Label => {
  const parsed = parseLabel(text, ORIGIN);
  if (parsed.kind !== 'label') throw new Error(`${parsed.kind}: ${text}`);
  return parsed;
};

describe.each(LABEL_ALGS)('%s', (alg) => {
  let key: Pair;
  let keys: LabelKeys;
  let text: string;
  beforeAll(async () => {
    key = await pair(alg);
    keys = await LabelKeys.from([key.published, (await pair(alg, { maker: 'OTHER' })).published]);
    ({ text } = await key.signer.sign(UNIT));
  });

  it('verifies what it signed, in any case', async () => {
    const { kid } = key.published;
    const expected = { signature: 'true', kid, maker: 'CH', keyStatus: 'active', cutOffAt: null };
    expect(await verifyLabel(read(text), keys)).toEqual(expected);
    expect(await verifyLabel(read(text.toLowerCase()), keys)).toEqual(expected);
  });

  it('is a JWS that any JOSE library checks', async () => {
    const jws = compactJws(read(text), key.published);
    const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet({ keys: [key.published] }));
    expect(new TextDecoder().decode(payload)).toBe(
      'https://parts.example.com/01/09521234100003/10/L26K01/21/7Q3K9D0A2FXM',
    );
    expect(protectedHeader).toEqual({ alg, kid: key.published.kid });
  });

  it('signs many in their order, each with one spelling', async () => {
    const units = Array.from({ length: 200 }, (_, i) => ({
      ...UNIT,
      serial: encodeCrockford(serialBytes(i)).slice(1),
    }));
    const labels = await Promise.all(units.map((unit) => key.signer.sign(unit)));
    expect(labels.map(({ serial }) => serial)).toEqual(units.map(({ serial }) => serial));
    for (const label of labels) {
      if (alg === 'ES256') expect(isLowS(label.signature)).toBe(true);
      expect(Buffer.from(read(label.text).signature)).toEqual(label.signature);
      expect((await verifyLabel(read(label.text), keys)).signature).toBe('true');
    }
  });

  it('takes no text with one character changed, added or left out for true', async () => {
    for (let at = 0; at < text.length; at++) {
      const others = [...Array.from({ length: 3 }, () => ALPHABET[Math.floor(Math.random() * 32)]!), '/', '?'];
      for (const other of others.filter((character) => character !== text[at])) {
        for (const length of [0, 1]) await expectRefused(text.slice(0, at) + other + text.slice(at + length));
      }
      await expectRefused(text.slice(0, at) + text.slice(at + 1));
    }
  });

  async function expectRefused(changed: string): Promise<void> {
    const parsed = parseLabel(changed, ORIGIN);
    expect({ changed, ...(await verifyLabel(parsed, keys)) }).not.toMatchObject({ signature: 'true' });
  }

  it('does not verify on another host', async () => {
    const elsewhere = text.replace('PARTS.EXAMPLE.COM', 'PARTS.EXAMPLE.NET');
    expect(await verifyLabel(parseLabel(elsewhere, 'https://parts.example.net'), keys)).toEqual(FORGED);
  });

  it('does not verify what another maker’s key signed', async () => {
    const thief = await pair(alg, { gs1Prefix: '9529999', maker: 'THIEF' });
    await expect(thief.signer.sign(UNIT)).rejects.toThrow('signs GTINs of prefix 9529999 only');
    const careless = await pair(alg, { gs1Prefix: null });
    const { text } = await careless.signer.sign(UNIT);
    const strict = await LabelKeys.from([{ ...careless.published, gs1Prefix: '9529999' }]);
    expect(await verifyLabel(read(text), strict)).toEqual(FORGED);
  });

  it('does not verify with no key of its hint, or under the hint of another', async () => {
    const none = await LabelKeys.from([(await pair(alg)).published]);
    expect(await verifyLabel(read(text), none)).toEqual(FORGED);
    const hint = keyHintOf(key.published.kid);
    expect(await verifyLabel(read(text.replace(`?S=${hint}`, '?S=0000')), keys)).toEqual(FORGED);
  });

  it('tells of a revoked key and its cut-off', async () => {
    const revoked = { ...key.published, status: 'revoked', cutOff: '2026-05-01T00:00:00Z' } as const;
    expect(await verifyLabel(read(text), await LabelKeys.from([revoked]))).toMatchObject({
      signature: 'true',
      keyStatus: 'revoked',
      cutOffAt: new Date('2026-05-01T00:00:00Z'),
    });
  });
});

it('tries every key that shares the hint', async () => {
  const right = await pair('ES256');
  const wrong = await pair('Ed25519');
  const hint = keyHintOf(right.published.kid);
  // A second key with the same 20 bits: its kid is only read for the hint, and a real one would take a million tries.
  const namesake = { ...wrong.published, kid: right.published.kid };
  const { text } = await right.signer.sign(UNIT);
  expect(text).toContain(`?S=${hint}`);
  for (const order of [
    [namesake, right.published],
    [right.published, namesake],
  ]) {
    expect((await verifyLabel(read(text), await LabelKeys.from(order))).signature).toBe('true');
  }
});

it('refuses the twin signature (r, n − s)', async () => {
  const key = await pair('ES256');
  const { signature, text } = await key.signer.sign(UNIT);
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const twinS = (order - BigInt(`0x${signature.toString('hex', 32)}`)).toString(16).padStart(64, '0');
  const twin = Buffer.concat([signature.subarray(0, 32), Buffer.from(twinS, 'hex')]);
  const label = read(labelText(text.slice(0, text.indexOf('?')), keyHintOf(key.published.kid), twin));
  const jwks = createLocalJWKSet({ keys: [key.published] });
  await expect(compactVerify(compactJws(label, key.published), jwks)).resolves.toBeDefined();
  expect(await verifyLabel(label, await LabelKeys.from([key.published]))).toEqual(FORGED);
});

it('has nothing to check where there is no signature', async () => {
  const keys = await LabelKeys.from([]);
  for (const code of ['7Q3K9D0A2FXM', '', `HTTPS://EVIL.TEST/01/09521234100003/21/7Q3K9D0A2FXM`]) {
    expect(await verifyLabel(parseLabel(code, ORIGIN), keys)).toEqual({ signature: 'none' });
  }
});

it('takes the hint from the first 20 bits of the thumbprint', () => {
  // RFC 7638's own example; 37 36 cb … → 00110 11100 11011 01100
  expect(keyHintOf('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs')).toBe('6WVC');
});

function serialBytes(n: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(n, 4);
  return bytes;
}
