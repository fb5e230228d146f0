import { Database } from '../src/database/database.ts';
import { loadDemoWorld } from '../src/demo/demo-world.ts';
import { type RunningApp, startApp } from './support/app.ts';
import { hiddenIn, linkIn, Visitor } from './support/visitor.ts';

const PAD = '/maker/parts/CH-04465-02250';

let app: RunningApp;
let maker: Visitor;
beforeAll(async () => {
  app = await startApp();
  await loadDemoWorld(app.app);
  maker = await Visitor.signedIn(app, 'maker');
}, 120_000);
afterAll(() => app.close());

describe('the catalogue', () => {
  test('is searched, and a part tells its prices and what it replaces', async () => {
    const found = await maker.opens('/maker?query=brake+pad');
    expect(found.text).toContain('Brake pad set, rear');
    expect(found.text).not.toContain('Oil filter');
    const part = await maker.opens(linkIn(found, /02250$/));
    expect(part.text).toContain('09521234100003');
    expect(part.text).toContain('¥428.00');
    expect(linkIn(part, /^\/maker\/parts\/CH-04465-02240$/)).toBeDefined();
    const old = await maker.opens('/maker/parts/CH-04465-02240');
    expect(old.text).toContain('Replaced by');
    expect((await maker.opens('/maker?query=nothing-like-it')).text).toContain('No parts match.');
  });

  test('a new price is in force from today, and the earlier one stays on record', async () => {
    app.clock.set(new Date('2026-11-24T02:00:00Z'));
    // A session does not last until the next day.
    maker = await Visitor.signedIn(app, 'maker');
    const version = hiddenIn(await maker.opens(PAD), 'version');
    const sent = await maker.sends(`${PAD}/prices`, { listPrice: '452.50', currency: 'CNY', version });
    expect(sent.headers.location).toBe(`${PAD}?done=price`);
    const part = await maker.opens(`${PAD}?done=price`);
    expect(part.text.replaceAll(/<[^>]+>/g, ' ')).toMatch(
      /Nov 24, 2026\s+· in force\s+¥452\.50\s+Nov 23, 2026\s+¥428\.00/,
    );
    const stale = await maker.sends(`${PAD}/prices`, { listPrice: '1.00', currency: 'CNY', version });
    expect([stale.status, stale.text.includes('href="/maker"')]).toEqual([409, true]);
    const wrong = await maker.sends(`${PAD}/prices`, {
      listPrice: 'dear',
      currency: 'CNY',
      version: String(+version + 1),
    });
    expect([wrong.status, wrong.text.includes('listPrice')]).toEqual([400, true]);
  });

  test('a price is announced for a later day, and withdrawn', async () => {
    const version = hiddenIn(await maker.opens(PAD), 'version');
    const given = { listPrice: '468.00', currency: 'CNY', priceValidFrom: '2027-01-01', version };
    expect((await maker.sends(`${PAD}/prices`, given)).headers.location).toBe(`${PAD}?done=price`);
    const part = await maker.opens(PAD);
    expect(part.text.replaceAll(/<[^>]+>/g, ' ')).toMatch(
      /Jan 1, 2027\s+· announced\s+Withdraw\s+Jan 1, 2027\s+¥468\.00\s+Nov 24, 2026\s+· in force\s+¥452\.50/,
    );
    const analyst = await Visitor.signedIn(app, 'analyst');
    expect((await analyst.opens(PAD)).text).not.toContain('Withdraw');
    const withdrawn = await maker.sends(`${PAD}/prices/withdrawal`, { validFrom: '2027-01-01' });
    expect(withdrawn.headers.location).toBe(`${PAD}?done=price`);
    expect((await maker.opens(PAD)).text).not.toContain('¥468.00');
    expect((await maker.sends(`${PAD}/prices/withdrawal`, { validFrom: '2026-11-24' })).status).toBe(409);
  });

  test('a part is changed: what is left empty is none, its price stays', async () => {
    const before = await maker.opens(PAD);
    const form = {
      version: hiddenIn(before, 'version'),
      nameZh: '前刹车片',
      nameEn: 'Front pads <b>',
      class: 'safety',
      tracking: 'serial',
      models: 'E300，E350, X500',
      quantityPerVehicle: '4',
      warrantyMonths: '36',
      warrantyKm: '',
      shelfLifeDays: '730',
      isActive: 'on',
    };
    expect((await maker.sends(PAD, form)).headers.location).toBe(`${PAD}?done=part`);
    const part = await maker.opens(PAD);
    expect(part.text).toContain('Front pads &lt;b>');
    expect(part.text).toContain('E300, E350, X500');
    expect(part.text).toContain('36 months');
    expect(part.text).toContain('730 days');
    expect(part.text).toContain('¥452.50');
    expect((await maker.sends(PAD, { ...form, warrantyMonths: 'many' })).status).toBe(400);
  });

  test('a part is made, replaces another one, and no longer', async () => {
    const form = {
      version: '0',
      partNumber: 'ch-9/1',
      nameZh: '新件',
      nameEn: 'New part',
      class: 'wear',
      tracking: 'lot',
      suppliedAs: 'remanufactured',
      listPrice: '12.00',
      currency: 'CNY',
      models: '',
      isActive: 'on',
    };
    const address = '/maker/parts/CH-9%2F1';
    expect((await maker.sends('/maker/new', form)).headers.location).toBe(`${address}?done=part`);
    // A new price says nothing of the rest.
    await maker.sends(`${address}/prices`, { version: '1', listPrice: '13.00', currency: 'CNY' });
    expect((await maker.opens(address)).text).toMatch(/<dd>Remanufactured<\/dd>.*¥13\.00/s);
    const relation = {
      partNumber: 'CH-04465-02250',
      kind: 'kit',
      ratioOld: '2',
      ratioNew: '1',
      validFrom: '2026-12-01',
      validTo: '',
    };
    expect((await maker.sends(`${address}/supersessions`, relation)).headers.location).toBe(
      `${address}?done=supersession`,
    );
    const part = await maker.opens(address);
    expect(part.text).toContain('2 old → 1 new');
    expect(part.text).toContain('from Dec 1, 2026');
    // What replaces it is said on the newer part alone, and rings are refused.
    const ring = await maker.sends(`${PAD}/supersessions`, { ...relation, partNumber: 'CH-9/1', kind: 'one_way' });
    expect(ring.status).toBe(409);
    await maker.sends(`${address}/supersessions/removal`, { partNumber: 'CH-04465-02250', validFrom: '2026-12-01' });
    expect((await maker.opens(address)).text).toContain('It replaces no older number.');
  });

  test('an analyst reads it and is offered no change; who is no maker reads nothing', async () => {
    const analyst = await Visitor.signedIn(app, 'analyst');
    const part = await analyst.opens(PAD);
    expect([part.status, part.text.includes('<form')]).toEqual([200, false]);
    expect((await analyst.opens('/maker/import')).status).toBe(403);
    expect((await analyst.sends(`${PAD}/prices`, {})).status).toBe(403);
    const supervisor = await Visitor.signedIn(app, 'supervisor');
    for (const path of ['/maker', PAD, '/maker/keys', '/maker/import'])
      expect((await supervisor.opens(path)).status).toBe(403);
  });
});

describe('a list of parts', () => {
  const HEADINGS = '零件号,中文名称,英文名称,类别,追溯方式,建议零售价,币种\n';
  const count = async (): Promise<number> =>
    (await app.app.get(Database).first<{ count: number }>('SELECT count(*)::int AS count FROM part'))!.count;

  test('with errors is told row by row, to take along in both languages, and nothing is written', async () => {
    const parts = await count();
    const list = Buffer.from(`${HEADINGS}CH-1,,Part,wear,serial,abc,CNY\n=CH-2,件,Part,heavy,serial,9.00,CNY\n`);
    const told = await maker.chooses('/maker/import', 'file', list, { wish: 'import' });
    expect([told.status, await count()]).toEqual([200, parts]);
    expect(told.text).toContain('nothing was written');
    expect(told.text).not.toContain('value="import"');
    const errors = await maker.sends('/maker/import/errors', { carried: hiddenIn(told, 'carried') });
    expect(errors.headers['content-disposition']).toBe('attachment; filename="errors.csv"');
    expect(errors.text.startsWith('\ufeff行 row,')).toBe(true);
    expect(errors.text).toContain('2,中文名称,Chinese name,');
    // A spreadsheet would run it.
    expect(errors.text).toContain("'=CH-2");
  });

  test('without errors says what it would do, and is imported without being chosen again', async () => {
    const parts = await count();
    const list = Buffer.from(
      `${HEADINGS}CH-04465-02250,前刹车片,Front pads,safety,serial,468.00,CNY\nCH-NEW-1,雨刮,Wiper,wear,lot,58.00,CNY\n`,
    );
    const told = await maker.chooses('/maker/import', 'file', list, { wish: 'check' });
    expect(told.text).toContain('Nothing has been written yet.');
    expect(told.text).toContain('¥452.50');
    expect(told.text).toContain('¥468.00');
    expect(await count()).toBe(parts);
    const done = await maker.sends('/maker/import', { carried: hiddenIn(told, 'carried'), wish: 'import' });
    expect([done.text.includes('Imported'), await count()]).toEqual([true, parts + 1]);
    expect((await maker.opens(PAD)).text).toContain('¥468.00');
  });

  test.each([
    { name: 'no file', carried: [] },
    { name: 'nothing of ours', carried: ['aGVsbG8'] },
  ])('$name is refused', async ({ carried }) => {
    const answer = await maker.sends('/maker/import', { wish: 'import', carried });
    expect([answer.status, answer.text.includes('href="/maker"')]).toEqual([400, true]);
  });
});

describe('keys', () => {
  test('a revocation says what it would do before it does it', async () => {
    const analyst = await Visitor.signedIn(app, 'analyst');
    expect((await analyst.opens('/maker/keys')).text).not.toContain('/revocation');
    const address = linkIn(await maker.opens('/maker/keys'), /\/revocation$/);
    const form = { cutOff: '2026-11-20T08:00', reason: 'The disk was stolen' };
    expect((await maker.sends(address, { ...form, cutOff: '2027-01-01T08:00' })).status).toBe(400);
    expect((await maker.sends(address, { ...form, cutOff: 'yesterday' })).status).toBe(400);
    const told = await maker.sends(address, form);
    expect(told.text).toContain('0 labels recorded before the cut-off stay good');
    expect(told.text).toMatch(/[\d,]+ labels recorded later are stopped/);
    expect((await maker.opens('/maker/keys')).text).not.toContain('>Revoked<');
    expect((await analyst.sends(address, { ...form, isConfirmed: 'on' })).status).toBe(403);
    const done = await maker.sends(address, { ...form, isConfirmed: 'on' });
    expect(done.headers.location).toBe('/maker/keys?done=revocation');
    const keys = await maker.opens('/maker/keys');
    expect(keys.text).toContain('The disk was stolen');
    expect(keys.text).toContain('Move the cut-off earlier');
    // At the counter, eight hours ahead of UTC.
    expect(keys.text).toContain('Nov 20, 2026, 8:00 AM');
  });

  test('a rotation is told, then done', async () => {
    expect((await maker.opens('/maker/keys/rotation')).text).toContain('every label it signed stays good');
    await maker.sends('/maker/keys/rotation', { alg: 'Ed25519' });
    const keys = await maker.opens('/maker/keys?done=rotation');
    expect(keys.text).toContain('Ed25519');
    expect(keys.text).toContain('Signs now');
  });
});
