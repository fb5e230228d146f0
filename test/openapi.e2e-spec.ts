import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryModule, DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import { AppModule } from '../src/app.module.ts';
import { ACCESS } from '../src/auth/access.ts';
import { ALL_ROLES } from '../src/auth/actor.ts';
import { projectRoot } from '../src/config/project-root.ts';
import { EXPECTED } from '../src/http/input-words.ts';
import type { Words } from '../src/kernel/words.ts';
import { type RunningApp, startApp } from './support/app.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { 'x-access'?: string | string[] };

let running: RunningApp;
let document: OpenAPIObject;
let operations: [name: string, operation: Operation][];

beforeAll(async () => {
  running = await startApp({
    root: (config, clock) => ({ module: class {}, imports: [AppModule.forRoot(config, clock), DiscoveryModule] }),
  });
  document = (await running.request.get('/api/openapi.json')).body;
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation as Operation,
    ]),
  );
});
afterAll(() => running.close());

test('the contract has no fault that a linter finds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'truepart-openapi-'));
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(document));
  try {
    const redocly = join(projectRoot, 'node_modules/.bin/redocly');
    const options = [
      'lint',
      '--config',
      join(projectRoot, 'redocly.yaml'),
      '--max-problems',
      '50',
      '--format',
      'json',
      file,
    ];
    const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const { stdout } = await promisify(execFile)(redocly, options, { env: environment }).catch(
      (failed: { stdout: string }) => failed,
    );
    const { problems } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as {
      problems: { ruleId: string; message: string; location: { pointer: string }[] }[];
    };
    expect(problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)).toEqual(
      [],
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

test('every operation says who may call it, and how problems look', () => {
  expect(operations.length).toBeGreaterThan(15);
  for (const [name, operation] of operations) {
    const access = operation['x-access'];
    const isKnown =
      access === 'public' ||
      (Array.isArray(access) && access.every((role) => (ALL_ROLES as readonly string[]).includes(role)));
    expect({ name, isKnown }).toEqual({ name, isKnown: true });
    expect({ name, security: operation.security }).toEqual({
      name,
      security: access === 'public' ? [] : [{ session: [] }, { apiKey: [] }],
    });
    for (const status of ['400', '429', '500']) {
      expect({ name, types: Object.keys((operation.responses[status] as { content: object }).content) }).toEqual({
        name,
        types: ['application/problem+json'],
      });
    }
  }
});

test('every operation has a name of its own, words for people, and a described answer', () => {
  const names = operations.map(([, { operationId }]) => operationId);
  expect(new Set(names).size).toBe(operations.length);
  for (const [name, { summary, tags, responses }] of operations) {
    expect({ name, summary, tags }).toEqual({ name, summary: expect.any(String), tags: [expect.any(String)] });
    const successes = Object.entries(responses).filter(([status]) => status.startsWith('2') && status !== '204');
    const isEmpty = successes.length === 0 && responses['204'] !== undefined;
    const bodies = successes.map(([, response]) => Object.values((response as { content?: object }).content ?? {}));
    const isDescribed = bodies.every((types) => types.length > 0 && types.every(hasSchema));
    expect({ name, isDescribed: isDescribed && (isEmpty || bodies.length > 0) }).toEqual({ name, isDescribed: true });
  }
});

const hasSchema = (type: object): boolean => Object.keys((type as { schema?: object }).schema ?? {}).length > 0;

test('every schema that answers or asks for an object says what is in it', () => {
  const vague = Object.entries(document.components?.schemas ?? {}).filter(
    ([, schema]) => 'type' in schema && schema.type === 'object' && !schema.properties && !schema.additionalProperties,
  );
  expect(vague.map(([name]) => name)).toEqual([]);
});

test('every tag is explained', () => {
  const unexplained = (document.tags ?? []).filter(({ description }) => !description).map(({ name }) => name);
  expect(unexplained).toEqual([]);
});

test('what validators check is what the contract says', () => {
  const schema = document.components?.schemas?.['ChangePasswordDto'] as {
    required: string[];
    properties: Record<string, object>;
  };
  expect(schema.required).toEqual(['current', 'next']);
  expect(schema.properties['next']).toMatchObject({ type: 'string', minLength: 12, maxLength: 200 });
  const key = document.components?.schemas?.['NewApiKeyDto'] as {
    required: string[];
    properties: Record<string, object>;
  };
  expect(key.required).toEqual(['name', 'scopes']);
  expect(key.properties['name']).toMatchObject({ type: 'string', minLength: 1, maxLength: 100 });
  const list = document.paths['/api/api-keys']?.get?.parameters as {
    name: string;
    schema: object;
    required: boolean;
  }[];
  expect(list).toEqual([
    expect.objectContaining({
      name: 'limit',
      required: false,
      schema: expect.objectContaining({ minimum: 1, maximum: 200 }),
    }),
    expect.objectContaining({ name: 'after', required: false, schema: expect.objectContaining({ maxLength: 500 }) }),
  ]);
});

test('every validator says in both languages what it expects', () => {
  const storage = getMetadataStorage()['validationMetadatas'] as ReadonlyMap<unknown, ValidationMetadata[]>;
  const mute = [...storage.values()].flat().filter(({ name, type, context }) => {
    if (type === 'conditionalValidation' || type === 'whitelistValidation') return false;
    const words = context as Partial<Words> | undefined;
    return EXPECTED[name ?? type] === undefined && (words?.zh === undefined || words.en === undefined);
  });
  const places = mute.map(({ target, propertyName, name }) => `${(target as Type).name}.${propertyName}: ${name}`);
  expect(places).toEqual([]);
});

test('whole numbers are said to be whole, and headers that may be missing to be optional', () => {
  const scan = document.components?.schemas?.['ScanDto'] as { properties: Record<string, object> } | undefined;
  expect(scan?.properties['line']).toMatchObject({ type: 'integer', minimum: 1, maximum: 999 });
  const headers = operations.flatMap(([, { parameters = [] }]) =>
    parameters.filter((each) => 'in' in each && each.in === 'header' && each.required === true),
  );
  expect(headers).toEqual([]);
});

/** Every handler of every controller, documented or not. */
function handlers(): { name: string; access: unknown }[] {
  const discovery = running.app.get(DiscoveryService, { strict: false });
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ instance, metatype }) => {
    const prototype = Object.getPrototypeOf(instance as object) as Record<string, (...args: unknown[]) => unknown>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((method) => Reflect.hasMetadata(PATH_METADATA, prototype[method]!))
      .map((method) => ({
        name: `${(metatype as Type).name}.${method} (${RequestMethod[Reflect.getMetadata(METHOD_METADATA, prototype[method]!) as number]})`,
        access: (Reflect.getMetadata(ACCESS, prototype[method]!) ??
          Reflect.getMetadata(ACCESS, metatype as Type)) as unknown,
      }));
  });
}

test('no route was forgotten: each is marked @Public() or @Allow(…)', () => {
  const all = handlers();
  expect(all.length).toBeGreaterThan(operations.length - 1);
  expect(all.filter(({ access }) => access === undefined).map(({ name }) => name)).toEqual([]);
});

test('what is not public is closed to strangers', async () => {
  const closed = operations.filter(([, operation]) => operation['x-access'] !== 'public');
  const open: string[] = [];
  for (const [name] of closed) {
    const [method = '', path = ''] = name.split(' ');
    const url = path.replace(/\{[^}]+\}/g, '01a20704-134a-769f-95ed-c2342ec6f6ae');
    const answer = await fetch(running.url + url, { method: method.toUpperCase() });
    if (answer.status !== 401) open.push(`${name}: ${answer.status}`);
  }
  expect(open).toEqual([]);
});

test('the docs page and its files are served from here', async () => {
  const page = await running.request.get('/api/docs');
  const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!);
  expect(files).toHaveLength(4);
  for (const file of files) expect([file, (await running.request.get(file)).status]).toEqual([file, 200]);
  expect((await running.request.get('/api/docs/package.json')).status).toBe(404);
  expect((await running.request.get('/api/docs/..%2Fpackage.json')).status).toBe(404);
});
