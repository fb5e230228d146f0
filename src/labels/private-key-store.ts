import { createPrivateKey, createPublicKey, randomBytes, type JsonWebKey, type KeyObject } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';

/**
 * A private key that must be there is not, or cannot be trusted. Our operator's trouble, so no refusal: the message is
 * for the log, tells what to do and never carries anything of the key.
 */
export class PrivateKeyUnavailable extends Error {
  constructor(kid: string, why: string, whatToDo: string) {
    super(`The private half of signing key ${kid} ${why}. ${whatToDo}`);
    this.name = 'PrivateKeyUnavailable';
  }
}

/** Where private keys live. Nothing else in the project ever holds one as data. A key vault would be another of these. */
export abstract class PrivateKeyStore {
  /** Returns when the key is safe from a power cut. */
  abstract put(kid: string, key: KeyObject): Promise<void>;
  /** `undefined` when there is none of that name. @throws PrivateKeyUnavailable when it cannot be trusted */
  abstract get(kid: string): Promise<KeyObject | undefined>;
  /** Ends it for good: what does not exist cannot leak. No error when it is gone already. */
  abstract erase(kid: string): Promise<void>;
  /** Where an operator looks for it. */
  abstract placeOf(kid: string): string;
}

const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/;

/** One JWK file of mode 0600 a key, in `<DATA_DIR>/keys` of mode 0700. Servers of one installation share that folder. */
@Injectable()
export class PrivateKeyFiles extends PrivateKeyStore {
  private readonly folder: string;

  constructor(config: Config) {
    super();
    this.folder = join(config.dataDir, 'keys');
  }

  placeOf(kid: string): string {
    if (!THUMBPRINT.test(kid)) throw new RangeError('not a key id');
    return join(this.folder, `${kid}.json`);
  }

  async put(kid: string, key: KeyObject): Promise<void> {
    const place = this.placeOf(kid);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await chmod(this.folder, 0o700);
    const half = `${place}.${randomBytes(6).toString('hex')}.new`;
    try {
      const file = await open(half, 'wx', 0o600);
      try {
        await file.writeFile(`${JSON.stringify(key.export({ format: 'jwk' }))}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, place);
    } finally {
      await rm(half, { force: true });
    }
    await syncFolder(this.folder);
  }

  async get(kid: string): Promise<KeyObject | undefined> {
    const place = this.placeOf(kid);
    let text: string;
    try {
      await refuseReadableByOthers(kid, place);
      text = await readFile(place, 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return undefined;
      if (code === 'EACCES') throw new PrivateKeyUnavailable(kid, `may not be read: ${place}`, 'Give it to our user.');
      throw error;
    }
    return parseKey(text) ?? Promise.reject(damaged(kid, place));
  }

  async erase(kid: string): Promise<void> {
    await rm(this.placeOf(kid), { force: true });
  }
}

async function refuseReadableByOthers(kid: string, place: string): Promise<void> {
  const { mode } = await stat(place);
  if ((mode & 0o077) === 0) return;
  const why = `lies open to other users: ${place} has mode ${(mode & 0o777).toString(8)}`;
  throw new PrivateKeyUnavailable(kid, why, `Run chmod 600 ${place}, and rotate the key if others may have read it.`);
}

const damaged = (kid: string, place: string) =>
  new PrivateKeyUnavailable(kid, `is damaged: ${place}`, 'Restore it from a backup of DATA_DIR, or rotate the key.');

/** The errors of JSON.parse quote what they could not parse, so none of them may get out of here. */
function parseKey(text: string): KeyObject | undefined {
  try {
    return createPrivateKey({ key: JSON.parse(text) as JsonWebKey, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** The name of a new file is safe only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The public half, without the private member. */
export const publicJwkOf = (key: KeyObject): JsonWebKey => createPublicKey(key).export({ format: 'jwk' });
