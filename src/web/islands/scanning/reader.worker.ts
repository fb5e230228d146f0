import type { ReaderAnswer, ReaderQuestion } from './barcode-reader.ts';
import { loadReader, readBarcode } from './read-barcode.ts';

const answer = (told: ReaderAnswer): void => globalThis.postMessage(told);

globalThis.addEventListener('message', ({ data: { id, image, look } }: MessageEvent<ReaderQuestion>) => {
  readBarcode(image, look).then(
    (text) => answer({ id, text }),
    () => answer({ id, text: null }),
  );
});
loadReader().then(
  () => answer({ isLoaded: true }),
  () => answer({ isLoaded: false }),
);
