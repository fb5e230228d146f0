import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type SchemaObject = Exclude<Schemas[string], { $ref: string }>;

const WORDS: SchemaObject = {
  type: 'object',
  required: ['zh', 'en'],
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
};

/** RFC 9457 problem details, as `problem.ts` writes them. */
export const PROBLEM_SCHEMA: SchemaObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'words', 'errors'],
  properties: {
    type: { type: 'string', examples: ['urn:truepart:problem:UNIT_ALREADY_FITTED'] },
    title: { type: 'string', description: 'The kind of problem, in the language of `Accept-Language`.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened, in the language of `Accept-Language`.' },
    instance: { type: 'string', description: 'The request: quote it when you ask us.' },
    code: { type: 'string', description: 'Stable: build on this one.', examples: ['UNIT_ALREADY_FITTED'] },
    words: { ...WORDS, description: '`detail` in both languages.' },
    errors: {
      type: 'array',
      description: 'Each faulty place of the input.',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string', examples: ['lines[2].quantity'] },
          message: { type: 'string' },
          words: WORDS,
        },
      },
    },
  },
  additionalProperties: true,
};
