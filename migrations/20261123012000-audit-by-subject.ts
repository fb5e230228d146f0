import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done to one thing is asked for on its page: a batch's prints, for one. */
export class AuditBySubject20261123012000 implements MigrationInterface {
  name = 'AuditBySubject20261123012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX audit_entry_by_subject ON audit_entry (organisation_id, subject, id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX audit_entry_by_subject');
  }
}
