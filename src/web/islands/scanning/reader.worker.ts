import { readBarcode } from './read-barcode.ts';
import type { ReaderAnswer, ReaderQuestion } from './barcode-reader.ts';

const answer = (told: ReaderAnswer): void => globalThis.postMessage(told);

globalThis.addEventListener('message', ({ data: { id, image } }: MessageEvent<ReaderQuestion>) => {
  readBarcode(image).then(
    (text) => answer({ id, text }),
    (error: unknown) => answer({ id, text: null, trouble: String(error) }),
  );
});
answer({ isReady: true });
