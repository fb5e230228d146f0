import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that a sign-in provider vouches for, and what is remembered while somebody is with the provider. */
export class SignInProvider20261123070000 implements MigrationInterface {
  name = 'SignInProvider20261123070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account
        ADD issuer text,
        /* The issuer's own name for the person: it never becomes another's, as an e-mail address may. */
        ADD subject text,
        ADD linked_at timestamptz,
        ADD CONSTRAINT account_identity_whole CHECK (num_nulls(issuer, subject, linked_at) IN (0, 3)),
        ADD CONSTRAINT account_identity_unique UNIQUE (issuer, subject);
      CREATE TABLE sign_in_attempt (
        /* SHA-256: the token itself is in the browser's cookie and nowhere else. */
        token_hash    bytea PRIMARY KEY,
        state         text NOT NULL,
        nonce         text NOT NULL,
        code_verifier text NOT NULL,
        next          text,
        expires_at    timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sign_in_attempt;
      ALTER TABLE account DROP issuer, DROP subject, DROP linked_at;
    `);
  }
}
