import type { ChosenNotificationsDto } from '../../mail/notifications.dto.ts';
import { wordsOfEvent } from '../../outbox/events.ts';
import type { Language } from '../../kernel/words.ts';
import { Notice } from '../design/notice.tsx';
import { LANGUAGE_NAME, NOTIFICATION_WORDS } from './notification-words.ts';

interface FormProps {
  readonly notifications: ChosenNotificationsDto;
  readonly language: Language;
  readonly isSaved: boolean;
}

/** What somebody is told of by mail, and in which language: a box for everything that their roles may be told. */
export function NotificationsForm({ notifications, language, isSaved }: FormProps) {
  const words = NOTIFICATION_WORDS[language];
  const { available, events, isMailSent } = notifications;
  return (
    <section class="card stack" id="mail">
      <h2>{words.title}</h2>
      {isSaved && (
        <Notice state="good" role="status" title={words.saved}>
          <p>{events.length === 0 ? words.savedNone : words.savedSome(events.length)}</p>
        </Notice>
      )}
      {!isMailSent && <Notice state="plain">{words.notSent}</Notice>}
      <form class="fields" method="post" action="/account/notifications">
        <fieldset>
          <legend>{words.events}</legend>
          {available.map((type) => (
            <label key={type} class="choice">
              <input type="checkbox" name="events" value={type} checked={events.includes(type)} />
              {wordsOfEvent(type)[language]}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{words.language}</legend>
          <div class="choices">
            {Object.entries(LANGUAGE_NAME).map(([value, name]) => (
              <label key={value} class="choice">
                <input type="radio" name="language" value={value} checked={value === notifications.language} />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
        <p class="soft">{words.means}</p>
        <button class="main">{words.save}</button>
      </form>
    </section>
  );
}
