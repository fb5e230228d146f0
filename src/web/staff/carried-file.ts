import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { BODY_LIMIT, FILE_LIMIT } from '../../http/consumes.ts';
import { fileMissing } from '../../http/http.refusals.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Room in the form for what else it sends. A list packs to a tenth, so that this is some 6 MB of it. */
const MOST_CARRIED = BODY_LIMIT - 100_000;

/**
 * A file as a hidden field of the page that tells what is in it, so that it need not be chosen again, and nothing is
 * stored before somebody has said yes. `undefined` for one that no form would send back.
 */
export async function carried(bytes: Uint8Array): Promise<string | undefined> {
  const text = (await pack(bytes)).toString('base64url');
  return text.length > MOST_CARRIED ? undefined : text;
}

/** @throws Refusal FILE_MISSING for what no page of ours has carried */
export async function uncarried(text: string): Promise<Uint8Array> {
  return unpack(Buffer.from(text, 'base64url'), { maxOutputLength: FILE_LIMIT }).catch(() => {
    throw fileMissing();
  });
}
