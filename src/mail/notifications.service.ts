import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { peopleOnly } from '../auth/auth.refusals.ts';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import type { Language } from '../kernel/words.ts';
import { notOpenToYou } from './mail.refusals.ts';
import { type MailedType, typesOpenTo, typesUnasked } from './mail-readers.ts';

/** What one person is told by mail, and in which language. */
export interface Notifications {
  readonly language: Language;
  readonly events: MailedType[];
}

/** What people want to be told. Whoever chose nothing is told what their role must act on, in Chinese. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async of(actor: Actor) {
    refuseMachines(actor);
    const available = typesOpenTo(actor.roles);
    const chosen = await this.database.first<Notifications & { events: MailedType[] }>(
      'SELECT language, events FROM notification_choice WHERE account_id = $1',
      [actor.id],
    );
    const { language, events } = chosen ?? { language: 'zh', events: typesUnasked(actor.roles) };
    const isMailSent = this.config.smtpUrl !== undefined;
    return { language, events: events.filter((type) => available.includes(type)), available, isMailSent };
  }

  /** @throws Refusal NOTIFICATION_NOT_FOR_ROLE, PEOPLE_ONLY */
  async choose(actor: Actor, { language, events }: Notifications): Promise<void> {
    refuseMachines(actor);
    const closed = events.filter((type) => !typesOpenTo(actor.roles).includes(type));
    if (closed.length > 0) throw notOpenToYou(closed);
    await this.database.run(
      `INSERT INTO notification_choice (account_id, language, events) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET language = excluded.language, events = excluded.events`,
      [actor.id, language, events],
    );
  }
}

function refuseMachines({ kind }: Actor): void {
  if (kind !== 'account') throw peopleOnly();
}
