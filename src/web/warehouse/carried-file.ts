import { gunzipSync, gzipSync } from 'node:zlib';
import { BODY_LIMIT, FILE_LIMIT } from '../../http/consumes.ts';
import { fileMissing } from '../../http/http.refusals.ts';

/** Room in the form for what else it sends. */
const ROOM = BODY_LIMIT - 100_000;

/**
 * A file as a hidden field of the page that shows it, so that nothing is stored before somebody has said yes. `undefined`
 * for one that no form would send back.
 */
export function carried(bytes: Uint8Array): string | undefined {
  const text = gzipSync(bytes, { level: 9 }).toString('base64url');
  return text.length <= ROOM ? text : undefined;
}

/** @throws Refusal FILE_MISSING for what no page of ours has carried */
export function uncarried(text: string): Uint8Array {
  try {
    return gunzipSync(Buffer.from(text, 'base64url'), { maxOutputLength: FILE_LIMIT });
  } catch {
    throw fileMissing();
  }
}
