import { Icon } from '../../design/icons.tsx';
import { Notice } from '../../design/notice.tsx';
import { wanted } from './contract.ts';
import { ConflictCard } from './conflict-card.tsx';
import type { Deed } from './deed.ts';
import type { Work } from './line-screen.tsx';
import { OldPartPhoto } from './old-part-photo.tsx';
import { FIT_WORDS, ORDER_WORDS } from './order-words.ts';
import { useBeginning } from './screen.tsx';
import { Link, useSurroundings } from './surroundings.tsx';

interface RecordedProps {
  readonly deed: Deed;
  readonly work: Work;
  readonly onAgain: () => void;
}

/** What came of recording a fitting: it stands, it waits, or it was refused and why. */
export function Recorded({ deed, work: { order, line }, onAgain }: RecordedProps) {
  const { workplace, language } = useSurroundings();
  const words = FIT_WORDS[language];
  const beginning = useBeginning<HTMLDivElement>();
  // It may come back while the person still stands here.
  const now = workplace.outbox.deeds.find(({ id }) => id === deed.id) ?? deed;
  const next = order.lines.find((each) => each.line !== line.line && each.fitted < wanted(each));
  if (now.state === 'refused') return <ConflictCard deed={now} onRead={onAgain} />;
  return (
    <>
      <div ref={beginning} tabIndex={-1}>
        {now.state === 'done' ? (
          <section class="card with verdict good" role="status">
            <Icon name="good" />
            <h2>{words.done}</h2>
          </section>
        ) : (
          <Notice state="plain" role="status" title={words.doneNoted}>
            <p>{words.doneNotedMeans}</p>
          </Notice>
        )}
      </div>
      {deed.about.oldPart !== undefined && <OldPartPhoto work={{ order, line }} oldPart={deed.about.oldPart} mayTake />}
      {next && (
        <Link to={{ name: 'line', order: order.number, line: next.line }} class="more main">
          {words.next}: {next.name?.[language] ?? next.partNumber}
        </Link>
      )}
      <Link to={{ name: 'order', order: order.number }} class="more">
        {words.toOrder}
      </Link>
      {line.fitted + 1 < wanted(line) && (
        <button type="button" onClick={onAgain}>
          {ORDER_WORDS[language].scanTitle}
        </button>
      )}
    </>
  );
}
