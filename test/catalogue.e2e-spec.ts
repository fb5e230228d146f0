import { CatalogueWorld, fileOf, PADS, type Caller } from './support/catalogue-world.ts';

const DAY = 86_400_000;

let world: CatalogueWorld;
beforeAll(async () => {
  world = await CatalogueWorld.begin();
});
afterAll(() => world.end());

describe('one part', () => {
  test('is created, changed, and left alone when nothing changes', async () => {
    const maker = await world.maker();
    const created = await maker.put('/api/parts/aa-1', PADS);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      partNumber: 'AA-1',
      ...PADS,
      models: [],
      warrantyKm: null,
      isActive: true,
      version: 1,
    });
    expect((await maker.put('/api/parts/AA-1', PADS)).body).toMatchObject({ version: 1, gtin: created.body.gtin });
    const changed = await maker.put('/api/parts/AA-1', {
      ...PADS,
      listPrice: '431.5',
      models: ['E300', 'E300'],
      version: 1,
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ listPrice: '431.50', models: ['E300'], version: 2, gtin: created.body.gtin });
    const stale = await maker.put('/api/parts/AA-1', { ...PADS, version: 1 });
    expect(stale.body).toMatchObject({ status: 409, code: 'PART_CHANGED_MEANWHILE', version: 2 });
    const { body } = await maker.get('/api/audit?action=part.changed');
    expect(body.items[0]).toMatchObject({ subject: 'AA-1', detail: { listPrice: { from: '428.00', to: '431.50' } } });
  });

  test.each([
    { name: 'a free one', change: { listPrice: '0.00' }, path: 'listPrice' },
    { name: 'a price in words', change: { listPrice: 'much' }, path: 'listPrice' },
    { name: 'a price as a number', change: { listPrice: 428 }, path: 'listPrice' },
    { name: 'no currency of this world', change: { currency: 'XYZ' }, path: 'currency' },
    { name: 'a wrong check digit', change: { gtin: '04000000000000' }, path: 'gtin' },
    { name: "another maker's GTIN", change: { gtin: '09506000134352' }, path: 'gtin' },
    { name: 'an unknown class', change: { class: 'brakes' }, path: 'class' },
    { name: 'a name of nothing but space', change: { name: { zh: '件', en: ' \u3000' } }, path: 'name.en' },
    { name: 'a name with a control character', change: { name: { zh: '件\u0007', en: 'Part' } }, path: 'name.zh' },
    { name: 'half a part', change: { quantityPerVehicle: 0.5 }, path: 'quantityPerVehicle' },
    { name: 'an unknown field', change: { colour: 'red' }, path: 'colour' },
    { name: 'no name', change: { name: undefined }, path: 'name' },
  ])('refuses $name', async ({ change, path }) => {
    const maker = await world.maker();
    const { status, body } = await maker.put('/api/parts/AA-1', { ...PADS, ...change });
    expect({ status, path: body.errors[0].path }).toEqual({ status: 400, path });
    expect(await world.partNumbersOf(maker)).toEqual([]);
  });

  test('may have a stroke in its number', async () => {
    const maker = await world.maker();
    expect((await maker.put('/api/parts/AA%2F1.2-3', PADS)).body.partNumber).toBe('AA/1.2-3');
    expect((await maker.get('/api/parts/aa%2f1.2-3')).status).toBe(200);
    expect((await maker.get('/api/parts/AA%2F1.2-3/prices')).body.items).toHaveLength(1);
    expect((await maker.get('/api/parts/AA_1')).status).toBe(400);
  });

  test('keeps every price it had, by day', async () => {
    const maker = await world.maker();
    await maker.put('/api/parts/AA-1', PADS);
    world.clock.advance(DAY);
    await maker.put('/api/parts/AA-1', { ...PADS, listPrice: '500.00' });
    await maker.put('/api/parts/AA-1', { ...PADS, listPrice: '431.00' });
    await maker.put('/api/parts/AA-1', { ...PADS, listPrice: '431.00', warrantyKm: 1 });
    const { body: first } = await maker.get('/api/parts/AA-1/prices?limit=1');
    const [now, before] = [
      { validFrom: '2026-11-24', listPrice: '431.00', currency: 'CNY', state: 'in_force' },
      { validFrom: '2026-11-23', listPrice: '428.00', currency: 'CNY', state: 'past' },
    ];
    expect(first.items).toEqual([now]);
    const { body: rest } = await maker.get(`/api/parts/AA-1/prices?after=${first.next}`);
    expect(rest).toEqual({ items: [before], next: null });
    world.clock.advance(-DAY);
  });

  test('of two editors at once, both changes are counted and one part is made', async () => {
    const maker = await world.maker();
    const puts = await Promise.all(
      ['1.00', '2.00', '3.00'].map((listPrice) => maker.put('/api/parts/AA-1', { ...PADS, listPrice })),
    );
    expect(puts.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 201]);
    expect((await maker.get('/api/parts/AA-1')).body.version).toBe(3);
  });
});

describe('supersessions', () => {
  test('are set as a whole, of any kind, and rings are refused', async () => {
    const maker = await world.maker();
    await maker.imports(fileOf('AA-1', 'AA-2', 'AA-3'));
    const kit = {
      partNumber: 'aa-1',
      kind: 'kit',
      ratio: { old: 4, new: 1 },
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    };
    const put = await maker.put('/api/parts/AA-2/supersessions', { supersedes: [kit] });
    expect(put.body).toEqual({ supersedes: [{ ...kit, partNumber: 'AA-1' }], supersededBy: [] });
    expect((await maker.get('/api/parts/AA-1/supersessions')).body.supersededBy).toMatchObject([
      { partNumber: 'AA-2' },
    ]);
    const ring = await maker.put('/api/parts/AA-1/supersessions', {
      supersedes: [{ partNumber: 'AA-2', kind: 'one_way' }],
    });
    expect(ring.body).toMatchObject({ status: 409, code: 'SUPERSESSION_RING', ring: ['AA-2', 'AA-1', 'AA-2'] });
    const replaced = await maker.put('/api/parts/AA-2/supersessions', {
      supersedes: [{ partNumber: 'AA-3', kind: 'two_way' }],
    });
    expect(replaced.body.supersedes).toMatchObject([
      { partNumber: 'AA-3', kind: 'two_way', ratio: { old: 1, new: 1 } },
    ]);
    const turned = await maker.put('/api/parts/AA-3/supersessions', {
      supersedes: [{ partNumber: 'AA-2', kind: 'two_way' }],
    });
    expect(turned.body).toMatchObject({ status: 409, code: 'SUPERSESSION_TWICE' });
    expect((await maker.put('/api/parts/AA-2/supersessions', { supersedes: [] })).body.supersedes).toEqual([]);
  });

  test.each([
    { name: 'an unknown part', relation: { partNumber: 'AA-9', kind: 'one_way' }, path: 'supersedes[0].partNumber' },
    { name: 'an unknown kind', relation: { partNumber: 'AA-1', kind: 'maybe' }, path: 'supersedes[0].kind' },
    {
      name: 'a ratio of nothing',
      relation: { partNumber: 'AA-1', kind: 'kit', ratio: { old: 0, new: 1 } },
      path: 'supersedes[0].ratio.old',
    },
    {
      name: 'a day that is none',
      relation: { partNumber: 'AA-1', kind: 'kit', validFrom: '2026-02-30' },
      path: 'supersedes[0].validFrom',
    },
    {
      name: 'an end before the beginning',
      relation: { partNumber: 'AA-1', kind: 'kit', validFrom: '2026-02-03', validTo: '2026-02-02' },
      path: 'supersedes[0].validTo',
    },
  ])('with $name are refused', async ({ relation, path }) => {
    const maker = await world.maker();
    await maker.imports(fileOf('AA-1', 'AA-2'));
    const { status, body } = await maker.put('/api/parts/AA-2/supersessions', { supersedes: [relation] });
    expect({ status, path: body.errors[0].path }).toEqual({ status: 400, path });
  });

  test('that would close a ring together: of two at once, one is refused', async () => {
    const maker = await world.maker();
    await maker.imports(fileOf('AA-1', 'AA-2'));
    const answers = await Promise.all([
      maker.put('/api/parts/AA-1/supersessions', { supersedes: [{ partNumber: 'AA-2', kind: 'one_way' }] }),
      maker.put('/api/parts/AA-2/supersessions', { supersedes: [{ partNumber: 'AA-1', kind: 'one_way' }] }),
    ]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });
});

describe('who sees what', () => {
  test("a maker its own, its warehouse the maker's, a workshop every active one, the platform none", async () => {
    const maker = await world.maker();
    const other = await world.maker();
    const warehouse = await world.caller('warehouse', 'operator', { maker: maker.code });
    const workshop = await world.caller('workshop', 'technician');
    await maker.put('/api/parts/SEEN-1', PADS);
    await maker.put('/api/parts/SEEN-2', { ...PADS, isActive: false });
    await other.put('/api/parts/SEEN-1', PADS);
    await other.put('/api/parts/SEEN-3', PADS);
    const seen = async (who: Caller) => {
      const { body } = await who.get('/api/parts?query=seen-');
      return body.items.map((part: { partNumber: string }) => part.partNumber).join(' ');
    };
    expect(await seen(maker)).toBe('SEEN-1 SEEN-2');
    expect(await seen(other)).toBe('SEEN-1 SEEN-3');
    expect(await seen(warehouse)).toBe('SEEN-1 SEEN-2');
    expect(await seen(workshop)).toBe('SEEN-1 SEEN-1 SEEN-3');
    const administrator = await world.caller('platform', 'administrator');
    expect((await administrator.get('/api/parts')).status).toBe(403);
    for (const path of ['', '/prices', '/supersessions']) {
      expect((await maker.get(`/api/parts/SEEN-3${path}`)).body).toMatchObject({ status: 404, code: 'PART_NOT_FOUND' });
      expect((await workshop.get(`/api/parts/SEEN-2${path}`)).status).toBe(404);
      expect((await workshop.get(`/api/parts/SEEN-1${path}`)).body.code).toBe('PART_NUMBER_AMBIGUOUS');
      expect((await workshop.get(`/api/parts/SEEN-1${path}?maker=${other.code}`)).status).toBe(200);
    }
  });

  test('a search finds numbers, names in both languages and GTINs, page by page', async () => {
    const maker = await world.maker();
    await maker.imports(fileOf('FIND-1', 'FIND-2', 'FIND-3'));
    const { body: pads } = await maker.put('/api/parts/PADS-1', PADS);
    const numbers = async (query: string) => {
      const { body } = await maker.get('/api/parts').query({ query });
      return body.items.map((part: { partNumber: string }) => part.partNumber).join(' ');
    };
    expect(await numbers('find')).toBe('FIND-1 FIND-2 FIND-3');
    expect(await numbers('ＦＩＮＤ－2')).toBe('FIND-2');
    expect(await numbers('制动')).toBe('PADS-1');
    expect(await numbers('brake pad')).toBe('PADS-1');
    expect(await numbers(pads.gtin)).toBe('PADS-1');
    expect(await numbers(pads.gtin.slice(1))).toBe('PADS-1');
    expect(await numbers('100%')).toBe('');
    const first = await maker.get('/api/parts?limit=3');
    expect(first.body.items).toHaveLength(3);
    const second = await maker.get(`/api/parts?limit=3&after=${first.body.next}`);
    expect(second.body.items.map((part: { partNumber: string }) => part.partNumber)).toEqual(['PADS-1']);
    expect(second.body.next).toBeNull();
    expect((await maker.get('/api/parts?after=nonsense')).status).toBe(400);
  });
});

describe('the database itself refuses', () => {
  test.each([
    { name: 'a wrong check digit', change: `gtin = '09521234100080'`, constraint: 'part_gtin_true' },
    {
      name: 'a number that is not in normal form',
      change: `part_number = 'aa-1'`,
      constraint: 'part_identity_immutable',
    },
    { name: 'a renamed part', change: `part_number = 'AA-2'`, constraint: 'part_identity_immutable' },
    { name: 'an unknown class', change: `class = 'x'`, constraint: 'part_class_known' },
  ])('$name', async ({ change, constraint }) => {
    const maker = await world.maker();
    await maker.put('/api/parts/AA-1', PADS);
    const write = world.database.run(`UPDATE part SET ${change} WHERE maker_id = $1`, [maker.organisation]);
    await expect(write).rejects.toMatchObject({ constraint });
  });

  test('a negative price', async () => {
    const maker = await world.maker();
    await maker.put('/api/parts/AA-1', PADS);
    const write = world.database.run(
      'UPDATE part_price SET list_price = -1 WHERE part_id = (SELECT id FROM part WHERE maker_id = $1)',
      [maker.organisation],
    );
    await expect(write).rejects.toMatchObject({ constraint: 'part_price_positive' });
  });

  test("a supersession between two makers' parts, and a part of itself", async () => {
    const maker = await world.maker();
    const other = await world.maker();
    await maker.put('/api/parts/AA-1', PADS);
    await other.put('/api/parts/AA-2', PADS);
    const parts = world.parts;
    const [one, two] = [
      await parts.byNumber(world.database, maker.organisation, 'AA-1'),
      await parts.byNumber(world.database, other.organisation, 'AA-2'),
    ];
    const relate = (from: string, to: string) =>
      world.database.run(
        `INSERT INTO supersession (maker_id, old_part_id, new_part_id, kind) VALUES ($1, $2, $3, 'one_way')`,
        [maker.organisation, from, to],
      );
    await expect(relate(one!.id, two!.id)).rejects.toMatchObject({ constraint: 'supersession_new_part_of_maker' });
    await expect(relate(one!.id, one!.id)).rejects.toMatchObject({ constraint: 'supersession_of_two_parts' });
  });
});
