import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened and who is told: events, webhooks with their deliveries, and mail with what each account wants of it. */
export class Outbox20261123020100 implements MigrationInterface {
  name = 'Outbox20261123020100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_event (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL CONSTRAINT outbox_event_organisation_exists REFERENCES organisation,
        type text NOT NULL,
        at timestamptz NOT NULL,
        data jsonb NOT NULL,
        relayed_at timestamptz
      );
      CREATE INDEX outbox_event_waiting ON outbox_event (id) WHERE relayed_at IS NULL;
      CREATE INDEX outbox_event_by_organisation ON outbox_event (organisation_id, at);
      CREATE INDEX outbox_event_by_age ON outbox_event (at);

      CREATE TABLE webhook (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL CONSTRAINT webhook_organisation_exists REFERENCES organisation,
        url text NOT NULL,
        events text[] NOT NULL DEFAULT '{}',
        generation int NOT NULL DEFAULT 1,
        secret_hint text NOT NULL,
        earlier_secret_until timestamptz,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        failing_since timestamptz,
        disabled_at timestamptz,
        disabled_because text CONSTRAINT webhook_disabled_because_known CHECK (disabled_because IN ('failing', 'gone')),
        CONSTRAINT webhook_disabled_for_a_reason CHECK ((disabled_at IS NULL) = (disabled_because IS NULL))
      );
      CREATE INDEX webhook_by_organisation ON webhook (organisation_id, id);

      CREATE TABLE webhook_delivery (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        webhook_id uuid NOT NULL CONSTRAINT webhook_delivery_webhook_exists REFERENCES webhook ON DELETE CASCADE,
        event_id uuid NOT NULL CONSTRAINT webhook_delivery_event_exists REFERENCES outbox_event ON DELETE CASCADE,
        status text NOT NULL CONSTRAINT webhook_delivery_status_known CHECK (status IN ('waiting', 'delivered', 'failed')),
        attempts int NOT NULL DEFAULT 0,
        next_at timestamptz NOT NULL,
        last_tried_at timestamptz,
        trouble text,
        CONSTRAINT webhook_delivery_once UNIQUE (webhook_id, event_id)
      );
      CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, next_at) WHERE status = 'waiting';
      CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (webhook_id, id DESC);
      CREATE INDEX webhook_delivery_by_event ON webhook_delivery (event_id);

      CREATE TABLE notification_choice (
        account_id uuid PRIMARY KEY CONSTRAINT notification_choice_account_exists REFERENCES account ON DELETE CASCADE,
        language text NOT NULL CONSTRAINT notification_choice_language_known CHECK (language IN ('zh', 'en')),
        events text[] NOT NULL
      );

      CREATE TABLE mail (
        event_id uuid CONSTRAINT mail_event_exists REFERENCES outbox_event ON DELETE CASCADE,
        account_id uuid CONSTRAINT mail_account_exists REFERENCES account ON DELETE CASCADE,
        status text NOT NULL CONSTRAINT mail_status_known CHECK (status IN ('waiting', 'delivered', 'failed')),
        attempts int NOT NULL DEFAULT 0,
        next_at timestamptz NOT NULL,
        trouble text,
        PRIMARY KEY (event_id, account_id)
      );
      CREATE INDEX mail_due ON mail (next_at) WHERE status = 'waiting';
      CREATE INDEX mail_by_account ON mail (account_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail, notification_choice, webhook_delivery, webhook, outbox_event');
  }
}
