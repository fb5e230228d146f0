import { isUtf8 } from 'node:buffer';
import multipart from '@fastify/multipart';
import { BadRequestException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBodyParser, FastifyRequest } from 'fastify';
import { BODY_LIMIT, FILE_LIMIT, PICTURE_LIMIT, PICTURE_TYPES } from './consumes.ts';

/** JSON and forms up to 1 MB, CSV as bytes up to 10 MB: its reader finds out the encoding. Pictures up to 5 MB. */
export async function registerBodyParsers(app: NestFastifyApplication): Promise<void> {
  const parseJson = app.getHttpAdapter().getInstance().getDefaultJsonParser('error', 'error');
  const parse: FastifyBodyParser<Buffer> = (request, body, done) => {
    // No body at all under a JSON content type is what many clients send with a bare POST.
    if (body.length === 0) done(null, undefined);
    else if (!isUtf8(body)) done(new BadRequestException());
    else void parseJson(request, body.toString(), done);
  };
  app.useBodyParser('application/json', { bodyLimit: BODY_LIMIT }, parse);
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: BODY_LIMIT });
  app.useBodyParser('text/csv', { bodyLimit: FILE_LIMIT });
  app.useBodyParser([...PICTURE_TYPES], { bodyLimit: PICTURE_LIMIT });
  await app.register(multipart, {
    limits: { fileSize: FILE_LIMIT, files: 1, fields: 20, fieldSize: 100_000, parts: 21 },
  });
  // Read whole before any handler: an idempotency key must know the body that it stands for.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', async (request) => {
      if (request.isMultipart()) request.body = await formIn(request);
    });
}

/** Texts, and files as Buffers, by their names. */
async function formIn(request: FastifyRequest): Promise<Record<string, unknown>> {
  const form: Record<string, unknown> = {};
  try {
    for await (const part of request.parts()) {
      form[part.fieldname] = part.type === 'file' ? await part.toBuffer() : part.value;
    }
  } catch (error) {
    // The reader throws bare errors at a form that is cut off; its own limits have a status.
    throw (error as { statusCode?: unknown }).statusCode === undefined ? new BadRequestException() : error;
  }
  return form;
}
