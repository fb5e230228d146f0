import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of an answer: the owner accepts it or not, and what nobody answers in time is passed on. */
export class CaseDeadlines20261123020200 implements MigrationInterface {
  name = 'CaseDeadlines20261123020200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_file ADD COLUMN escalated_at timestamptz;
      ALTER TABLE case_entry DROP CONSTRAINT case_entry_kind_check;
      ALTER TABLE case_entry ADD CONSTRAINT case_entry_kind_check CHECK (kind IN
        ('note', 'answer', 'call_back', 'evidence', 'resolution', 'owner', 'accepted', 'declined', 'escalated'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Entries are never deleted, so those of the new kinds stay and only new ones are refused.
    await runner.query(`
      ALTER TABLE case_entry DROP CONSTRAINT case_entry_kind_check;
      ALTER TABLE case_entry ADD CONSTRAINT case_entry_kind_check CHECK (kind IN
        ('note', 'answer', 'call_back', 'evidence', 'resolution', 'owner')) NOT VALID;
      ALTER TABLE case_file DROP COLUMN escalated_at;
    `);
  }
}
