import type { Response } from 'supertest';
import { AccountsService } from '../src/auth/accounts.service.ts';
import type { Role } from '../src/auth/actor.ts';
import { OrganisationsService } from '../src/auth/organisations.service.ts';
import { Database } from '../src/database/database.ts';
import { DEMO_PASSWORD } from '../src/demo/demo-people.ts';
import { type RunningApp, startApp } from './support/app.ts';
import { SignInProvider } from './support/sign-in-provider.ts';
import { freePort } from './support/started-server.ts';
import { emailOf, linkIn, Visitor } from './support/visitor.ts';

const PUBLIC_URL = 'http://localhost:3000';
const BUTTON = /\/sign-in\/oidc/;

let provider: SignInProvider;
let app: RunningApp;
let database: Database;
let admin: Visitor;
beforeAll(async () => {
  provider = new SignInProvider(await freePort(), PUBLIC_URL);
  app = await startApp({ environment: { ...provider.environment, PUBLIC_URL, THROTTLE_SIGN_INS: '100' } });
  database = app.app.get(Database);
  const organisations = app.app.get(OrganisationsService);
  await organisations.create('system', { kind: 'platform', code: 'TP', name: { zh: '真件', en: 'Truepart' } });
  await organisations.create('system', { kind: 'workshop', code: 'WS-1', name: { zh: '一店', en: 'Shop one' } });
  await somebody('admin', 'TP', 'administrator');
  admin = await Visitor.signedIn(app, 'admin');
});
afterAll(async () => {
  await app?.close();
  await provider.stop();
});

/** @returns the account's id */
async function somebody(name: string, organisation = 'WS-1', ...roles: Role[]): Promise<string> {
  const held = roles.length > 0 ? roles : (['technician'] as const);
  const account = { organisation, name, email: emailOf(name), password: DEMO_PASSWORD, roles: held };
  return (await app.app.get(AccountsService).create('system', account)).id;
}

const local = (address: string): string => {
  const { pathname, search } = new URL(address);
  return pathname + search;
};

/** By the button of the sign-in page to the provider, as far as where that sends the browser back to. */
async function goesToProvider(visitor: Visitor, next = ''): Promise<string> {
  const page = await visitor.opens(`/sign-in${next}`);
  const sent = await visitor.opens(local(linkIn(page, BUTTON).replaceAll('&amp;', '&')));
  expect(sent.status).toBe(303);
  return provider.leadsBack(sent.headers['location']!);
}

async function signsIn(person: SignInProvider['person'], next?: string, visitor = new Visitor(app)): Promise<Response> {
  provider.person = person;
  return visitor.opens(await goesToProvider(visitor, next));
}

/** Told on the page with the password's form, so that nobody is stuck. */
function expectRefused(answer: Response, status: number, words: string): void {
  expect({ status: answer.status, says: answer.text }).toEqual({ status, says: expect.stringContaining(words) });
  expect(answer.text).toContain('name="password"');
  expect(answer.headers['set-cookie']).toBeUndefined();
}

const auditOf = async (id: string): Promise<unknown[]> => {
  const text =
    'SELECT action, detail, actor_id = subject::uuid AS is_own FROM audit_entry WHERE subject = $1 ORDER BY id';
  return database.rows(text, [id]);
};

test('before the provider is there, its button says so in both languages, and passwords do as ever', async () => {
  const visitor = new Visitor(app);
  const button = local(linkIn(await visitor.opens('/sign-in'), BUTTON));
  expectRefused(await visitor.opens(button), 409, 'Example Login does not answer.');
  expect((await visitor.opens('/sign-in?lang=zh')).text).toContain('使用 Example Login 登录');
  expectRefused(await visitor.opens(button), 409, 'Example Login 没有应答');
  expect((await visitor.signsIn('admin')).status).toBe(303);
  await provider.start();
  expect((await new Visitor(app).opens(button)).status).toBe(303);
});

test('where no provider is set there is no button, and its addresses lead nowhere', async () => {
  const plain = await startApp();
  try {
    const visitor = new Visitor(plain);
    expect((await visitor.opens('/sign-in')).text).not.toMatch(BUTTON);
    expectRefused(await visitor.opens('/sign-in/oidc'), 404, 'No sign-in provider is set up here');
    expectRefused(await visitor.opens('/sign-in/oidc/callback?code=x&state=x'), 409, 'is over');
  } finally {
    await plain.close();
  }
});

describe('whom the provider vouches for', () => {
  test('is signed in to the account with that e-mail address, and from then on by the link alone', async () => {
    const id = await somebody('tina');
    const visitor = new Visitor(app);
    const first = await signsIn({ subject: 's-tina', email: emailOf('TINA') }, undefined, visitor);
    expect([first.status, first.headers['location']]).toEqual([303, '/workshop']);
    expect((await visitor.opens('/home')).text).toContain('Hello, tina');
    expect(await auditOf(id)).toEqual([
      { action: 'account.created', detail: expect.anything(), is_own: null },
      { action: 'session.begun', detail: { way: 'provider' }, is_own: true },
      { action: 'account.linked', detail: { issuer: provider.issuer }, is_own: true },
    ]);
    await somebody('tom');
    const renamed = new Visitor(app);
    expect((await signsIn({ subject: 's-tina', email: emailOf('tom') }, undefined, renamed)).status).toBe(303);
    expect((await renamed.opens('/home')).text).toContain('Hello, tina');
    expect(await auditOf(id)).toHaveLength(4);
    await renamed.sends('/sign-out', {});
    expect((await renamed.opens('/home')).status).toBe(303);
  });

  test('may be told of at the UserInfo endpoint alone', async () => {
    await somebody('rita');
    expect((await signsIn({ subject: 's-rita', email: emailOf('rita'), isReticent: true })).status).toBe(303);
  });

  test.each([
    { name: 'where they wanted to go first', next: '/account', to: '/account' },
    { name: 'to their room where that is another site', next: 'https://evil.example/', to: '/workshop' },
    { name: 'to their room where that is one without a scheme', next: '//evil.example', to: '/workshop' },
    { name: 'to their room where that is one behind a backslash', next: '/\\evil.example', to: '/workshop' },
  ])('comes $name', async ({ next, to }) => {
    const sent = await signsIn({ subject: 's-tina', email: '' }, `?next=${encodeURIComponent(next)}`);
    expect([sent.status, sent.headers['location']]).toEqual([303, to]);
    // The same without the page, which leaves out what is no address of ours.
    const asked = new Visitor(app);
    const out = await asked.opens(`/sign-in/oidc?next=${encodeURIComponent(next)}`);
    const back = await asked.opens(await provider.leadsBack(out.headers['location']!));
    expect(back.headers['location']).toBe(to);
  });

  test('ends the session that the browser had before', async () => {
    const visitor = new Visitor(app);
    provider.person = { subject: 's-tina', email: '' };
    const back = await goesToProvider(visitor);
    await visitor.signsIn('admin');
    const sessions = () => database.first('SELECT count(*) FROM session');
    const before = await sessions();
    expect((await visitor.opens(back)).status).toBe(303);
    expect((await visitor.opens('/home')).text).toContain('Hello, tina');
    expect(await sessions()).toEqual(before);
  });
});

describe('refused', () => {
  test('an address that nobody has: no account is made', async () => {
    const count = () => database.first('SELECT count(*) FROM account');
    const before = await count();
    expectRefused(await signsIn({ subject: 's-x', email: emailOf('stranger') }), 403, 'Nobody here has the e-mail');
    expect(await count()).toEqual(before);
  });

  test('an address that the provider has not verified', async () => {
    await somebody('uwe');
    const unverified = { subject: 's-uwe', email: emailOf('uwe'), isVerified: false };
    expectRefused(await signsIn(unverified), 403, 'has no confirmed e-mail address');
    expect((await signsIn({ ...unverified, isVerified: true })).status).toBe(303);
  });

  test('another person who now has the address, until an administrator removes the link', async () => {
    const id = await somebody('vera');
    const vera = new Visitor(app);
    await signsIn({ subject: 's-vera', email: emailOf('vera') }, undefined, vera);
    const heir = { subject: 's-heir', email: emailOf('vera') };
    expectRefused(await signsIn(heir), 403, 'is linked with somebody else');
    expect((await admin.opens(`/admin/people/${id}`)).text).toContain('Linked with the sign-in provider');
    const unlinked = await admin.sends(`/admin/people/${id}/unlinking`, {});
    expect(unlinked.headers['location']).toBe(`/admin/people/${id}?done=unlinking`);
    expect((await vera.opens('/home')).status).toBe(303);
    expect((await admin.opens(`/admin/people/${id}`)).text).not.toContain('Linked with the sign-in provider');
    expect((await signsIn(heir)).status).toBe(303);
    expect((await auditOf(id)).map((entry) => (entry as { action: string }).action)).toEqual(
      expect.arrayContaining(['account.linked', 'account.unlinked', 'account.linked']),
    );
  });

  test('a disabled account, also where its address is somebody else’s by now', async () => {
    const id = await somebody('walt');
    const person = { subject: 's-walt', email: emailOf('walt') };
    await signsIn(person);
    await admin.sends(`/admin/people/${id}/disablement`, {});
    expectRefused(await signsIn(person), 403, 'Nobody here has the e-mail');
    await somebody('xena');
    expectRefused(await signsIn({ ...person, email: emailOf('xena') }), 403, 'Nobody here has the e-mail');
  });

  test('who declines at the provider', async () => {
    expectRefused(await signsIn('declines'), 403, 'was cancelled or refused at Example Login');
  });

  test('a token that was changed after it was signed', async () => {
    provider.forgedSubject = 's-tina';
    try {
      expectRefused(await signsIn({ subject: 's-x', email: 'x@x.example' }), 403, 'does not prove who you are');
    } finally {
      provider.forgedSubject = undefined;
    }
  });

  test('a provider that goes away in between', async () => {
    provider.person = { subject: 's-tina', email: '' };
    const visitor = new Visitor(app);
    const back = await goesToProvider(visitor);
    await provider.stop();
    try {
      expectRefused(await visitor.opens(back), 403, 'does not prove who you are');
    } finally {
      await provider.start();
    }
  });

  describe('an answer', () => {
    let visitor: Visitor;
    let back: string;
    beforeEach(async () => {
      provider.person = { subject: 's-tina', email: '' };
      visitor = new Visitor(app);
      back = await goesToProvider(visitor);
    });
    const over = 'This attempt to sign in is over';

    test('that comes twice', async () => {
      expect((await visitor.opens(back)).status).toBe(303);
      expectRefused(await visitor.opens(back), 409, over);
    });

    test('that comes twice, although the first was a no', async () => {
      provider.person = 'declines';
      const no = await goesToProvider(visitor);
      expectRefused(await visitor.opens(no), 403, 'was cancelled or refused');
      expectRefused(await visitor.opens(no), 409, over);
    });

    test('that comes in another browser, also where that one has asked as well', async () => {
      const other = new Visitor(app);
      expectRefused(await other.opens(back), 409, over);
      await goesToProvider(other);
      expectRefused(await other.opens(back), 409, over);
      expect((await visitor.opens(back)).status).toBe(303);
    });

    test('with a state that somebody made up; the true one still counts', async () => {
      expectRefused(await visitor.opens(back.replace(/state=[^&]+/, 'state=made-up')), 409, over);
      expectRefused(await visitor.opens(back.replace(/&state=[^&]+/, '')), 409, over);
      expect((await visitor.opens(back)).status).toBe(303);
    });

    test('with a code that somebody made up', async () => {
      expectRefused(await visitor.opens(back.replace(/code=[^&]+/, 'code=made-up')), 403, 'does not prove who you are');
    });

    test('that comes too late', async () => {
      const began = app.clock.now();
      app.clock.advance(600_000);
      expectRefused(await visitor.opens(back), 409, over);
      app.clock.set(began);
    });
  });
});

test('too many attempts from one place must wait', async () => {
  const limited = await startApp({ environment: { ...provider.environment, PUBLIC_URL, THROTTLE_SIGN_INS: '2' } });
  try {
    const visitor = new Visitor(limited);
    for (let i = 0; i < 2; i++) expect((await visitor.opens('/sign-in/oidc')).status).toBe(303);
    expectRefused(await visitor.opens('/sign-in/oidc'), 429, 'Too many attempts');
  } finally {
    await limited.close();
  }
});

test('neither log nor audit tells who somebody is at the provider', async () => {
  const [kept] = await database.rows<{ all: string }>(`SELECT string_agg(e::text, '') AS all FROM audit_entry e`);
  for (const text of [kept?.all, app.logged.join('\n')]) expect(text).not.toMatch(/s-tina|demo\.truepart\.test/);
});
