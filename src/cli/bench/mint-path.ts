import { generateKeyPairSync, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { protectedHeader } from '../../labels/label-signature.ts';
import { signedText } from '../../labels/label-text.ts';
import { signingInput } from '../../labels/signing-job.ts';
import { PUBLIC_URL } from './benched-server.ts';
import { mint } from './demo-staff.ts';
import { type HotPath, perSecond } from './hot-path.ts';
import { atATime, inTurn, ratiosOf, secondsOf, spreadOf } from './rounds.ts';

const A_ROUND = 20_000;
/** Signatures under way: enough that libuv's threads never wait for us. */
const UNDER_WAY = 256;

/** From the request for a batch to its last unit stored, against ES256 signatures of the same texts and nothing else. */
export const mintPath: HotPath = {
  name: 'mint',
  prepare: async ({ warehouse }) => ({
    run: async ({ url }) => {
      const operator = warehouse.at(url);
      const signAll = rawSigning();
      const rounds = await inTurn(
        async () => A_ROUND / (await secondsOf(() => mint(operator, A_ROUND))),
        async () => A_ROUND / (await secondsOf(signAll)),
      );
      return [
        {
          what: 'mint',
          ours: perSecond(spreadOf(rounds.ours).median, 'units'),
          limit: `${perSecond(spreadOf(rounds.limit).median, 'signatures')} ES256 on all cores`,
          ratio: ratiosOf(rounds),
          wanted: 0.5,
          note: `batches of ${A_ROUND.toLocaleString('en')}`,
        },
      ];
    },
  }),
};

function rawSigning(): () => Promise<void> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const header = protectedHeader({ alg: 'ES256', kid: 'A'.repeat(43) });
  const texts = Array.from({ length: A_ROUND }, (_, place) =>
    signingInput(header, signedText(PUBLIC_URL, { gtin: '09521234100003', serial: String(place).padStart(12, '0') })),
  );
  const signOne = promisify(sign);
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  return () => atATime(UNDER_WAY, texts, (text) => signOne('sha256', text, key));
}
