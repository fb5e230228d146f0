import { Database } from '../src/database/database.ts';
import { DEMO_PASSWORD } from '../src/demo/demo-people.ts';
import type { DemoLinks } from '../src/demo/demo-story.ts';
import { loadDemoWorld } from '../src/demo/demo-world.ts';
import { type RunningApp, startApp } from './support/app.ts';
import { emailOf, linkIn, Visitor } from './support/visitor.ts';

let app: RunningApp;
let links: DemoLinks;
beforeAll(async () => {
  app = await startApp();
  links = await loadDemoWorld(app.app);
}, 120_000);
afterAll(() => app.close());

const signedIn = (who: string): Promise<Visitor> => Visitor.signedIn(app, who);

/** What of a finished order is nobody’s but its workshop’s and its owner’s. */
async function secrets(): Promise<string[]> {
  const rows = await app.app
    .get(Database)
    .rows<Record<string, string | null>>(
      'SELECT i.token, i.number, o.number AS "order", vin, plate, owner_name, owner_phone FROM invoice i JOIN repair_order o ON o.id = i.order_id',
    );
  return rows.flatMap((row) => Object.values(row)).filter((value) => value !== null);
}

/** A part that the invoice behind a link names by its unit. */
async function partOn(link: string): Promise<string> {
  const row = await app.app.get(Database).first<{ partNumber: string }>(
    `SELECT jsonb_path_query_first(content, '$.lines[*].units[*] ? (@.serial != null).partNumber') #>> '{}' AS "partNumber"
       FROM invoice WHERE token = upper($1)`,
    [link.split('/').at(-1)],
  );
  return row!.partNumber;
}

describe('signing in', () => {
  test('lands each role in its room', async () => {
    expect((await new Visitor(app).signsIn('analyst')).headers.location).toBe('/desk');
    expect((await new Visitor(app).signsIn('maker')).headers.location).toBe('/maker');
    expect((await new Visitor(app).signsIn('admin')).headers.location).toBe('/admin');
    expect((await new Visitor(app).signsIn('technician')).headers.location).toBe('/workshop');
    const technician = await signedIn('technician');
    const home = await technician.opens('/home');
    expect(home.text).toContain('Xihu Auto Repair, Hangzhou');
    expect(home.text).toContain('technician');
    expect(home.text).not.toContain('href="/desk');
  });

  test('a wrong password stays on the page and says so, and says nothing to who tries again and again', async () => {
    const visitor = new Visitor(app);
    const form = { email: emailOf('maker'), password: 'wrong' };
    const wrong = await visitor.sends('/sign-in', form);
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain('The e-mail address or the password is not right.');
    expect(wrong.text).toContain(`value="${emailOf('maker')}"`);
    expect(wrong.text).not.toContain('value="wrong"');
    let last = wrong;
    for (let attempt = 0; attempt < 30 && last.status === 401; attempt++) last = await visitor.sends('/sign-in', form);
    expect(last.status).toBe(429);
    expect(last.text).toContain('Too many attempts');
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('goes on to the page that was wanted, and never to another site', async () => {
    const visitor = new Visitor(app);
    const sent = await visitor.opens('/desk/cases?status=open');
    expect(sent.status).toBe(303);
    expect(sent.headers.location).toBe(`/sign-in?next=${encodeURIComponent('/desk/cases?status=open')}`);
    expect((await visitor.opens(sent.headers.location!)).text).toContain('value="/desk/cases?status=open"');
    const credentials = { email: emailOf('analyst'), password: DEMO_PASSWORD };
    const landed = await visitor.sends('/sign-in', { ...credentials, next: '/desk/cases?status=open' });
    expect(landed.headers.location).toBe('/desk/cases?status=open');
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      expect((await visitor.sends('/sign-in', { ...credentials, next })).headers.location).toBe('/desk');
    }
  });

  test('ends with signing out, here or everywhere', async () => {
    const here = await signedIn('admin');
    const elsewhere = await signedIn('admin');
    expect((await here.sends('/sign-out', {})).headers.location).toBe('/sign-in?done=out');
    expect((await here.opens('/home')).status).toBe(303);
    expect((await elsewhere.opens('/home')).status).toBe(200);
    const third = await signedIn('admin');
    await third.sends('/sign-out-everywhere', {});
    expect((await elsewhere.opens('/home')).status).toBe(303);
  });

  test('a password is changed with the old one only', async () => {
    const person = await signedIn('technician3');
    const wrong = await person.sends('/account/password', { current: 'no', next: 'a much longer one' });
    expect([wrong.status, wrong.text.includes('The current password is not right.')]).toEqual([403, true]);
    const right = await person.sends('/account/password', { current: DEMO_PASSWORD, next: 'a much longer one' });
    expect(right.headers.location).toBe('/account?done=password');
    expect((await new Visitor(app).signsIn('technician3')).status).toBe(401);
  });

  test('a language is chosen once', async () => {
    const visitor = new Visitor(app);
    expect((await visitor.opens('/sign-in?lang=zh')).text).toContain('<html lang="zh-CN">');
    expect((await visitor.opens('/sign-in')).text).toContain('<html lang="zh-CN">');
  });

  test('demo accounts are listed in the demo alone', async () => {
    expect((await new Visitor(app).opens('/sign-in')).text).toContain(emailOf('analyst'));
  });
});

describe('what one is told of by mail', () => {
  test('what must be acted on, until somebody chooses; then what they chose, in their language', async () => {
    const advisor = await signedIn('advisor');
    const before = (await advisor.opens('/account')).text;
    expect(before).toContain('value="case.opened" checked');
    expect(before).not.toContain('value="case.closed" checked');
    // Webhooks are made by whoever leads a house, and nobody else is told of them.
    expect(before).not.toContain('value="webhook.disabled"');
    expect(before).toContain('No mail server is set up here');

    const chosen = await advisor.sends('/account/notifications', { language: 'en', events: 'case.closed' });
    expect(chosen).toMatchObject({ status: 303, headers: { location: '/account?done=notifications#mail' } });
    const after = (await advisor.opens('/account?done=notifications')).text;
    expect(after).toContain('You will be written to about 1 kind of event.');
    expect(after).toContain('value="case.closed" checked');
    expect(after).not.toContain('value="case.opened" checked');
    expect(after).toContain('value="en" checked');
  });

  test('nothing at all, and nothing that is not for their role', async () => {
    const technician = await signedIn('technician');
    expect((await technician.sends('/account/notifications', { language: 'zh' })).status).toBe(303);
    expect((await technician.opens('/account?done=notifications')).text).toContain('You will not be written to.');
    const refused = await technician.sends('/account/notifications', { language: 'zh', events: 'flag.opened' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('That did not work');
    expect((await technician.sends('/account/notifications', { events: [] })).status).toBe(400);
  });
});

describe('rooms', () => {
  test('a technician does not see the desk', async () => {
    const technician = await signedIn('technician');
    for (const path of ['/desk', '/desk/cases', '/desk/recalls', '/desk/rules']) {
      const page = await technician.opens(path);
      expect([page.status, page.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
      expect(page.text).toContain('This is not open to you');
    }
    expect((await technician.sends('/desk/rules/R21', {})).status).toBe(403);
  });

  test('a form on another site has no effect', async () => {
    const analyst = await signedIn('analyst');
    const forged = await analyst.sends('/desk/rules/R21', {}, { 'sec-fetch-site': 'cross-site' });
    expect(forged.status).toBe(403);
    expect((await analyst.sends('/desk/rules/R21', {}, { origin: 'null' })).status).toBe(403);
    expect((await new Visitor(app).sends('/sign-in', {}, { origin: 'https://evil.example' })).status).toBe(403);
  });

  test('pages may run no script, and are kept by no cache', async () => {
    const { headers } = await (await signedIn('analyst')).opens('/desk');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';style-src 'sha256-/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('same-origin');
  });
});

describe('owners’ questions', () => {
  test('closing one is no way around an answer', async () => {
    const advisor = await signedIn('advisor');
    const path = linkIn(await advisor.opens('/questions?status=open'), /^\/questions\/C-/);
    expect((await advisor.opens(path)).text).not.toContain('value="resolution"');
    const end = { kind: 'resolution', text: 'No.' };
    const refused = await advisor.sends(`${path}/entries`, end, { referer: app.url + path });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('The owner is waiting for an answer.');
    await advisor.sends(`${path}/entries`, { kind: 'answer', text: 'It is on its way.' });
    expect((await advisor.opens(path)).text).toContain('value="resolution"');
    expect((await advisor.sends(`${path}/entries`, end)).headers.location).toBe(`${path}?done=entry`);
    expect((await advisor.opens(path)).text).toContain('This case is closed');
  });
});

test('the stock’s figures lead to the very units that they count', async () => {
  const warehouse = await signedIn('warehouse');
  const unit = linkIn(
    await warehouse.opens('/warehouse/units?state=in_stock&custodian=WH-HZ'),
    /^\/warehouse\/units\/\d/,
  );
  await warehouse.sends(`${unit}/quarantine`, { reason: 'a wet box' });
  const [, partNumber] = /class="soft code">([^<]+)</.exec((await warehouse.opens(unit)).text)!;
  const stock = await warehouse.opens(`/warehouse/stock?q=${partNumber}`);
  const listed = async (link: RegExp) => (await warehouse.opens(linkIn(stock, link).replaceAll('&amp;', '&'))).text;
  expect(await listed(/hold=any/)).toContain(unit);
  expect(await listed(/hold=none/)).not.toContain(unit);
});

describe('the desk', () => {
  test('an analyst finds the cloned label, reads its case, answers and resolves the flag', async () => {
    const analyst = await signedIn('analyst');
    const inbox = await analyst.opens('/desk?rule=K05&status=open&level=5&part=&workshop=');
    expect(inbox.text).toContain('L5 Case');
    const flagPath = linkIn(inbox, /^\/desk\/flags\//);
    const flag = await analyst.opens(flagPath);
    expect(flag.text).toContain('A fitted unit appears again');

    const casePath = linkIn(flag, /^\/desk\/cases\/C-/);
    const file = await analyst.opens(casePath);
    expect(file.text).toContain('As it was when the case was opened.');
    expect(file.text).toContain('Put on hold');
    // The record of the workshop that truly fitted it, without the car or a person.
    expect(file.text).toContain('What the workshop recorded');
    for (const secret of await secrets()) if (!secret.startsWith('RO-')) expect(file.text).not.toContain(secret);
    expect(linkIn(file, /^\/desk\/units\//)).toBe(linkIn(flag, /^\/desk\/units\//));

    const answer = '<script>alert("owned")</script> & we look into it';
    const added = await analyst.sends(`${casePath}/entries`, { kind: 'answer', text: answer });
    expect([added.status, added.headers.location]).toEqual([303, `${casePath}?done=entry`]);
    const after = await analyst.opens(casePath);
    expect(after.text).toContain('&lt;script>alert(&quot;owned&quot;)&lt;/script> &amp; we look into it');
    expect(after.text).not.toContain('<script');
    expect(after.text).toContain('Answered');

    const judged = { outcome: 'confirmed', cause: 'counterfeit', note: 'The label was copied.' };
    const resolved = await analyst.sends(`${flagPath}/resolution`, judged);
    expect(resolved.headers.location).toBe(`${flagPath}?done=resolution`);
    expect((await analyst.opens(flagPath)).text).toContain('Counterfeit part');
    expect((await analyst.opens('/desk?rule=K05')).text).toContain('No flags match.');
    const again = await analyst.sends(`${flagPath}/resolution`, judged, { referer: `${app.url}${flagPath}` });
    expect(again.status).toBe(409);
    expect(again.text).toContain('This flag is already resolved.');
    expect(linkIn(again, /^\/desk\/flags\/.*lang=zh/)).toBe(`${flagPath}?lang=zh`);
    expect(linkIn(again, /^\/desk\/flags\/[\w-]+$/)).toBe(flagPath);
  });

  test('a hold is cleared with a reason, and the unit’s life tells it', async () => {
    const analyst = await signedIn('analyst');
    const flag = await analyst.opens(linkIn(await analyst.opens('/desk?rule=K05&status='), /^\/desk\/flags\//));
    const unitPath = linkIn(flag, /^\/desk\/units\//);
    expect((await analyst.opens(unitPath)).text).toContain('Cloned label suspected');
    const cleared = await analyst.sends(`${unitPath}/holds/clone_suspected/clearance`, {
      reason: 'the copy is destroyed',
      case: '',
    });
    expect(cleared.headers.location).toBe(`${unitPath}?done=clearance`);
    const life = await analyst.opens(unitPath);
    expect(life.text).toContain('Nothing holds this unit.');
    expect(life.text).toContain('the copy is destroyed');
  });

  test('a recall is opened and ended', async () => {
    const analyst = await signedIn('analyst');
    const form = {
      number: 'S2026M0042',
      partNumber: 'CH-90915-YZZD4',
      lot: '',
      titleZh: '机油滤清器',
      titleEn: 'Filters',
    };
    expect((await analyst.sends('/desk/recalls', form)).headers.location).toBe('/desk/recalls/S2026M0042?done=opened');
    const taken = await analyst.sends('/desk/recalls', form);
    expect([taken.status, taken.text.includes('This recall number is taken.')]).toEqual([409, true]);
    // In the frame of the room, though it was the database that said no.
    expect(taken.text).toContain('href="/desk/cases"');
    expect((await analyst.opens('/desk/recalls')).text).toContain('Running');
    await analyst.sends('/desk/recalls/S2026M0042/closure', {});
    expect((await analyst.opens('/desk/recalls')).text).toContain('Ended');
  });

  test('a recall leads from the lot to units, to workshops, and to owners who are told', async () => {
    const analyst = await signedIn('analyst');
    const link = new URL(links.honest).pathname;
    const partNumber = await partOn(link);
    const form = { number: 'S2026M0043', partNumber, lot: '', titleZh: '召回', titleEn: 'It may fail' };
    const path = '/desk/recalls/S2026M0043';
    await analyst.sends('/desk/recalls', form);
    const reach = await analyst.opens(path);
    expect(reach.text).toContain('Xihu Auto Repair, Hangzhou');
    expect(reach.text).toContain('has not opened it');
    // Nothing by which the invoice, the car or the person could be found.
    const owner = await new Visitor(app).opens(link);
    for (const secret of await secrets()) expect(reach.text).not.toContain(secret);
    expect(owner.text).toContain('Recall S2026M0043');
    expect((await analyst.opens(path)).text).toContain('saw the notice');

    const fitted = await analyst.opens(`${path}?state=fitted&custodian=`);
    const unit = await analyst.opens(linkIn(fitted, /^\/desk\/units\//));
    expect(unit.text).toContain('Where it was');
    expect((await analyst.opens(`${path}?state=voided`)).text).toContain('No units match.');
    expect((await analyst.opens(`${path}?state=nonsense`)).status).toBe(400);
    await analyst.sends(`${path}/closure`, {});
    expect((await analyst.opens(path)).text).toContain('owners are no longer shown it');
    expect((await analyst.opens('/desk/recalls/S2026M9999')).status).toBe(404);
  });

  test('plots stand over the tables they were drawn from, and have no style that the policy forbids', async () => {
    const analyst = await signedIn('analyst');
    const overview = await analyst.opens('/desk/overview?weeks=4');
    expect(overview.text.match(/<svg[^>]*role="img"/g)).toHaveLength(4);
    expect(overview.text).toContain('aria-label="New flags a week, by rule"');
    expect(overview.text.slice(overview.text.indexOf('</head>'))).not.toMatch(/<style| style=/);
    expect(overview.text).toContain('n = ');
    expect(linkIn(overview, /rule=K05$/)).toBe('/desk?status=&amp;rule=K05');
    expect((await analyst.opens('/desk/overview?weeks=5')).status).toBe(400);
  });

  test('a page in the other language keeps its filter, and refuses nothing', async () => {
    const analyst = await signedIn('analyst');
    const inbox = await analyst.opens('/desk?status=open&rule=K05&lang=zh');
    expect([inbox.status, inbox.text.includes('<html lang="zh-CN">')]).toEqual([200, true]);
    expect(linkIn(inbox, /lang=en/)).toBe('/desk?status=open&amp;rule=K05&amp;lang=en');
  });

  test('a rule is switched off, given a level and a threshold', async () => {
    const analyst = await signedIn('analyst');
    const wish = { isOn: 'on', level: '4', 'threshold.tolerancePercent': '12.5' };
    expect((await analyst.sends('/desk/rules/R21', wish)).headers.location).toBe('/desk/rules?done=R21#R21');
    expect((await analyst.opens('/desk/rules')).text).toContain('value="12.5"');
    expect((await analyst.opens('/desk/rules')).text).toContain('Tolerance in % 12.5');
    await analyst.sends('/desk/rules/R21', { level: '', 'threshold.tolerancePercent': '5' });
    expect((await analyst.opens('/desk/rules')).text).toContain('Off');
    const wrong = await analyst.sends('/desk/rules/R21', { 'threshold.tolerancePercent': 'many' });
    expect([wrong.status, wrong.text.includes('must be a number')]).toEqual([400, true]);
  });

  test('a rule is tried on the past: in words, and beside what is known', async () => {
    const analyst = await signedIn('analyst');
    const form = await analyst.opens('/desk/rules/K05/past');
    expect(form.text).toContain('is judged once more and held against');
    expect(form.text).not.toContain('How it comes out');
    const rules = (await analyst.opens('/desk/rules')).text;
    for (const rule of ['K05', 'R17', 'R21']) expect(rules).toContain(`href="/desk/rules/${rule}/past"`);
    expect(rules).toContain('Rule R08 is asked within a step');
    const asItIs = await analyst.opens('/desk/rules/K05/past?isOn=on&level=&days=30');
    expect(asItIs.text).toMatch(/the rule raised 1 flag\. Set like this it would raise \d\./);
    expect(linkIn(asItIs, /^\/desk\/units\//)).toMatch(/^\/desk\/units\/\d{14}\/\w{12}$/);
    expect(linkIn(asItIs, /^\/desk\/flags\//)).toBeDefined();
    const off = await analyst.opens('/desk/rules/K05/past?level=&days=30&lang=zh');
    expect(off.text).toContain('标记了 1 条疑点；按这些设定会标记 0 条');
    const wrong = await analyst.opens('/desk/rules/B03/past?isOn=on&threshold.quietHours=many&days=30');
    expect([wrong.status, wrong.text.includes('应为不小于 0 的数')]).toEqual([400, true]);
    expect((await analyst.opens('/desk/rules/R08/past?isOn=on&days=30')).status).toBe(409);
    expect((await analyst.opens('/desk/rules/Z99/past')).status).toBe(404);
  });

  test('what is not there is said on a page', async () => {
    const analyst = await signedIn('analyst');
    const missing = await analyst.opens('/desk/cases/C-2026-999999');
    expect([missing.status, missing.text.includes('Not found')]).toEqual([404, true]);
  });
});
