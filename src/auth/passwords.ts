import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id (2025): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** As much work as a real one, so that an unknown e-mail address takes as long as a known one. */
const nobodysHash: Promise<string> = hash('nobody has this password', COST);

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** @param passwordHash of the account, or nothing when there is no such account. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await nobodysHash), password);
  return isRight && passwordHash !== undefined;
}
