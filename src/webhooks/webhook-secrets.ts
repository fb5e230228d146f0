import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';

const PREFIX = 'whsec_';
const BYTES = 32;

/**
 * The secrets that webhooks are signed with. None is stored: each is derived from one key outside the database, so that
 * who reads the database can forge nothing. Servers of one installation share that key's folder.
 */
@Injectable()
export class WebhookSecrets {
  private readonly folder: string;
  private readonly place: string;
  private key: Promise<Buffer> | undefined;

  constructor(config: Config) {
    this.folder = join(config.dataDir, 'keys');
    this.place = join(this.folder, 'webhooks.key');
  }

  /** As Standard Webhooks writes it: `whsec_…`. Another one after each rotation, which counts `generation` up. */
  async secretOf(webhookId: string, generation: number): Promise<string> {
    const key = await this.masterKey();
    const bytes = hkdfSync('sha256', key, webhookId, `truepart webhook ${generation}`, BYTES);
    return `${PREFIX}${Buffer.from(bytes).toString('base64')}`;
  }

  /** What tells a secret from others, and shows that the key it came from is still the same. */
  static hintOf(this: void, secret: string): string {
    return secret.slice(0, PREFIX.length + 5);
  }

  private masterKey(): Promise<Buffer> {
    this.key ??= this.readOrMake().catch((error: unknown) => {
      this.key = undefined;
      throw error;
    });
    return this.key;
  }

  private async readOrMake(): Promise<Buffer> {
    return (await this.read()) ?? this.make();
  }

  private async read(): Promise<Buffer | undefined> {
    const text = await readFile(this.place, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return undefined;
    const key = Buffer.from(text.trim(), 'base64url');
    if (key.length !== BYTES) throw new Error(`The key of the webhooks is damaged: ${this.place}. Restore it.`);
    return key;
  }

  /** Two servers may come here at once: the first one's key stays. */
  private async make(): Promise<Buffer> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const half = `${this.place}.${randomBytes(6).toString('hex')}.new`;
    const file = await open(half, 'wx', 0o600);
    try {
      await file.writeFile(`${randomBytes(BYTES).toString('base64url')}\n`);
      await file.sync();
      await link(half, this.place).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    } finally {
      await file.close();
      await rm(half, { force: true });
    }
    return (await this.read())!;
  }
}
