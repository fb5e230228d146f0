import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScannedCode } from '../scanning/scanned-code.ts';
import { signal } from '../scanning/signals.ts';
import { VerdictScreen } from '../scanning/verdict-screen.tsx';
import { READ_HINT_WORDS } from '../../../labels/read-diagnosis.ts';
import { Notice } from '../../design/notice.tsx';
import type { Outcome, Problem, Verdict } from './contract.ts';
import type { Deed } from './deed.ts';
import { gateAfter } from './gate.ts';
import type { Work } from './line-screen.tsx';
import type { OfflineCheck } from './offline-check.ts';
import { type OfflineLook, offlineLook } from './offline-look.ts';
import type { ScanWish } from './outbox.ts';
import { useSurroundings } from './surroundings.tsx';
import { thingIn } from './thing-in.ts';
import { NotedCard, VerdictCard } from './verdict-card.tsx';
import { READING_WORDS } from './verdict-words.ts';

interface ReadingProps {
  readonly code: ScannedCode;
  readonly purpose: ScanWish['purpose'];
  readonly work?: Work;
  /** Absent where nothing is to be fitted by this person. */
  readonly onFit?: ((needsReason: boolean) => void) | undefined;
}

/** One scan: written down, asked about, and shown over the whole screen; then what stands behind it. */
export function Reading({ code, purpose, work, onFit }: ReadingProps) {
  const { workplace, language } = useSurroundings();
  const [id, setId] = useState<string>();
  const [check, setCheck] = useState<OfflineCheck>();
  const [dismissed, setDismissed] = useState<Deed['state']>();
  const told = useRef<HTMLDivElement>(null);
  const deed = workplace.outbox.deeds.find((each) => each.id === id);
  const record = async (more: Partial<ScanWish> = {}): Promise<void> => {
    const about = { ...(work && { order: work.order.number, line: work.line.line }), thing: thingIn(code.text) };
    const place = work && { repairOrder: work.order.number, line: work.line.line };
    const scan = { code: code.text, entryMode: code.entryMode, purpose, ...place, ...more };
    const [made, looked] = await Promise.all([workplace.outbox.scan(scan, about), workplace.lookAt(code.text)]);
    setDismissed(undefined);
    setCheck(looked);
    setId(made.id);
  };
  useEffect(() => void record(), []);
  const state = deed?.state;
  const look = check && offlineLook(check, work?.line);
  useEffect(() => {
    if (!deed || state === undefined) return;
    if (state !== 'waiting') void workplace.outbox.read(deed.id);
    announce(deed, look);
  }, [id, state]);
  if (!deed || !check || !look)
    return (
      <p class="quiet" role="status">
        {READING_WORDS[language].checking}
      </p>
    );
  const dismiss = (): void => {
    setDismissed(deed.state);
    // Whoever typed the code has scrolled down to the field, and what to do stands above it.
    told.current?.scrollIntoView();
    if (deed.state === 'done' && gateAfter(deed.answer as Verdict) === 'open') onFit?.(false);
  };
  return (
    <div ref={told} class="stack told">
      {dismissed !== deed.state && deed.state !== 'refused' && (
        <Flash deed={deed} check={check} look={look} isToFit={onFit !== undefined} onDismiss={dismiss} />
      )}
      {deed.state === 'done' && (
        <VerdictCard verdict={deed.answer as Verdict} onFit={onFit} onLook={(seen) => void record(seen)} />
      )}
      {deed.state === 'waiting' && <NotedCard check={check} look={look} onFit={onFit && (() => onFit(false))} />}
      {deed.state === 'refused' && (
        <Notice state="plain" role="alert">
          {(deed.answer as Problem).words[language]}
        </Notice>
      )}
    </div>
  );
}

/** Ear and hand. What nobody could check yet is no alarm: the hand alone is told that it was taken down. */
function announce(deed: Deed, look: OfflineLook | undefined): void {
  if (deed.state === 'done') signal((deed.answer as Verdict).outcome);
  else if (deed.state === 'waiting' && look) {
    const like = SOUNDS_LIKE[look];
    if (like === null) navigator.vibrate?.([60, 60, 60]);
    else signal(like);
  }
}

/** The outcome that what the phone found by itself resembles; of what it only noted, none. */
const SOUNDS_LIKE: Readonly<Record<OfflineLook, Outcome | null>> = {
  noted: null,
  otherPart: 'caution',
  doubtful: 'suspect',
  unreadable: 'unreadable',
};

interface FlashProps {
  readonly deed: Deed;
  readonly check: OfflineCheck;
  readonly look: OfflineLook;
  /** Green leads straight on to the fitting. */
  readonly isToFit: boolean;
  readonly onDismiss: () => void;
}

function Flash({ deed, check, look, isToFit, onDismiss }: FlashProps) {
  const { language } = useSurroundings();
  const words = READING_WORDS[language];
  if (deed.state === 'done') {
    const verdict = deed.answer as Verdict;
    const { outcome, nextStep, unit } = verdict;
    const leadsOn = isToFit && gateAfter(verdict) === 'open';
    return (
      <VerdictScreen key="verdict" outcome={outcome} onDismiss={onDismiss} {...(leadsOn && { button: words.fit })}>
        {unit && <b>{unit.name[language]}</b>}
        <p>{nextStep[language]}</p>
      </VerdictScreen>
    );
  }
  if (look === 'otherPart')
    return (
      <VerdictScreen outcome="caution" title={words.otherPart} onDismiss={onDismiss}>
        <p>{words.notedOtherPart}</p>
      </VerdictScreen>
    );
  if (look === 'doubtful')
    return (
      <VerdictScreen outcome="suspect" onDismiss={onDismiss}>
        <p>{check.kind === 'foreign' ? words.doubtfulForeign(check.host) : words.doubtfulForged}</p>
      </VerdictScreen>
    );
  if (look === 'unreadable')
    return (
      <VerdictScreen outcome="unreadable" onDismiss={onDismiss}>
        <p>
          {check.kind === 'unreadable' && check.hint ? READ_HINT_WORDS[check.hint][language] : words.unreadableNext}
        </p>
      </VerdictScreen>
    );
  return (
    <VerdictScreen outcome="unreadable" icon="noted" title={words.noted} onDismiss={onDismiss}>
      <p>{words.notedNext}</p>
    </VerdictScreen>
  );
}
