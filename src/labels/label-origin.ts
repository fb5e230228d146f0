import { Client } from 'pg';
import { CannotStart, EXIT } from '../config/cannot-start.ts';
import { isLoopback } from '../config/variables.ts';

/** What is known at start of the labels that are out there. */
export interface PrintedSoFar {
  /** The origin they carry; absent before the first start. */
  readonly origin: string | undefined;
  readonly hasLabels: boolean;
}

/**
 * Which origin labels carry from now on. The host is inside the signed text: under another one no label that is on a part
 * would be true any more, and one printed again would not be, either. On a machine that only itself reaches, where a port
 * may be another every day, labels keep the first.
 * @throws CannotStart where labels are out there under another host
 */
export function labelOriginFor({ origin, hasLabels }: PrintedSoFar, publicUrl: string): string {
  if (origin === undefined || origin === publicUrl || !hasLabels) return publicUrl;
  if (isLocal(origin) && isLocal(publicUrl)) return origin;
  throw new CannotStart(
    `PUBLIC_URL is ${publicUrl}, but the labels of this installation carry ${origin} and are signed for it.`,
    `Set PUBLIC_URL=${origin} again: labels that are on parts can be read and printed under that address only. ` +
      'See docs/operations.md, "Another address".',
    EXIT.badConfiguration,
  );
}

/**
 * Settles it in the database at `databaseUrl`, for this start and the later ones.
 * @throws CannotStart
 */
export async function settleLabelOrigin(databaseUrl: string, publicUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'truepart start' });
  await client.connect();
  try {
    const { rows } = await client.query<{ origin: string | null; has_labels: boolean }>(
      `SELECT (SELECT origin FROM label_origin) AS origin, EXISTS (SELECT FROM unit) AS has_labels`,
    );
    const printed = { origin: rows[0]?.origin ?? undefined, hasLabels: rows[0]?.has_labels ?? false };
    const origin = labelOriginFor(printed, publicUrl);
    await client.query(
      'INSERT INTO label_origin (origin) VALUES ($1) ON CONFLICT (is_only) DO UPDATE SET origin = excluded.origin',
      [origin],
    );
    return origin;
  } finally {
    await client.end();
  }
}

const isLocal = (origin: string): boolean => isLoopback(new URL(origin).hostname);
