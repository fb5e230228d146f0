import { gs1CheckDigit } from '../src/kernel/gtin.ts';
import { CatalogueWorld, fileOf, PADS } from './support/catalogue-world.ts';

const gtin = (digits: string) => digits + gs1CheckDigit(digits);

let world: CatalogueWorld;
beforeAll(async () => {
  world = await CatalogueWorld.begin();
});
afterAll(() => world.end());

describe('GTINs', () => {
  test('are never given twice, however many ask at once', async () => {
    const maker = await world.maker();
    const files = Array.from({ length: 12 }, (_, i) => fileOf(`AA-${i}-1`, `AA-${i}-2`, `AA-${i}-3`));
    const answers = await Promise.all(files.map((file) => maker.imports(file)));
    expect(answers.map(({ status }) => status)).toEqual(files.map(() => 200));
    const { body } = await maker.get('/api/parts?limit=200');
    expect(new Set(body.items.map((part: { gtin: string }) => part.gtin)).size).toBe(36);
  });

  test('that the maker gave to parts are passed over', async () => {
    const maker = await world.maker('40111111111');
    await maker.put('/api/parts/AA-1', { ...PADS, gtin: gtin('0401111111118') });
    await maker.imports(fileOf('AA-2', 'AA-3'));
    const { body } = await maker.get('/api/parts');
    expect(body.items.map((part: { gtin: string }) => part.gtin.slice(0, 13))).toEqual([
      '0401111111118',
      '0401111111119',
      '0401111111117',
    ]);
  });

  test('run out with words, and nothing is half imported', async () => {
    const maker = await world.maker('40222222222');
    const { status, body } = await maker.imports(fileOf(...Array.from({ length: 11 }, (_, i) => `AA-${i}`)));
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'GTINS_EXHAUSTED' });
    expect(await world.partNumbersOf(maker)).toEqual([]);
  });

  test('are for life', async () => {
    const maker = await world.maker('40333333333');
    await maker.put('/api/parts/AA-1', { ...PADS, gtin: gtin('0403333333330') });
    const changed = await maker.put('/api/parts/AA-1', { ...PADS, gtin: gtin('0403333333331') });
    expect(changed.body).toMatchObject({ status: 400, code: 'PART_FAULTY', errors: [{ path: 'gtin' }] });
    const taken = await maker.put('/api/parts/AA-2', { ...PADS, gtin: gtin('0403333333330') });
    expect(taken.body.errors[0].words.en).toBe('This GTIN belongs to part AA-1');
    await maker.put('/api/parts/AA-2', PADS);
    const steal = world.database.run(`UPDATE part SET gtin = $2 WHERE maker_id = $1 AND part_number = 'AA-1'`, [
      maker.organisation,
      gtin('0403333333339'),
    ]);
    await expect(steal).rejects.toMatchObject({ constraint: 'part_gtin_unique' });
    await expect(world.database.run('DELETE FROM part_gtin')).rejects.toThrow(/append-only/);
  });
});
