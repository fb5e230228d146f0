import { LABEL_ALGS } from '../../labels/label-signature.ts';
import type { KeyReach } from '../../labels/key-reach.query.ts';
import type { SigningKeyDto } from '../../labels/signing-key.dto.ts';
import type { Language } from '../../kernel/words.ts';
import { DateField, LongText, Select } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { KEY_WORDS } from './key-words.ts';

/** What a rotation does, and the button that does it. */
export function RotationPage({ language }: { readonly language: Language }) {
  const words = KEY_WORDS[language];
  const algs = Object.fromEntries(LABEL_ALGS.map((alg) => [alg, alg]));
  return (
    <div class="stack middle">
      <h1>{words.rotate}</h1>
      <section class="card stack">
        <p>{words.rotateMeans}</p>
        <ul class="bullets">
          <li>{words.rotateNew}</li>
          <li>{words.rotateOld}</li>
          <li>{words.rotateLabels}</li>
          <li>{words.rotateOthers}</li>
        </ul>
        <form class="fields act" method="post" action="/maker/keys/rotation">
          <Select label={words.newAlg} name="alg" choices={algs} />
          <button class="main">{words.rotateNow}</button>
        </form>
        <Back language={language} />
      </section>
    </div>
  );
}

interface RevocationProps {
  readonly signingKey: SigningKeyDto;
  readonly language: Language;
  /** The present, as a local time: no cut-off lies behind it. */
  readonly now: string;
}

/** First step: since when, and why. */
export function RevocationPage({ signingKey, language, now }: RevocationProps) {
  const words = KEY_WORDS[language];
  return (
    <div class="stack middle">
      <h1>{words.revokeTitle}</h1>
      <p class="code">{signingKey.kid}</p>
      <section class="card stack">
        <Notice state="caution">{words.revokeWhen}</Notice>
        <form class="fields act" method="post" action={`/maker/keys/${signingKey.kid}/revocation`}>
          <DateField label={words.cutOff} name="cutOff" isTimed max={now} required />
          <p class="soft">{words.cutOffMeans}</p>
          <LongText label={words.reason} name="reason" most={500} />
          <button class="main">{words.look}</button>
        </form>
        <Back language={language} />
      </section>
    </div>
  );
}

interface ConsequencesProps extends Omit<RevocationProps, 'now'> {
  readonly reach: KeyReach;
  /** As it was typed. */
  readonly cutOff: string;
  readonly cutOffAt: string;
  readonly reason: string;
}

/** Second step: what it would do. Only this button does it. */
export function ConsequencesPage({ signingKey, reach, cutOff, cutOffAt, reason, language }: ConsequencesProps) {
  const words = KEY_WORDS[language];
  const formats = FORMATS[language];
  return (
    <div class="stack middle">
      <h1>{words.revokeTitle}</h1>
      <p class="code">{signingKey.kid}</p>
      <section class="card stack">
        <dl class="facts">
          <dt>{words.cutOff}</dt>
          <dd>{formats.time(cutOffAt)}</dd>
          <dt>{words.reason}</dt>
          <dd class="prose">{reason}</dd>
        </dl>
        <Notice state="suspect" title={words.willHappen}>
          <ul class="bullets">
            <li>{words.staysGood(formats.number(reach.signed - reach.after))}</li>
            <li>{words.goesBad(formats.number(reach.after))}</li>
            <li>{signingKey.status === 'active' ? words.nextKey : words.stays}</li>
            <li>{words.forGood}</li>
          </ul>
        </Notice>
        <form class="fields act" method="post" action={`/maker/keys/${signingKey.kid}/revocation`}>
          <input type="hidden" name="cutOff" value={cutOff} />
          <input type="hidden" name="reason" value={reason} />
          <button class="main" name="isConfirmed" value="on">
            {words.revokeNow}
          </button>
        </form>
        <Back language={language} />
      </section>
    </div>
  );
}

function Back({ language }: { readonly language: Language }) {
  return (
    <p class="act">
      <a href="/maker/keys">{KEY_WORDS[language].back}</a>
    </p>
  );
}
