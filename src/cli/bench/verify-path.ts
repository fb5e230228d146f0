import { createPublicKey, verify } from 'node:crypto';
import { promisify } from 'node:util';
import {
  LabelKeys,
  protectedHeader,
  type PublishedKey,
  signedPart,
  verifyLabel,
} from '../../labels/label-signature.ts';
import { type Label, parseLabel } from '../../labels/label-text.ts';
import { signingInput } from '../../labels/signing-job.ts';
import { isPrintedText } from '../../verification/verification.service.ts';
import { PUBLIC_URL } from './benched-server.ts';
import { codesOf, mint } from './demo-staff.ts';
import { type HotPath, perSecond, type Row } from './hot-path.ts';
import { atATime, inTurn, ratiosOf, secondsOf, type Side, spreadOf } from './rounds.ts';

const LABELS = 5_000;
const UNDER_WAY = 64;
/** Comparing is quick: a round of it goes through the labels as often as this. */
const TIMES = 20;

/** From a scanned text to what its signature says, against the curve operation alone. No database is asked. */
export const verifyPath: HotPath = {
  name: 'verify',
  async prepare({ warehouse }) {
    const codes = await codesOf(warehouse, await mint(warehouse, LABELS));
    return {
      run: async ({ url }) => {
        const { keys } = (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: PublishedKey[] };
        const ready = await LabelKeys.from(keys);
        const labels = await Promise.all(codes.map((code) => signedLabel(code, ready)));
        const raw = rawVerifying(labels, keys);
        return [
          await row('verify, text as printed', () => compareAll(codes, labels), LABELS * TIMES, raw),
          await row('verify, any other text', () => checkAll(codes, ready), LABELS, raw),
        ];
      },
    };
  },
};

interface SignedLabel extends Label {
  readonly kid: string;
}

async function signedLabel(code: string, keys: LabelKeys): Promise<SignedLabel> {
  const label = parseLabel(code, PUBLIC_URL);
  const check = await verifyLabel(label, keys);
  if (label.kind !== 'label' || check.signature !== 'true') throw new Error(`not a label to measure with: ${code}`);
  return { ...label, kid: check.kid };
}

/** As a scan does for a unit that it has found: the text that was printed costs no curve operation. */
async function compareAll(codes: readonly string[], labels: readonly SignedLabel[]): Promise<void> {
  const units = labels.map(({ kid, signature }) => ({ key: { kid }, signature: Buffer.from(signature) }));
  for (let time = 0; time < TIMES; time++) {
    for (const [place, code] of codes.entries()) {
      const label = parseLabel(code, PUBLIC_URL);
      if (label.kind !== 'label' || !isPrintedText(label, units[place]!)) throw new Error(`not as printed: ${code}`);
    }
  }
}

const checkAll = (codes: readonly string[], keys: LabelKeys): Promise<void> =>
  atATime(UNDER_WAY, codes, (code) => signedLabel(code, keys));

function rawVerifying(labels: readonly SignedLabel[], published: readonly PublishedKey[]): Side {
  const keys = new Map(
    published.map(({ kty, crv, x, y, kid, alg }) => [
      kid,
      { header: protectedHeader({ kid, alg }), key: createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' }) },
    ]),
  );
  const ready = labels.map((label) => {
    const { header, key } = keys.get(label.kid)!;
    return { data: signingInput(header, signedPart(label)), key, signature: label.signature };
  });
  const verifyOne = promisify(verify);
  const check = async ({ data, key, signature }: (typeof ready)[number]) => {
    const isTrue = await verifyOne('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature);
    if (!isTrue) throw new Error('a true signature was found false');
  };
  return async () => LABELS / (await secondsOf(() => atATime(UNDER_WAY, ready, check)));
}

async function row(what: string, ours: () => Promise<void>, checks: number, raw: Side): Promise<Row> {
  const rounds = await inTurn(async () => checks / (await secondsOf(ours)), raw);
  return {
    what,
    ours: perSecond(spreadOf(rounds.ours).median, 'labels'),
    limit: `${perSecond(spreadOf(rounds.limit).median, 'checks')} ES256 on all cores`,
    ratio: ratiosOf(rounds),
  };
}
