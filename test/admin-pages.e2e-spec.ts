import type { Response } from 'supertest';
import { loadDemoWorld } from '../src/demo/demo-world.ts';
import { type RunningApp, startApp } from './support/app.ts';
import { linkIn, Visitor } from './support/visitor.ts';

let app: RunningApp;
let admin: Visitor;
beforeAll(async () => {
  app = await startApp();
  await loadDemoWorld(app.app);
  admin = await Visitor.signedIn(app, 'admin');
}, 120_000);
afterAll(() => app.close());

/** What is shown once. */
const secretOn = (page: Response): string => /<b class="code">([^<]+)<\/b>/.exec(page.text)![1]!;

/** Somebody of the demo world, found as an administrator finds them. */
async function personNamed(name: string, organisation: string): Promise<string> {
  const people = await admin.opens(`/admin/people?organisation=${organisation}`);
  const found = new RegExp(`href="(/admin/people/[\\w-]{36})">${name}<`).exec(people.text);
  return found![1]!;
}

describe('organisations and their people', () => {
  test('a workshop is registered, and somebody in it signs in with the password that was shown once', async () => {
    const form = {
      kind: 'workshop',
      code: 'WS-SX-01',
      nameZh: '绍兴店',
      nameEn: 'Shaoxing shop',
      maker: '',
      gs1Prefix: '',
      phone: '',
      latitude: '30.0',
      longitude: '',
    };
    expect((await admin.sends('/admin', form)).headers.location).toBe('/admin?done=WS-SX-01');
    const taken = await admin.sends('/admin', form);
    expect([taken.status, taken.text.includes('href="/admin/people"')]).toEqual([409, true]);
    const found = await admin.opens('/admin?query=shaoxing');
    expect((await admin.opens(linkIn(found, /organisation=WS-SX-01/))).text).toContain('There is nobody yet.');

    const person = {
      organisation: 'WS-SX-01',
      name: '新人',
      email: 'newcomer@demo.truepart.test',
      roles: ['supervisor', 'advisor'],
    };
    const invited = await admin.sends('/admin/people', person);
    expect(invited.status).toBe(201);
    expect(invited.headers['cache-control']).toBe('no-store');
    const newcomer = new Visitor(app);
    expect((await newcomer.signsIn('newcomer', secretOn(invited))).status).toBe(303);
    expect((await newcomer.opens('/home')).text).toContain('Shaoxing shop');
    expect((await admin.sends('/admin/people', person)).status).toBe(409);
    const foreign = await admin.sends('/admin/people', {
      ...person,
      email: 'x@demo.truepart.test',
      roles: ['analyst'],
    });
    expect([foreign.status, foreign.text.includes('roles')]).toEqual([400, true]);
    expect((await admin.sends('/admin/people', { ...person, roles: [] })).status).toBe(400);
  });

  test('a lost password is replaced; a person is disabled, and back', async () => {
    const address = await personNamed('胡斌', 'WS-NB-01');
    const technician = await Visitor.signedIn(app, 'technician3');
    const reset = await admin.sends(`${address}/password`, {});
    expect((await technician.opens('/home')).status).toBe(303);
    expect((await new Visitor(app).signsIn('technician3')).status).toBe(401);
    expect((await new Visitor(app).signsIn('technician3', secretOn(reset))).status).toBe(303);
    await admin.sends(`${address}/disablement`, {});
    expect((await admin.opens(address)).text).toContain('Enable this account');
    expect((await new Visitor(app).signsIn('technician3', secretOn(reset))).status).toBe(401);
    await admin.sends(`${address}/enablement`, {});
    expect((await new Visitor(app).signsIn('technician3', secretOn(reset))).status).toBe(303);
  });

  test('other roles end every session', async () => {
    const address = await personNamed('郑芳', 'WS-NB-01');
    const supervisor = await Visitor.signedIn(app, 'supervisor3');
    const changed = await admin.sends(`${address}/roles`, { roles: 'technician' });
    expect(changed.headers.location).toBe(`${address}?done=roles`);
    expect((await supervisor.opens('/home')).status).toBe(303);
    expect((await (await Visitor.signedIn(app, 'supervisor3')).opens('/admin/api-keys')).status).toBe(403);
  });

  test('nobody locks themselves out', async () => {
    const own = await personNamed('平台管理员', 'PLATFORM');
    expect((await admin.opens(own)).text).toContain('This is your own account.');
    expect((await admin.sends(`${own}/disablement`, {})).status).toBe(409);
  });

  test('is the platform’s alone', async () => {
    const maker = await Visitor.signedIn(app, 'maker');
    for (const path of ['/admin', '/admin/people', await personNamed('张强', 'WS-HZ-01')]) {
      expect((await maker.opens(path)).status).toBe(403);
      expect((await maker.sends(path === '/admin' ? path : `${path}/password`, {})).status).not.toBe(200);
    }
  });
});

describe('API keys and the audit', () => {
  test('a key is shown once, works, and is revoked; its organisation alone sees it', async () => {
    const supervisor = await Visitor.signedIn(app, 'supervisor');
    expect(linkIn(await supervisor.opens('/account'), /api-keys/)).toBe('/admin/api-keys');
    const form = { name: 'DMS <till>', scopes: ['supervisor'], expiresOn: '2026-11-30' };
    const made = await supervisor.sends('/admin/api-keys', form);
    const secret = secretOn(made);
    const ask = () => app.request.get('/api/session').set('authorization', `Bearer ${secret}`);
    expect((await ask()).status).toBe(200);
    const keys = await supervisor.opens('/admin/api-keys');
    expect(keys.text).toContain('DMS &lt;till>');
    expect(keys.text).toContain('until Nov 30, 2026');
    expect(keys.text).not.toContain(secret);
    expect((await admin.opens('/admin/api-keys')).text).not.toContain('&lt;till>');
    const revocation = /action="(\/admin\/api-keys\/[\w-]+\/revocation)"/.exec(keys.text)![1]!;
    expect((await admin.sends(revocation, {})).status).toBe(404);
    expect((await ask()).status).toBe(200);
    await supervisor.sends(revocation, {});
    expect((await ask()).status).toBe(401);
    expect((await supervisor.sends('/admin/api-keys', { ...form, expiresOn: '2026-11-01' })).status).toBe(400);
    expect((await supervisor.sends('/admin/api-keys', { ...form, scopes: ['analyst'] })).status).toBe(400);
  });

  test('tells who did what: an organisation its own, the administrator all', async () => {
    const supervisor = await Visitor.signedIn(app, 'supervisor');
    const own = await supervisor.opens('/admin/audit?action=api_key.created&subject=');
    expect(own.text).toContain('API key made');
    expect(own.text).toContain('林涛');
    expect(own.text).not.toContain('PLATFORM');
    expect((await admin.opens('/admin/audit?action=organisation.created')).text).toContain('WS-SX-01');
    expect((await admin.opens('/admin/audit?action=nothing.done')).text).toContain('No entries match.');
    expect((await (await Visitor.signedIn(app, 'technician')).opens('/admin/audit')).status).toBe(403);
  });
});
