import { useState } from 'preact/hooks';
import { serialInGroups } from '../../../labels/label-text.ts';
import { Icon, type IconName, type State } from '../../design/icons.tsx';
import { Notice } from '../../design/notice.tsx';
import type { Claims, Outcome, Verdict, VerdictUnit } from './contract.ts';
import { gateAfter } from './gate.ts';
import { VERDICT_WORDS } from '../scanning/scanning-words.ts';
import type { OfflineCheck } from './offline-check.ts';
import type { OfflineLook } from './offline-look.ts';
import type { ScanWish } from './outbox.ts';
import { Fact } from './screen.tsx';
import { useSurroundings } from './surroundings.tsx';
import { READING_WORDS } from './verdict-words.ts';

/** How an outcome looks where it does not fill the screen. */
export const LOOK: Readonly<Record<Outcome, { readonly state: State; readonly icon: IconName }>> = {
  consistent: { state: 'good', icon: 'good' },
  caution: { state: 'caution', icon: 'caution' },
  suspect: { state: 'suspect', icon: 'suspect' },
  unknown: { state: 'unknown', icon: 'unknown' },
  unreadable: { state: 'plain', icon: 'unread' },
};

interface VerdictCardProps {
  readonly verdict: Verdict;
  readonly onFit?: ((needsReason: boolean) => void) | undefined;
  /** Somebody looked at the part itself: scan again with what they saw. */
  readonly onLook: (seen: Pick<ScanWish, 'seal' | 'partNumberSeen'>) => void;
}

/** A verdict to read: what to do, why, and the three claims apart. */
export function VerdictCard({ verdict, onFit, onLook }: VerdictCardProps) {
  const { language } = useSurroundings();
  const { outcome, nextStep, findings, claims, unit } = verdict;
  const { state, icon } = LOOK[outcome];
  return (
    <div class="stack">
      <section class={`card with verdict ${state}`}>
        <Icon name={icon} />
        <div>
          <h2>{VERDICT_WORDS[language][outcome]}</h2>
          <p>{nextStep[language]}</p>
        </div>
      </section>
      {findings
        .filter(({ level }) => level >= 2)
        .map(({ rule, level, message }) => (
          <Notice key={rule} state={level >= 5 ? 'suspect' : level >= 3 ? 'caution' : 'plain'}>
            {message[language]}
          </Notice>
        ))}
      {onFit && <Passage verdict={verdict} onFit={onFit} />}
      {(outcome === 'suspect' || outcome === 'unknown') && <QuarantineGuide />}
      {unit && outcome !== 'suspect' && claims.physicallyChecked === null && <LookAtPart unit={unit} onLook={onLook} />}
      <ClaimList claims={claims} />
      {unit && <UnitFacts unit={unit} />}
    </div>
  );
}

interface PassageProps {
  readonly verdict: Verdict;
  readonly onFit: (needsReason: boolean) => void;
}

function Passage({ verdict, onFit }: PassageProps) {
  const { workplace, language } = useSurroundings();
  const words = READING_WORDS[language];
  const gate = gateAfter(verdict);
  if (gate === 'shut') return null;
  if (gate === 'supervisor' && !workplace.may('supervisor'))
    return <Notice state="plain">{words.needsSupervisor}</Notice>;
  const said = { open: words.fit, reason: words.fitWithReason, supervisor: words.fitAsSupervisor }[gate];
  return (
    <button type="button" class={gate === 'open' ? 'main' : ''} onClick={() => onFit(gate !== 'open')}>
      {said}
    </button>
  );
}

/** What to do with a part that must not go into a car: in order, and to the end. */
export function QuarantineGuide() {
  const { language } = useSurroundings();
  const words = READING_WORDS[language];
  return (
    <section class="card guide">
      <h2>{words.quarantine}</h2>
      <ol class="steps">
        {words.quarantineSteps.split('\n').map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

interface LookAtPartProps {
  readonly unit: VerdictUnit;
  readonly onLook: (seen: Pick<ScanWish, 'seal' | 'partNumberSeen'>) => void;
}

/** The third claim can only be made by eyes. */
function LookAtPart({ unit, onLook }: LookAtPartProps) {
  const { language } = useSurroundings();
  const words = READING_WORDS[language];
  const [isOther, setOther] = useState(false);
  const report = (event: SubmitEvent): void => {
    event.preventDefault();
    const seen = new FormData(event.currentTarget as HTMLFormElement).get('seen') as string;
    onLook({ partNumberSeen: seen.trim() });
  };
  return (
    <section class="card stack">
      <div>
        <h2>{words.look}</h2>
        <p>{words.lookHow(unit.partNumber)}</p>
      </div>
      <div class="choices">
        <button type="button" onClick={() => onLook({ seal: 'intact', partNumberSeen: unit.partNumber })}>
          {words.looksRight}
        </button>
        <button type="button" onClick={() => onLook({ seal: 'broken', partNumberSeen: unit.partNumber })}>
          {words.sealBroken}
        </button>
        <button type="button" aria-expanded={isOther} onClick={() => setOther(!isOther)}>
          {words.otherNumber}
        </button>
      </div>
      {isOther && (
        <form onSubmit={report}>
          <label>
            <span>{words.numberSeen}</span>
            <input name="seen" required maxlength={40} autocomplete="off" autocapitalize="characters" />
          </label>
          <button class="main">{words.report}</button>
        </form>
      )}
    </section>
  );
}

/** Never summed up: what one says, the others do not. */
export function ClaimList({ claims }: { readonly claims: Claims }) {
  const { language } = useSurroundings();
  const words = READING_WORDS[language];
  const rows = [
    ['issuedByMaker', 'suspect', words.open],
    ['recordsAgree', 'caution', words.open],
    ['physicallyChecked', 'suspect', words.notLooked],
  ] as const;
  return (
    <section class="card">
      <h2>{words.claims}</h2>
      <ul class="claims">
        {rows.map(([claim, ifNot, unsaid]) => {
          const holds = claims[claim];
          const state = holds === null ? 'plain' : holds ? 'good' : ifNot;
          return (
            <li key={claim} class={`with ${state}`}>
              <Icon name={state} />
              <span>{words[claim]}</span>
              <b class="say">{holds === null ? unsaid : holds ? words.yes : words.no}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function UnitFacts({ unit }: { readonly unit: VerdictUnit }) {
  const { language } = useSurroundings();
  const words = READING_WORDS[language];
  return (
    <section class="card">
      <h2>{unit.name[language]}</h2>
      <dl class="facts">
        <Fact name={words.serial}>
          <b class="code">{serialInGroups(unit.serial)}</b>
        </Fact>
        <Fact name={words.lot}>{unit.lot && <span class="code">{unit.lot}</span>}</Fact>
      </dl>
      <p class="code soft">{unit.partNumber}</p>
    </section>
  );
}

interface NotedCardProps {
  readonly check: OfflineCheck;
  readonly look: OfflineLook;
  readonly onFit?: (() => void) | undefined;
}

/** What the phone alone can say. It never looks like a verdict of the register. */
export function NotedCard({ check, look, onFit }: NotedCardProps) {
  const { language } = useSurroundings();
  const words = READING_WORDS[language];
  const { state, icon, title } = NOTED_LOOK[look];
  return (
    <div class="stack">
      <section class={`card with verdict ${state}`}>
        <Icon name={icon} />
        <div>
          <h2>{words[title]}</h2>
          <p>{look === 'otherPart' ? words.notedOtherPart : saidOf(check, words)}</p>
        </div>
      </section>
      {onFit && look === 'noted' && (
        <button type="button" class="main" onClick={onFit}>
          {words.fit}
        </button>
      )}
      {look === 'doubtful' && <QuarantineGuide />}
      <ClaimList claims={claimsOffline(check)} />
    </div>
  );
}

const NOTED_LOOK = {
  noted: { state: 'plain', icon: 'noted', title: 'noted' },
  otherPart: { state: 'caution', icon: 'caution', title: 'otherPart' },
  doubtful: { state: 'suspect', icon: 'suspect', title: 'doubtful' },
  unreadable: { state: 'plain', icon: 'unread', title: 'noted' },
} as const satisfies Record<OfflineLook, { state: State; icon: IconName; title: string }>;

const claimsOffline = ({ kind }: OfflineCheck): Claims => ({
  issuedByMaker: kind === 'signed' ? true : kind === 'forged' || kind === 'foreign' ? false : null,
  recordsAgree: null,
  physicallyChecked: null,
});

function saidOf(check: OfflineCheck, words: (typeof READING_WORDS)['zh']): string {
  switch (check.kind) {
    case 'signed':
      return check.isKeyRevoked ? words.notedRevoked : words.notedSigned;
    case 'forged':
      return words.doubtfulForged;
    case 'foreign':
      return words.doubtfulForeign(check.host);
    case 'unsigned':
      return words.notedUnsigned;
    case 'cannotTell':
      return words.notedCannotTell;
    default:
      return words.unreadableNext;
  }
}
