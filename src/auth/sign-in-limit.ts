import { RateLimit } from '../http/rate-limit.ts';
import { tooManySignIns } from './auth.refusals.ts';

const MINUTE = 60_000;

/** Attempts to sign in, by whom they come from; a success begins the count anew. */
export class SignInLimit {
  private readonly attempts = new RateLimit(MINUTE);

  constructor(private readonly mostPerMinute: number) {}

  /** @throws Refusal TOO_MANY_SIGN_INS */
  count(key: string): void {
    const { isAllowed, secondsLeft } = this.attempts.hit(key, this.mostPerMinute);
    if (!isAllowed) throw tooManySignIns(secondsLeft);
  }

  forget(key: string): void {
    this.attempts.forget(key);
  }
}
