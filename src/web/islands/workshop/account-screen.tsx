import { useState } from 'preact/hooks';
import type { Language } from '../../../kernel/words.ts';
import { FORMATS } from '../../design/formats.ts';
import { Notice } from '../../design/notice.tsx';
import { waiting } from './deed.ts';
import { Fact, Screen } from './screen.tsx';
import { OtherLanguage } from './sign-in-screen.tsx';
import { useSurroundings } from './surroundings.tsx';
import { ROLE_NAME, WORKSHOP_WORDS } from './workshop-words.ts';

/** Who speaks with owners. */
const ANSWERING: ReadonlySet<string> = new Set(['supervisor', 'advisor']);

/** Who works on this phone, in which language, and the way out. */
export function AccountScreen({ speak }: { readonly speak: (language: Language) => void }) {
  const { workplace, language } = useSurroundings();
  const words = WORKSHOP_WORDS[language];
  const { name, organisation, roles } = workplace.person!;
  const roleNames = roles.map((role) => ROLE_NAME[language][role as keyof (typeof ROLE_NAME)['zh']] ?? role);
  return (
    <Screen title={name}>
      <section class="card">
        <dl class="facts">
          <Fact name={words.organisation}>{organisation.names[language]}</Fact>
          <Fact name={words.roles}>{FORMATS[language].list(roleNames)}</Fact>
          <Fact name={words.language}>
            <OtherLanguage speak={speak} />
          </Fact>
        </dl>
      </section>
      <section class="card stack">
        {roles.some((role) => ANSWERING.has(role)) && (
          <a class="more" href="/questions">
            {words.questions}
          </a>
        )}
        <a class="more" href="/scanner-test">
          {words.scannerTest}
        </a>
        <div>
          <b>{words.install}</b>
          <p class="soft">{words.installHow}</p>
        </div>
      </section>
      <SignOut />
    </Screen>
  );
}

/** Who leaves while something waits is told what becomes of it. */
function SignOut() {
  const { workplace, language } = useSurroundings();
  const words = WORKSHOP_WORDS[language];
  const [isAsking, setAsking] = useState(false);
  const [isSilent, setSilent] = useState(false);
  const count = waiting(workplace.outbox.deeds).length;
  const leave = (): void => void workplace.signOut().then((isOut) => setSilent(!isOut));
  if (!isAsking)
    return (
      <button type="button" onClick={() => (count > 0 ? setAsking(true) : leave())}>
        {words.signOut}
        {isSilent && <span class="soft under">{words.signOutSilent}</span>}
      </button>
    );
  return (
    <section class="card stack" role="alertdialog" aria-label={words.signOut}>
      <Notice state="caution">{words.signOutWith(count)}</Notice>
      {isSilent && <p class="soft">{words.signOutSilent}</p>}
      <button type="button" class="main" onClick={() => setAsking(false)}>
        {words.stay}
      </button>
      <button type="button" onClick={leave}>
        {words.signOutAnyway}
      </button>
    </section>
  );
}
