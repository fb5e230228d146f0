import type { SigningKeyDto } from '../../labels/signing-key.dto.ts';
import type { Language } from '../../kernel/words.ts';
import { Chip } from '../design/chip.tsx';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { KEY_STATUS, KEY_WORDS } from './key-words.ts';

interface KeysProps {
  readonly keys: readonly SigningKeyDto[];
  readonly language: Language;
  /** Who may change keys is shown how; an analyst only reads. */
  readonly isCustodian: boolean;
  readonly isSaved: boolean;
}

/** The keys that labels were and are signed with, newest first. */
export function KeysPage({ keys, language, isCustodian, isSaved }: KeysProps) {
  const words = KEY_WORDS[language];
  return (
    <div class="stack middle">
      {isSaved && <Notice state="good" role="status" title={words.saved} />}
      <div class="over">
        <h1>{words.keys}</h1>
        {isCustodian && (
          <a class="end act" href="/maker/keys/rotation">
            {words.rotate}
          </a>
        )}
      </div>
      <p class="soft">{words.lead}</p>
      {keys.length === 0 && <p class="card empty">{words.none}</p>}
      {keys.map((key) => (
        <Key key={key.kid} signingKey={key} language={language} isCustodian={isCustodian} />
      ))}
    </div>
  );
}

const STATE_OF = { active: 'good', retired: 'plain', revoked: 'suspect' } as const;

interface KeyProps extends Pick<KeysProps, 'language' | 'isCustodian'> {
  readonly signingKey: SigningKeyDto;
}

function Key({ signingKey, language, isCustodian }: KeyProps) {
  const words = KEY_WORDS[language];
  const formats = FORMATS[language];
  const { kid, alg, status, notBefore, notAfter, cutOff, reason } = signingKey;
  return (
    <section class="card stack">
      <div class="over">
        <Chip state={STATE_OF[status]}>{KEY_STATUS[language][status]}</Chip>
        {isCustodian && (
          <a class="end act" href={`/maker/keys/${kid}/revocation`} aria-label={`${words.revoke} ${kid}`}>
            {status === 'revoked' ? words.earlier : words.revoke}
          </a>
        )}
      </div>
      <dl class="facts">
        <dt>{words.kid}</dt>
        <dd class="code">{kid}</dd>
        <dt>{words.alg}</dt>
        <dd>{alg}</dd>
        <dt>{notAfter === null ? words.since : words.from}</dt>
        <dd>{formats.time(notBefore)}</dd>
        {notAfter !== null && (
          <>
            <dt>{words.to}</dt>
            <dd>{formats.time(notAfter)}</dd>
          </>
        )}
        {cutOff !== null && (
          <>
            <dt>{words.cutOff}</dt>
            <dd>{formats.time(cutOff)}</dd>
          </>
        )}
        {reason !== null && (
          <>
            <dt>{words.reason}</dt>
            <dd class="prose">{reason}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
