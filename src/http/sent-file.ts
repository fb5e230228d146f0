import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { Consumes, PICTURE_TYPES } from './consumes.ts';
import { fileMissing } from './http.refusals.ts';

const FILE = { type: 'string', format: 'binary' } as const;

/** A route that takes one CSV file: as the whole body, or attached to a form. */
export const ConsumesCsv = () =>
  applyDecorators(
    Consumes('text/csv', 'multipart/form-data'),
    ApiBody({ schema: { oneOf: [FILE, { type: 'object', required: ['file'], properties: { file: FILE } }] } }),
  );

/** A route that takes one picture as the whole body, which arrives as a Buffer. */
export const ConsumesPicture = () => applyDecorators(Consumes(...PICTURE_TYPES), ApiBody({ schema: FILE }));

/**
 * The bytes of a text/csv body, or of the first file among the parts of a form.
 * @throws Refusal FILE_MISSING
 */
export function sentFile(body: unknown): Uint8Array {
  if (Buffer.isBuffer(body)) return body;
  const file = Object.values(body ?? {}).find((field) => Buffer.isBuffer(field));
  if (!file) throw fileMissing();
  return file;
}
