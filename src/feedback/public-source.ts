import { createHmac, randomBytes } from 'node:crypto';

const DAY = 86_400_000;

/**
 * Tells sources of public checks apart without knowing them: a keyed hash of the address, with a key that lives one day and
 * only in memory. Tomorrow nobody, we included, can say who asked today.
 */
export class PublicSource {
  private key = randomBytes(32);
  private day = 0;

  hashOf(address: string, now: Date): Buffer {
    const today = Math.floor(now.getTime() / DAY);
    if (today !== this.day) {
      this.key = randomBytes(32);
      this.day = today;
    }
    return createHmac('sha256', this.key).update(address).digest();
  }
}
