import { CannotStart } from './config/cannot-start.ts';
import { Config } from './config/config.ts';
import { cannotListen, settlePort } from './listening.ts';

const config = Config.from({ PORT: '65535' });
const failing = (code: string) => Object.assign(new Error(code), { code });

test.each([
  { code: 'EADDRINUSE', says: /Port 65535 on 127\.0\.0\.1 is taken/, helps: /PORT=3000 npm start/ },
  { code: 'EACCES', says: /may not listen on port 65535/, helps: /PORT to a higher one/ },
  { code: 'EADDRNOTAVAIL', says: /HOST is 127\.0\.0\.1/, helps: /an address of this machine/ },
])('$code is told in plain words', ({ code, says, helps }) => {
  const told = cannotListen(config, failing(code));
  expect(told).toBeInstanceOf(CannotStart);
  expect(told.message).toMatch(says);
  expect((told as CannotStart).remedy).toMatch(helps);
});

test('anything else stays a fault', () => {
  const fault = failing('EMFILE');
  expect(cannotListen(config, fault)).toBe(fault);
});

test('port 0 becomes a free one, in the address too', async () => {
  const settled = await settlePort(Config.from({ PORT: '0' }));
  expect(settled.port).toBeGreaterThan(0);
  expect(settled.publicUrl).toBe(`http://localhost:${settled.port}`);
});
