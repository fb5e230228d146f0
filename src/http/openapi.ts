import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { projectRoot } from '../config/project-root.ts';
import { ACCESS, IDEMPOTENCY } from './openapi-extensions.ts';
import { describeValidatedProperties } from './openapi-properties.ts';
import { PROBLEM_SCHEMA } from './problem-schema.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & Record<string, unknown>;

type Parameter = NonNullable<Operation['parameters']>[number];

const DESCRIPTION = `Is the part on this invoice the part in this car, and did the maker issue it?

A refusal is an \`application/problem+json\` document (RFC 9457) with a stable \`code\` and words in Chinese and English.
Send an \`Idempotency-Key\` with every POST that creates: the same key and body get the same answer, once.
Lists are paged: pass \`next\` as \`after\`.`;

const TAGS: Readonly<Record<string, string>> = {
  session: 'Signing in and out',
  people: 'Organisations, accounts, API keys and the record of who did what',
  operations: 'Health, numbers and this document',
  catalogue: 'Parts, their prices, and which number replaces which',
  keys: 'What makers sign their labels with',
  issuance: 'Minting units and printing their labels',
  units: 'One physical part: its life, and what holds it',
  distribution: 'Shipments, receipts and cartons',
  scans: 'Somebody read a label, here, then',
  'repair orders': 'What a workshop was asked to do, and what was approved',
  fittings: 'Issuing, fitting, undoing and removing parts, and what became of the old ones',
  invoices: 'What is billed, reconciled with what was fitted',
  flags: 'What looks wrong, and by which rules',
  cases: 'Investigations, disputes and complaints',
  recalls: 'Campaigns that call parts back',
  satisfaction: 'Whether owners received the service that they expected',
  scorecard: 'How well detection works, in figures',
  webhooks: 'What happens, told to other systems as it happens',
  public: 'For the owner, without an account',
  pages: 'What people open in a browser',
};

/** What any route may answer besides what it says itself. */
const PROBLEMS: Readonly<Record<string, string>> = {
  400: 'Bad input: `errors` says where',
  401: 'Not signed in',
  403: 'Not with this role, or from another site',
  404: 'No such thing for this caller',
  409: 'Refused by the rules of the trade',
  429: 'Too many requests: see `Retry-After`',
  500: 'A fault of ours',
  503: 'Not available at the moment: see `Retry-After`',
};

/** The contract as a document: OpenAPI 3.1, made of the routes, their DTOs and their validators. */
@Injectable()
export class OpenApi {
  private document: OpenAPIObject | undefined;

  /** Once, when every module is there. */
  build(app: INestApplication): void {
    describeValidatedProperties();
    const document = SwaggerModule.createDocument(app, this.frame(), { operationIdFactory: operationIdOf });
    document.components = {
      ...document.components,
      schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA },
    };
    for (const path of Object.values(document.paths)) {
      for (const method of ['get', 'put', 'post', 'delete', 'patch'] as const) {
        const operation = path[method] as Operation | undefined;
        if (operation) complete(operation, method);
      }
    }
    document.tags = tagsIn(document);
    this.document = document;
  }

  get(): OpenAPIObject {
    if (this.document === undefined) throw new Error('The OpenAPI document is asked for before it is built.');
    return this.document;
  }

  private frame(): Omit<OpenAPIObject, 'paths'> {
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
    return new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Truepart 真件')
      .setDescription(DESCRIPTION)
      .setVersion(version)
      .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
      .addServer('/')
      .addCookieAuth('truepart', { type: 'apiKey', in: 'cookie', description: 'People: POST /api/session.' }, 'session')
      .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Machines: an API key, `tp_…`.' }, 'apiKey')
      .build();
  }
}

/** `SessionsController.signIn` → `sessionsSignIn`. */
function operationIdOf(controller: string, method: string): string {
  const subject = controller.replace(/Controller$/, '');
  return `${subject.charAt(0).toLowerCase()}${subject.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}

function complete(operation: Operation, method: string): void {
  operation.security = operation[ACCESS] === 'public' ? [] : [{ session: [] }, { apiKey: [] }];
  for (const [status, description] of Object.entries(PROBLEMS)) {
    const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
    const own = operation.responses[status] as { description?: string } | undefined;
    operation.responses[status] = { description: own?.description || description, content };
  }
  operation.parameters = operation.parameters?.map(withOptionalHeader);
  if (method === 'post' && operation[IDEMPOTENCY] !== 'none') acceptIdempotencyKey(operation);
}

/** Swagger takes every header that a handler reads for one that must be there. */
function withOptionalHeader(parameter: Parameter): Parameter {
  return 'in' in parameter && parameter.in === 'header' ? { ...parameter, required: false } : parameter;
}

function acceptIdempotencyKey(operation: Operation): void {
  const name = 'Idempotency-Key';
  const others = (operation.parameters ?? []).filter(
    (each) => !('name' in each) || each.name.toLowerCase() !== name.toLowerCase(),
  );
  const schema = { type: 'string', minLength: 1, maxLength: 255 } as const;
  const description = 'Same key and body: the same answer, once. Kept for a week.';
  operation.parameters = [...others, { name, in: 'header', required: false, schema, description }];
}

function tagsIn(document: OpenAPIObject): NonNullable<OpenAPIObject['tags']> {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as Partial<Operation>[]);
  const names = new Set(operations.flatMap(({ tags }) => tags ?? []));
  return [...names].sort().map((name) => ({ name, description: TAGS[name] ?? '' }));
}
