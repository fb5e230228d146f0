import { Readable } from 'node:stream';

/**
 * Makes `bytes` a stream once its first chunk is there: what goes wrong before that rejects, so that it can still become an
 * answer with a status. Closing the stream closes the generator, and with it whatever the generator reads from.
 */
export async function begin(bytes: AsyncGenerator<Uint8Array>): Promise<Readable> {
  let first: IteratorResult<Uint8Array> | undefined = await bytes.next();
  // Not a generator: one that was never begun would not pass on its return.
  const resumed: AsyncIterableIterator<Uint8Array> = {
    next: () => {
      const result = first;
      first = undefined;
      return result ? Promise.resolve(result) : bytes.next();
    },
    return: () => bytes.return(undefined),
    [Symbol.asyncIterator]: () => resumed,
  };
  return Readable.from(resumed, { objectMode: false });
}
