import { createHash, randomBytes } from 'node:crypto';

/** Marks an API key in a text, so that scanners for leaked secrets can find it. */
const KEY_MARK = 'tp_';
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits as 43 characters. Nobody can guess it, so a plain digest of it is enough to store. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const newSessionToken = newSecret;
export const newApiKey = (): string => `${KEY_MARK}${newSecret()}`;

/** What is shown of a key later on, to tell it from others. */
export const hintOf = (apiKey: string): string => apiKey.slice(0, KEY_MARK.length + 5);

/** Cheap refusal of what cannot be one of ours, before anything is asked of the database. */
export const isSessionToken = (text: string): boolean => SECRET.test(text);
export const isApiKey = (text: string): boolean =>
  text.startsWith(KEY_MARK) && SECRET.test(text.slice(KEY_MARK.length));
