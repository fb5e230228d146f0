import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { projectRoot } from '../src/config/project-root.ts';

const text = readFileSync(join(projectRoot, 'Dockerfile'), 'utf8');
/** Instructions of the stage that is shipped, continued lines joined. */
const shipped = text
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .reduce<string[]>((stage, line) => (line.startsWith('FROM ') ? [line] : [...stage, line]), []);

function shippedWith(instruction: string): string[] {
  return shipped.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1));
}

test('a linter finds nothing', () => expect(validate(text)).toEqual([]));

test('what is shipped runs as an ordinary user, and nothing is run as root after that', () => {
  expect(shippedWith('USER')).toEqual(['node']);
  const user = shipped.indexOf('USER node');
  expect(shipped.slice(user).some((line) => /^(RUN|COPY|ADD) /.test(line))).toBe(false);
});

test('what is shipped holds the build and production packages only', () => {
  const copies = shippedWith('COPY');
  expect(copies).toContain('--from=production /app/node_modules node_modules');
  expect(text).toMatch(/AS production\nRUN npm ci --omit=dev$/m);
  expect(copies.some((copy) => /\bsrc\b/.test(copy))).toBe(false);
});

test('it hears signals itself', () => {
  const [command = '', ...others] = shippedWith('CMD');
  expect(others).toEqual([]);
  expect(JSON.parse(command)).toEqual(['node', '--enable-source-maps', 'dist/src/main.js']);
});

test.each([
  { status: 200, exitCode: 0 },
  { status: 503, exitCode: 1 },
])('its health check, run as it stands, ends with $exitCode on $status', async ({ status, exitCode }) => {
  const [health = ''] = shippedWith('HEALTHCHECK');
  const [, ...options] = JSON.parse(health.slice(health.indexOf('['))) as string[];
  const server = createServer((request, reply) =>
    reply.writeHead(request.url === '/health/ready' ? status : 404).end(),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const child = spawn(process.execPath, options, { env: { PORT: String(port) }, stdio: 'ignore' });
  const end = await once(child, 'exit');
  server.close();
  expect(end).toEqual([exitCode, null]);
});

test('whatever it copies from the project exists and is let through by .dockerignore', () => {
  const letThrough = readFileSync(join(projectRoot, '.dockerignore'), 'utf8').split('\n');
  const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
  expect(copied.length).toBeGreaterThan(5);
  for (const source of copied) {
    expect(existsSync(join(projectRoot, source))).toBe(true);
    expect(letThrough).toContain(`!${source}`);
  }
});
