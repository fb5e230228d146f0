import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { Config } from './config.ts';
import { projectRoot } from './project-root.ts';

function complaint(environment: Record<string, string | undefined>): string {
  try {
    Config.from(environment);
  } catch (error) {
    if (error instanceof CannotStart) return error.message;
    throw error;
  }
  return 'none';
}

test('with nothing set, a demo for this machine only, in the project folder', () => {
  expect(Config.from({})).toMatchObject({
    isDemo: true,
    isProduction: false,
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    databaseUrl: undefined,
    dataDir: join(projectRoot, '.data'),
    trustProxy: false,
  });
});

test('every bad variable is named at once, with what was found and what is expected', () => {
  const message = complaint({ PORT: '80 80', DEMO: 'ja', LOG_LEVEL: 'loud', DATABASE_POOL_SIZE: '1' });
  expect(message).toMatch(/^4 settings are wrong/);
  for (const name of ['PORT', 'DEMO', 'LOG_LEVEL', 'DATABASE_POOL_SIZE']) expect(message).toContain(`  ${name}: found`);
  expect(message).toContain('PORT: found "80 80", expected a whole number from 0 to 65535');
});

const oidc = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'truepart', OIDC_CLIENT_SECRET: 's3cret' };
const real = { DEMO: 'false', PUBLIC_URL: 'https://truepart.example' };
test.each([
  {
    name: 'production needs to be told its address',
    env: { NODE_ENV: 'production' },
    says: /PUBLIC_URL: found nothing/,
  },
  { name: 'demo does not listen to the network', env: { HOST: '0.0.0.0' }, says: /HOST.*while DEMO is true/ },
  { name: 'demo prints no labels for a real host', env: { PUBLIC_URL: 'https://a.example' }, says: /PUBLIC_URL.*DEMO/ },
  {
    name: 'plain http outside this machine',
    env: { ...real, PUBLIC_URL: 'http://a.example' },
    says: /https and no port/,
  },
  { name: 'a port on labels', env: { ...real, PUBLIC_URL: 'https://a.example:8443' }, says: /https and no port/ },
  { name: 'a path after the origin', env: { ...real, PUBLIC_URL: 'https://a.example/x' }, says: /no path/ },
  { name: 'a user in the origin', env: { ...real, PUBLIC_URL: 'https://u:p@a.example' }, says: /no user/ },
  { name: 'an address that no QR code can hold', env: { PUBLIC_URL: 'http://[::1]:3000' }, says: /an origin such as/ },
  { name: 'a database of another make', env: { DATABASE_URL: 'mysql://h/d' }, says: /DATABASE_URL.*postgresql:/ },
  { name: 'a database address without a database', env: { DATABASE_URL: 'postgres://h' }, says: /DATABASE_URL/ },
  { name: 'a hexadecimal port', env: { PORT: '0x50' }, says: /PORT/ },
  { name: 'a port too high', env: { PORT: '65536' }, says: /PORT/ },
  { name: 'a proxy that is no address', env: { TRUST_PROXY: '10.0.0.0/33' }, says: /TRUST_PROXY/ },
  { name: 'every proxy', env: { TRUST_PROXY: 'true' }, says: /TRUST_PROXY/ },
  { name: 'a number of proxies', env: { TRUST_PROXY: '1' }, says: /TRUST_PROXY/ },
  { name: 'a network that is none', env: { WEBHOOK_NETWORKS: 'intranet' }, says: /WEBHOOK_NETWORKS/ },
  { name: 'a mail server on the web', env: { SMTP_URL: 'https://mail.example' }, says: /SMTP_URL/ },
  { name: 'mail from nobody', env: { SMTP_URL: 'smtp://mail.example' }, says: /MAIL_FROM: found nothing/ },
  { name: 'a sender with a line break', env: { MAIL_FROM: 'a@b.example\nBcc: c@d.example' }, says: /MAIL_FROM/ },
  {
    name: 'a provider without a secret',
    env: { ...oidc, OIDC_CLIENT_SECRET: '' },
    says: /OIDC_CLIENT_SECRET: found n/,
  },
  { name: 'a name of no provider', env: { OIDC_NAME: 'Login' }, says: /^3 settings are wrong[^]*because OIDC_NAME is/ },
  { name: 'a provider without TLS', env: { ...oidc, OIDC_ISSUER: 'http://login.example' }, says: /OIDC_ISSUER.*https/ },
  { name: 'a provider’s document', env: { ...oidc, OIDC_ISSUER: 'https://a.example/.well-known/x' }, says: /_ISSUER/ },
  { name: 'a provider’s name that fills the page', env: { ...oidc, OIDC_NAME: 'x'.repeat(41) }, says: /OIDC_NAME/ },
  { name: 'a host that is none', env: { ...real, HOST: 'a b' }, says: /HOST/ },
])('refused: $name', ({ env, says }) => expect(complaint(env)).toMatch(says));

test.each([
  { name: 'a real origin', env: { ...real, HOST: '0.0.0.0' }, is: { publicUrl: 'https://truepart.example' } },
  {
    name: 'an origin written with a slash',
    env: { ...real, PUBLIC_URL: 'https://A.example/' },
    is: { publicUrl: 'https://a.example' },
  },
  { name: 'an empty variable counts as unset', env: { PORT: '' }, is: { port: 3000 } },
  { name: 'any free port', env: { PORT: '0' }, is: { port: 0 } },
  { name: 'no network for webhooks', env: { WEBHOOK_NETWORKS: 'none' }, is: { webhookNetworks: [] } },
  {
    name: 'mail with a name',
    env: { SMTP_URL: 'smtps://u:p@mail.example', MAIL_FROM: '真件 <truepart@mail.example>' },
    is: { smtpUrl: 'smtps://u:p@mail.example', mailFrom: '真件 <truepart@mail.example>' },
  },
  {
    name: 'a provider, called by its host',
    env: oidc,
    is: {
      oidc: { issuer: 'https://login.example', clientId: 'truepart', clientSecret: 's3cret', name: 'login.example' },
    },
  },
  {
    name: 'a provider on this machine, with a name',
    env: { ...oidc, OIDC_ISSUER: 'http://localhost:8080/realms/staff', OIDC_NAME: '统一登录' },
    is: { oidc: { issuer: 'http://localhost:8080/realms/staff', name: '统一登录' } },
  },
  { name: 'proxies in the private network', env: { TRUST_PROXY: 'uniquelocal' }, is: { trustProxy: ['uniquelocal'] } },
  { name: 'proxies by address', env: { TRUST_PROXY: '10.0.0.0/8, ::1' }, is: { trustProxy: ['10.0.0.0/8', '::1'] } },
])('taken: $name', ({ env, is }) => expect(Config.from(env)).toMatchObject(is));

test('the password of a database never appears in the complaint', () => {
  const message = complaint({ DATABASE_URL: 'postgres://truepart:hunter2@host' });
  expect(message).toContain('postgres://truepart:***@host');
  expect(message).not.toContain('hunter2');
});

test('.env.example lists exactly what is read', () => {
  const read = new Set<string>();
  Config.from(new Proxy({}, { get: (_, name) => void read.add(String(name)) }));
  const example = readFileSync(join(projectRoot, '.env.example'), 'utf8');
  const listed = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(new Set(listed)).toEqual(read);
});
