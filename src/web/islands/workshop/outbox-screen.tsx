import { Icon } from '../../design/icons.tsx';
import { ConflictCard, DeedPlace } from './conflict-card.tsx';
import { conflictOf } from './conflict.ts';
import { type Deed, toExplain, waiting } from './deed.ts';
import { Screen } from './screen.tsx';
import { useSurroundings } from './surroundings.tsx';
import { OUTBOX_WORDS } from './workshop-words.ts';

/** What the phone still has to tell, what came back, and what is done. */
export function OutboxScreen() {
  const { workplace, language } = useSurroundings();
  const words = OUTBOX_WORDS[language];
  const { outbox } = workplace;
  const isSupervisor = workplace.may('supervisor');
  const news = toExplain(outbox.deeds).filter((deed) => conflictOf(deed, isSupervisor) !== null);
  const queue = waiting(outbox.deeds);
  const done = outbox.deeds
    .filter(({ state, isRead }) => state !== 'waiting' && isRead)
    .sort((a, b) => b.number - a.number);
  return (
    <Screen title={words.title}>
      <p class="soft">{words.lead}</p>
      {news.length > 0 && (
        <>
          <h2>{words.cameBack}</h2>
          {news.map((deed) => (
            <ConflictCard key={deed.id} deed={deed} />
          ))}
        </>
      )}
      {queue.length > 0 && (
        <>
          <h2>{words.waiting}</h2>
          <DeedList deeds={queue} />
          <button type="button" class="main" onClick={() => outbox.networkMayBeBack()}>
            {words.sendNow}
          </button>
        </>
      )}
      {news.length === 0 && queue.length === 0 && <p class="empty">{words.nothing}</p>}
      {done.length > 0 && (
        <>
          <h2>{words.done}</h2>
          <DeedList deeds={done} />
        </>
      )}
    </Screen>
  );
}

function DeedList({ deeds }: { readonly deeds: readonly Deed[] }) {
  return (
    <ul class="card deeds">
      {deeds.map((deed) => (
        <li key={deed.id} class="with plain">
          <Icon name={deed.state === 'waiting' ? 'outbox' : deed.state === 'done' ? 'good' : 'plain'} />
          <span>
            <DeedPlace deed={deed} />
          </span>
        </li>
      ))}
    </ul>
  );
}
