export interface ReaderQuestion {
  readonly id: number;
  readonly image: ImageData;
}

export type ReaderAnswer =
  { readonly isReady: true } | { readonly id: number; readonly text: string | null; readonly trouble?: string };

/** Finds the code in a picture; `null` where there is none. The picture's memory is taken away. */
export type ReadPicture = (image: ImageData) => Promise<string | null>;

let reader: Promise<ReadPicture> | undefined;

/** One reader for the whole page, started when it is first wanted: its WebAssembly is most of what a page weighs. */
export const barcodeReader = (): Promise<ReadPicture> => (reader ??= inWorker().catch(inPage));

/** Beside the page, so that a slow phone still answers to the finger. */
function inWorker(): Promise<ReadPicture> {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve(text: string | null): void; reject(reason: Error): void }>();
  let last = 0;
  const read: ReadPicture = (image) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      worker.postMessage({ id: last, image } satisfies ReaderQuestion, [image.data.buffer]);
    });
  return new Promise((ready, failed) => {
    worker.addEventListener('error', () => failed(new Error('no module workers here')));
    worker.addEventListener('message', ({ data }: MessageEvent<ReaderAnswer>) => {
      if ('isReady' in data) return ready(read);
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.trouble === undefined) asked?.resolve(data.text);
      else asked?.reject(new Error(data.trouble));
    });
  });
}

/** Safari before 15 knows no module workers. */
async function inPage(): Promise<ReadPicture> {
  const { readBarcode } = await import('./read-barcode.ts');
  return readBarcode;
}
