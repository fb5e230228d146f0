import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/config/project-root.ts';
import { EVENT_TYPES, type OutboxEvent } from '../src/outbox/events.ts';
import { messageOf } from '../src/webhooks/webhook-message.ts';

const document = readFileSync(join(projectRoot, 'docs/webhooks.md'), 'utf8');
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const TOLD: OutboxEvent<'webhook.test'> = {
  id: '01a20799-0c0d-7b55-b244-ffe0fcd904b3',
  type: 'webhook.test',
  at: new Date('2026-11-23T02:00:00Z'),
  data: { webhook: '01a20799-0c03-7b93-a3bf-7804f7fa9e81' },
};

/** Runs the sample as a reader of the document would, on one message. What it throws is thrown here. */
function read(body: string, headers: Readonly<Record<string, string>>): unknown {
  const [, sample = ''] = /```js verify\n([\s\S]*?)```/.exec(document) ?? [];
  const script = `${sample}\nconst [body, headers] = JSON.parse(process.argv[1]);
    console.log(JSON.stringify(read(body, headers)));`;
  const call = ['--input-type=module', '--eval', script, '--', JSON.stringify([body, headers])];
  const env = { TRUEPART_WEBHOOK_SECRET: SECRET };
  return JSON.parse(execFileSync(process.execPath, call, { cwd: projectRoot, env, stdio: 'pipe' }).toString());
}

test('every type of event is described, and nothing else is', () => {
  const described = [...document.matchAll(/^\| `([a-z]+\.[a-z]+)` /gm)].map(([, type = '']) => type);
  expect(described.sort()).toEqual([...EVENT_TYPES].sort());
});

test('the sample reads a message of ours', () => {
  const { body, headers } = messageOf(TOLD, [SECRET], new Date());
  expect(read(body, headers)).toEqual({
    type: 'webhook.test',
    timestamp: '2026-11-23T02:00:00.000Z',
    data: TOLD.data,
  });
});

test.each([
  { name: 'changed on the way', change: (body: string) => body.replace('test', 'tset'), at: new Date() },
  { name: 'an hour old', change: (body: string) => body, at: new Date(Date.now() - 3_600_000) },
])('the sample refuses one that is $name', ({ change, at }) => {
  const { body, headers } = messageOf(TOLD, [SECRET], at);
  expect(() => read(change(body), headers)).toThrow();
});

test('the sample refuses one that another secret signed', () => {
  const { body, headers } = messageOf(TOLD, [`whsec_${Buffer.alloc(32, 8).toString('base64')}`], new Date());
  expect(() => read(body, headers)).toThrow('No matching signature');
});
