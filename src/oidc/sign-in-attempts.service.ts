import { Injectable } from '@nestjs/common';
import { digestOf, newSecret } from '../auth/secrets.ts';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import type { Secrets } from './identity-provider.ts';
import { attemptOver } from './oidc.refusals.ts';

export const ATTEMPT_SECONDS = 600;

/** Somebody is with the provider, and is expected back in the same browser. */
export interface SignInAttempt extends Secrets {
  /** Where they wanted to go first. */
  readonly next: string | undefined;
}

interface AttemptRow {
  nonce: string;
  code_verifier: string;
  next: string | null;
}

/** In the database, because they may come back to another server. */
@Injectable()
export class SignInAttemptsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the token by which the browser is known again. */
  async begin({ state, nonce, codeVerifier }: Secrets, next: string | undefined): Promise<string> {
    const token = newSecret();
    const expiresAt = new Date(this.clock.now().getTime() + ATTEMPT_SECONDS * 1000);
    await this.database.run(
      `INSERT INTO sign_in_attempt (token_hash, state, nonce, code_verifier, next, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [digestOf(token), state, nonce, codeVerifier, next ?? null, expiresAt],
    );
    return token;
  }

  /**
   * Whoever repeats it finds nothing. A state that somebody else made up ends no attempt.
   * @throws Refusal SIGN_IN_ATTEMPT_OVER
   */
  async take(token: string | undefined, state: unknown): Promise<SignInAttempt> {
    if (token === undefined || typeof state !== 'string') throw attemptOver();
    const row = await this.database.first<AttemptRow>(
      `DELETE FROM sign_in_attempt WHERE token_hash = $1 AND state = $2 AND expires_at > $3
       RETURNING nonce, code_verifier, next`,
      [digestOf(token), state, this.clock.now()],
    );
    if (row === undefined) throw attemptOver();
    return { state, nonce: row.nonce, codeVerifier: row.code_verifier, next: row.next ?? undefined };
  }

  async removeExpired(): Promise<void> {
    await this.database.run('DELETE FROM sign_in_attempt WHERE expires_at <= $1', [this.clock.now()]);
  }
}
