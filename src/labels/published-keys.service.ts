import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { Database, type Sql } from '../database/database.ts';
import { LabelKeys, verifyLabel, type LabelCheck, type PublishedKey } from './label-signature.ts';
import type { ParsedLabel } from './label-text.ts';

/** All makers' public keys at one moment. */
export interface PublishedKeys {
  /** The body of `/.well-known/jwks.json`. */
  readonly jwks: string;
  /** Strong: the same bytes have the same tag, on every server. */
  readonly etag: string;
  readonly ready: LabelKeys;
}

/** Milliseconds for which another server's rotation or revocation may go unnoticed here. */
const FRESH_FOR = 2_000;

/** The public keys of this installation, kept in memory: a scan must not ask the database for them. */
@Injectable()
export class PublishedKeysService {
  private known: { readonly keys: PublishedKeys; readonly staleAt: number } | undefined;
  private reading: Promise<PublishedKeys> | undefined;

  constructor(private readonly database: Database) {}

  async current(): Promise<PublishedKeys> {
    if (this.known && performance.now() < this.known.staleAt) return this.known.keys;
    return this.readAgain();
  }

  /** The signature of what was read. An honest label of a key that another server made just now is no forgery. */
  async check(parsed: ParsedLabel): Promise<LabelCheck> {
    if (parsed.kind !== 'label') return { signature: 'none' };
    const { ready } = await this.current();
    const isKnown = ready.withHint(parsed.keyHint).length > 0;
    return verifyLabel(parsed, isKnown ? ready : (await this.readAgain()).ready);
  }

  /** Keys have changed: what was read before, or is being read, is out of date. */
  forget(): void {
    this.known = undefined;
    this.reading = undefined;
  }

  private readAgain(): Promise<PublishedKeys> {
    const reading = (this.reading ??= this.read().finally(() => {
      if (this.reading === reading) this.reading = undefined;
    }));
    return reading;
  }

  private async read(): Promise<PublishedKeys> {
    const began = this.known;
    const published = await publishedKeys(this.database);
    const jwks = JSON.stringify({ keys: published });
    const isSame = began?.keys.jwks === jwks;
    const keys = isSame ? began.keys : { jwks, etag: etagOf(jwks), ready: await LabelKeys.from(published) };
    if (this.known === began) this.known = { keys, staleAt: performance.now() + FRESH_FOR };
    return keys;
  }
}

const etagOf = (body: string): string => `"${createHash('sha256').update(body).digest('base64url')}"`;

interface Row {
  kid: string;
  alg: PublishedKey['alg'];
  public_jwk: JWK;
  maker: string;
  gs1_prefix: string | null;
  status: PublishedKey['status'];
  not_before: Date;
  not_after: Date | null;
  cut_off: Date | null;
}

/** In an order that never changes, or every server would have its own ETag. */
async function publishedKeys(sql: Sql): Promise<PublishedKey[]> {
  const rows = await sql.rows<Row>(
    `SELECT k.kid, k.alg, k.public_jwk, o.code AS maker, o.gs1_prefix, k.status, k.not_before, k.not_after, k.cut_off
       FROM signing_key k JOIN organisation o ON o.id = k.maker_id
      ORDER BY k.created_at, k.kid`,
  );
  return rows.map(({ public_jwk: { kty, crv, x, y }, ...row }) => ({
    kty,
    crv,
    x,
    y,
    kid: row.kid,
    use: 'sig',
    alg: row.alg,
    maker: row.maker,
    gs1Prefix: row.gs1_prefix,
    status: row.status,
    notBefore: row.not_before.toISOString(),
    notAfter: row.not_after?.toISOString() ?? null,
    cutOff: row.cut_off?.toISOString() ?? null,
  }));
}
