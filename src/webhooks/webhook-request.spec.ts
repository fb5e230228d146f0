import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookNetworks } from './webhook-networks.ts';
import { postMessage } from './webhook-request.ts';

const loopback = new WebhookNetworks(['loopback']);
const world = new WebhookNetworks([]);
const paths: string[] = [];
let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    paths.push(request.url ?? '');
    if (request.url === '/hang') return;
    if (request.url === '/redirect') response.setHeader('location', '/elsewhere');
    if (request.url === '/endless') {
      response.writeHead(200);
      const writing = setInterval(() => response.write('x'.repeat(10_000)), 1);
      response.on('close', () => clearInterval(writing));
      return;
    }
    response
      .setHeader('retry-after', '120')
      .writeHead(request.url === '/redirect' ? 302 : 503)
      .end('no');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const post = (host: string, path: string, networks = loopback, timeout?: number) =>
  postMessage(`http://${host}:${port}${path}`, '{}', {}, networks, timeout);

test('the status and how long to wait are what is kept of an answer', async () => {
  expect(await post('127.0.0.1', '/busy')).toEqual({ status: 503, retryAfter: 120_000 });
});

test('a name is looked up, and used where it leads', async () => {
  expect(await post('localhost', '/by-name')).toMatchObject({ status: 503 });
});

test('a redirect is not followed', async () => {
  expect(await post('127.0.0.1', '/redirect')).toMatchObject({ status: 302 });
  expect(paths).not.toContain('/elsewhere');
});

test('an answer without end is not read', async () => {
  expect(await post('127.0.0.1', '/endless')).toMatchObject({ status: 200 });
});

test('who never answers is given up', async () => {
  await expect(post('127.0.0.1', '/hang', loopback, 200)).rejects.toMatchObject({ code: 'TIMEOUT' });
});

test.each(['127.0.0.1', 'localhost', '[::1]'])('a name or address that leads home is not reached: %s', async (host) => {
  await expect(post(host, '/home', world)).rejects.toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' });
  await expect(postMessage(`https://${host}:${port}/home`, '{}', {}, world)).rejects.toMatchObject({
    code: 'ADDRESS_NOT_ALLOWED',
  });
  expect(paths).not.toContain('/home');
});

test('who is not there is told by the code of the system', async () => {
  await expect(postMessage('http://127.0.0.1:1/', '{}', {}, loopback)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
