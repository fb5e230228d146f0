import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { HttpException } from '@nestjs/common';
import { newId } from '../kernel/identifiers.ts';
import { languageOf } from './accept-language.ts';
import { problemOf, troubleOf } from './problem.ts';

const STATUS_OF_ERROR: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** What is no HTTP never becomes a request, so its problem document is written to the socket itself. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS_OF_ERROR[error.code ?? ''] ?? 400;
  const problem = JSON.stringify(problemOf(troubleOf(new HttpException('', status)), languageOf(undefined), newId()));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(problem)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${problem}`);
}

/** RFC 9110 §10.1.1: an expectation that we do not know may be refused or passed over. Node would refuse it without words. */
export function passOverExpectations(server: Server): void {
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    server.emit('request', request, response);
  });
}
