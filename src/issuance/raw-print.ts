import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PrinterAddress } from '../config/printers.ts';

/** How long a printer may take to answer at all, and to take more once its buffer is full. In milliseconds. */
export interface PrintPatience {
  readonly connect: number;
  /** Long: who prints thousands changes a roll in between. */
  readonly stalled: number;
}

export const PATIENCE: PrintPatience = { connect: 5_000, stalled: 600_000 };

/**
 * A connection for raw data (port 9100).
 * @throws Error when nobody answers within `patience.connect`
 */
export function reach({ host, port }: PrinterAddress, patience: PrintPatience): Promise<Socket> {
  return new Promise((done, failed) => {
    const socket = connect({ host, port });
    socket.setTimeout(patience.connect, () => socket.destroy(new Error('no answer')));
    socket.once('error', failed);
    socket.once('connect', () => {
      socket.off('error', failed);
      socket.setTimeout(patience.stalled, () => socket.destroy(new Error('it takes no more')));
      done(socket);
    });
  });
}

/** Sends it all at the printer's own pace. Settles once the printer has taken the last byte. */
export async function pour(bytes: Readable, socket: Socket): Promise<void> {
  // Status that a printer sends back is nothing we read, but unread it would keep the connection open.
  socket.resume();
  await pipeline(bytes, socket);
}
