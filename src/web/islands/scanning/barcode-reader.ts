import type { Look } from './read-barcode.ts';

export interface ReaderQuestion {
  readonly id: number;
  readonly image: ImageData;
  readonly look: Look;
}

export type ReaderAnswer = { readonly isLoaded: boolean } | { readonly id: number; readonly text: string | null };

/** Finds the code in a picture; `null` where there is none. The picture's memory is taken away. */
export type ReadPicture = (image: ImageData, look: Look) => Promise<string | null>;

let reader: Promise<ReadPicture> | undefined;

/**
 * One reader for the whole page, started when it is first wanted: its WebAssembly is most of what a page weighs. Refused
 * where that cannot be loaded; the next call tries again.
 */
export function barcodeReader(): Promise<ReadPicture> {
  reader ??= inWorker()
    .then((found) => found ?? inPage())
    .catch((error: unknown) => {
      reader = undefined;
      throw error;
    });
  return reader;
}

/** Beside the page, so that a slow phone still answers to the finger. Safari before 15 has no module workers: `undefined`. */
function inWorker(): Promise<ReadPicture | undefined> {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (text: string | null) => void>();
  let last = 0;
  const read: ReadPicture = (image, look) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve);
      worker.postMessage({ id: last, image, look } satisfies ReaderQuestion, [image.data.buffer]);
    });
  return new Promise((ready, failed) => {
    worker.addEventListener('error', () => ready(undefined));
    worker.addEventListener('message', ({ data }: MessageEvent<ReaderAnswer>) => {
      if ('id' in data) {
        waiting.get(data.id)?.(data.text);
        waiting.delete(data.id);
      } else if (data.isLoaded) ready(read);
      else {
        worker.terminate();
        failed(new Error('the reader of codes cannot be loaded'));
      }
    });
  });
}

async function inPage(): Promise<ReadPicture> {
  const { loadReader, readBarcode } = await import('./read-barcode.ts');
  await loadReader();
  return (image, look) => readBarcode(image, look).catch(() => null);
}
