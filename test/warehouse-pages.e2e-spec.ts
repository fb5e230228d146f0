import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { answered, PART } from './support/actors.ts';
import { gb18030 } from './support/gb18030.ts';
import { startBrowser } from './support/browser.ts';
import { filmed } from './support/label-film.ts';
import { printPdf } from './support/paper.ts';
import { LABEL_PRINTER } from './support/session.ts';
import { press, tabTo } from './support/staff-pages.ts';
import { SIGHT, WarehouseDesk } from './support/warehouse-desk.ts';

jest.setTimeout(120_000);

let desk: WarehouseDesk;
beforeAll(async () => {
  desk = await WarehouseDesk.open();
});
afterAll(() => desk?.close());

const ORDER = readFileSync(new URL('../src/demo/data/dispatch-order.csv', import.meta.url));
/** As it comes out of Chinese Excel: its encoding, its line ends, its headings, a total; and one part that nobody knows. */
const AS_EXCEL_SAVED_IT = gb18030(
  [
    '配送单 2026-11-24,,,,',
    '发货单号,零件号,数量,批次,收货单位',
    'DO-2026-1124,ch-04465-02250,"1,2",L26K31,WS-HZ-01',
    'DO-2026-1124,CH-00000-00000,4,L26K32,WS-HZ-01',
    'DO-2026-1124,CH-90915-YZZD4,６件,L26K33,WS-HZ-02',
    '合计,,16,,',
    '',
  ].join('\r\n'),
);

const main = (page: Page): Promise<string> => page.locator('main').innerText();
const clicks = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
/** As somebody without a mouse: the page stays, and what was pressed comes to pass on it. */
async function pressHere(page: Page, name: string): Promise<void> {
  await tabTo(page, `main button:enabled:text-is("${name}")`);
  await page.keyboard.press('Enter');
}

async function typesByHand(page: Page, serial: string): Promise<void> {
  await tabTo(page, '.typing input');
  await page.keyboard.type(serial, { delay: 60 });
  await page.keyboard.press('Enter');
}

const serialIn = (code: string): string => /\/21\/(\w{12})/.exec(code)![1]!;

function unitPathOf(code: string): string {
  const [, gtin, serial] = /\/01\/(\d{14})\/21\/(\w{12})/.exec(code)!;
  return `/api/units/${gtin}/${serial}`;
}

describe('a dispatch order', () => {
  test('as Excel saved it: looked at, sent back to be mended, then imported', async () => {
    const page = await desk.page();
    await desk.goto(page, '/warehouse/orders');
    await desk.attaches(page, 'order.csv', AS_EXCEL_SAVED_IT);
    await clicks(page, 'Preview');
    expect(await main(page)).toContain('2 places must be mended first. Until then nothing is imported.');
    expect(await page.locator('section[aria-label="What to mend"] tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/3[\s\S]*Quantity[\s\S]*1,2[\s\S]*whole number/),
      expect.stringMatching(/4[\s\S]*Part number[\s\S]*CH-00000-00000[\s\S]*no such part/),
    ]);
    expect(await page.locator('select[name=column]').nth(1).inputValue()).toBe('partNumber');

    const [download] = await Promise.all([page.waitForEvent('download'), clicks(page, /Download the file to mend/)]);
    const toMend = readFileSync(await download.path(), 'utf8');
    expect(toMend).toMatch(/^\ufeff配送单/);
    expect(toMend).toMatch(/ch-04465-02250.*quantity: A quantity is a whole number/);

    await desk.goto(page, '/warehouse/orders');
    const mended = toMend.replace('"1,2"', '12').replace(/^.*CH-00000-00000.*\r\n/m, '');
    await desk.attaches(page, 'mended.csv', Buffer.from(mended));
    await clicks(page, 'Preview');
    expect(await main(page)).toContain('This makes 2 batches and 18 labels.');
    await clicks(page, 'Import and mint');
    await page.waitForURL(/\/warehouse\/orders\/DO-2026-1124\?done=done/);
    expect(await page.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/CH-04465-02250[\s\S]*L26K31[\s\S]*WS-HZ-01[\s\S]*12/),
      expect.stringMatching(/CH-90915-YZZD4[\s\S]*L26K33[\s\S]*WS-HZ-02[\s\S]*6/),
    ]);
    await desk.goto(page, '/warehouse/orders');
    expect(await main(page)).toContain('DO-2026-1124: 2 batches');
    await page.context().close();
  });

  test('with headings that nobody knows: somebody says what they mean', async () => {
    const page = await desk.page();
    await desk.goto(page, '/warehouse/orders');
    const strange = 'Beleg;Teil;Stück;Für\nDO-2026-1125;CH-04465-02250;5;WS-HZ-01\n';
    await desk.attaches(page, 'bestellung.csv', Buffer.from(strange));
    await clicks(page, 'Preview');
    expect(await main(page)).toContain('The heading row has no column "quantity"');
    const meanings = ['order', 'partNumber', 'quantity', 'consignee'];
    for (const [at, meaning] of meanings.entries())
      await page.locator('select[name=column]').nth(at).selectOption(meaning);
    await clicks(page, 'Preview again');
    expect(await main(page)).toContain('This makes 1 batch and 5 labels.');
    await clicks(page, 'Import and mint');
    await page.waitForURL(/DO-2026-1125/);
    await page.context().close();
  });

  test('whole, in Chinese, on a small phone, without a script; the same file again does nothing more', async () => {
    const page = await desk.page({ language: 'zh', scheme: 'dark', width: 360 }, { javaScriptEnabled: false });
    for (const told of ['将生成 34 个批次，共 3,172 枚标签。', '文件中的内容都已导入过，不会再生成标签。']) {
      await desk.goto(page, '/warehouse/orders');
      await desk.attaches(page, 'order.csv', ORDER);
      await clicks(page, '预览');
      expect(await main(page)).toContain(told);
      await clicks(page, '导入并发码');
      await page.waitForURL(/DO-2026-1123/);
    }
    await page.context().close();
  });
});

describe('from the shelf to the lorry', () => {
  let pads: string[];
  let filters: string[];
  beforeAll(async () => {
    const { warehouse } = desk.world;
    await desk.world.until(async () => {
      const running = answered(await warehouse.get('/api/batches?status=running&limit=1')).items as unknown[];
      const queued = answered(await warehouse.get('/api/batches?status=queued&limit=1')).items as unknown[];
      return running.length + queued.length === 0;
    });
    pads = await takenIntoStock('DO-2026-1124', PART.brakePads);
    filters = await warehouse.mints(PART.oilFilter, 2);
  });

  /** The labels of an order's batch, once they are on the parts. */
  async function takenIntoStock(order: string, partNumber: string): Promise<string[]> {
    const { warehouse } = desk.world;
    const { items } = answered(await warehouse.get(`/api/batches?order=${order}&partNumber=${partNumber}`));
    const { id } = (items as { id: string }[])[0]!;
    await warehouse.does(`/api/batches/${id}/commission`);
    const csv = (await warehouse.get(`/api/batches/${id}/labels.csv`)).text.trim().split('\n').slice(1);
    return csv.map((row) => row.split(',').at(-1)!.trim());
  }

  test('a wedge scanner picks, packs and ships; each wrong code is explained at once; a reload loses nothing', async () => {
    const { warehouse, analyst } = desk.world;
    await analyst.does(`${unitPathOf(pads[11]!)}/holds`, { kind: 'quarantine', reason: 'wet box' });
    const page = await desk.page();
    await desk.goto(page, '/warehouse/orders/DO-2026-1124');
    await page.getByRole('link', { name: 'Pick for WS-HZ-01' }).click();
    await page.getByRole('heading', { name: /For Xihu Auto Repair/ }).waitFor();

    await clicks(page, 'Begin a carton');
    expect(await desk.scans(page, pads[0]!, 'In the carton')).toContain(serialIn(pads[0]!));
    await desk.scans(page, pads[1]!, 'In the carton', { isCapsLocked: true });
    expect(await desk.scans(page, pads[1]!, 'Scanned before')).toContain('Go on with the next.');
    expect(await desk.scans(page, pads[11]!, 'Not loaded')).toMatch(/on hold[\s\S]*Take it to quarantine/);
    expect(await desk.scans(page, filters[0]!, 'Not on the picking list')).toContain('Put it back');
    const foreign = pads[2]!.replace('LOCALHOST:3000', 'TRUEPART.EVIL.EXAMPLE');
    expect(await desk.scans(page, foreign, 'Not loaded')).toMatch(/not printed for that unit[\s\S]*tell the lead/);
    await desk.scans(page, 'HTTPS://EXAMPLE.COM/NOTHING', 'Not loaded');
    // The scan before said “Not loaded”, too.
    await page.locator('.told', { hasText: 'Scan again' }).waitFor();
    await desk.scans(page, pads[2]!, 'In the carton');
    await clicks(page, 'Undo the last scan');
    expect(await page.locator('.big').innerText()).toMatch(/^2\s+of 12/);

    await page.reload();
    expect(await page.locator('.big').innerText()).toMatch(/^2\s+of 12/);
    await clicks(page, 'Close the carton');
    const [sscc] = /\d{18}/.exec(await desk.hears(page, 'The carton is sealed'))!;
    await desk.scans(page, pads[3]!, 'Loaded');
    await desk.scans(page, filters[0]!, 'Not on the picking list');
    await clicks(page, 'Load it all the same');
    expect(await page.locator('.big').innerText()).toMatch(/^4/);
    await clicks(page, 'Ship');
    await page.waitForURL(/\/warehouse\/shipments\/[\w-]+\?done=shipped/);
    expect(await page.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(new RegExp(`CH-04465-02250[\\s\\S]*${sscc}[\\s\\S]*On the road[\\s\\S]*2`)),
      expect.stringMatching(/CH-04465-02250[\s\S]*Loose[\s\S]*1/),
      expect.stringMatching(/CH-90915-YZZD4[\s\S]*Loose[\s\S]*1/),
    ]);
    expect(answered(await warehouse.get(unitPathOf(pads[0]!))).state).toBe('in_transit');
    await desk.goto(page, '/warehouse/shipments/new?to=WS-HZ-01&order=DO-2026-1124');
    expect(await page.locator('.big').innerText()).toMatch(/^0/);
    await page.context().close();
  });

  test('a scan that the network loses is kept, and checked when the network is back', async () => {
    const page = await desk.page();
    await desk.goto(page, '/warehouse/shipments/new?to=WS-HZ-02');
    await page.locator('.told').waitFor();
    await page.context().setOffline(true);
    await desk.scans(page, pads[4]!, 'Not loaded');
    expect(await page.locator('.told').innerText()).toContain('1 scan not checked yet');
    await page.context().setOffline(false);
    await desk.hears(page, 'Loaded');
    expect(await page.locator('.big').innerText()).toMatch(/^1/);
    await page.context().close();
  });

  test('by the keyboard alone, in Chinese on a phone: a carton is packed and shipped', async () => {
    const page = await desk.page({ language: 'zh', scheme: 'dark', width: 360 });
    await desk.goto(page, '/warehouse/shipments/new?to=WS-HZ-02');
    await pressHere(page, '开新箱');
    await desk.scans(page, pads[7]!, '已装箱', { isComposing: true });
    await typesByHand(page, serialIn(pads[8]!));
    await desk.hears(page, '已装箱');
    await pressHere(page, '封箱');
    expect(await desk.hears(page, '箱已封好')).toMatch(/\d{18}/);
    await pressHere(page, '发运');
    await page.waitForURL(/done=shipped/);
    expect(answered(await desk.world.warehouse.get(unitPathOf(pads[8]!))).state).toBe('in_transit');
    await page.context().close();
  });

  test('without a script, a scanner types into a field', async () => {
    const page = await desk.page(SIGHT, { javaScriptEnabled: false });
    await desk.goto(page, '/warehouse/shipments/new?to=WS-NB-01');
    await page.locator('textarea').focus();
    for (const code of pads.slice(5, 7)) await page.keyboard.type(`${code}\n`);
    await tabTo(page, 'button.main');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=shipped/);
    expect(await main(page)).toContain('Jiangbei Repairs, Ningbo');
    await page.context().close();
  });
});

describe('a delivery', () => {
  /** The workshop sends these back, and nobody has counted them yet. */
  const sentBack = (codes: readonly string[]): Promise<string> =>
    desk.world.hz1.clerk.ships(desk.world.warehouse.organisation, codes, { kind: 'return_new' });

  async function returned(quantity: number): Promise<{ id: string; codes: string[] }> {
    const codes = await desk.world.stock(desk.world.hz1, PART.brakeDisc, quantity);
    return { id: await sentBack(codes), codes };
  }

  test('is counted: one short, one over, one not as new', async () => {
    const { warehouse } = desk.world;
    const { id, codes } = await returned(3);
    const [stranger] = await warehouse.mints(PART.battery, 1);
    const page = await desk.page();
    await desk.goto(page, '/warehouse');
    await page.getByRole('link', { name: /3 units from Xihu/ }).click();
    await page.getByRole('link', { name: 'Receive' }).click();

    await desk.scans(page, codes[0]!, 'Counted');
    await clicks(page, 'As new');
    await desk.scans(page, codes[0]!, 'Scanned before');
    await desk.types(page, serialIn(codes[1]!).replace(/.{4}(?=.)/g, '$& '), 'Counted');
    expect(await main(page)).toContain('1 unit not inspected yet');
    await clicks(page, 'Not as new');
    await desk.scans(page, stranger!, 'Not in this delivery');
    await page.locator('.told', { hasText: PART.battery }).waitFor();
    await page.reload();
    expect(await page.locator('.big').innerText()).toMatch(/^2\s+of 3 expected/);
    await clicks(page, 'Finish');
    expect(await main(page)).toContain('2 units received, 1 over, 1 short. Finish?');
    await clicks(page, 'Yes, receive');
    await page.getByRole('heading', { name: 'Short' }).waitFor();
    const told = await main(page);
    expect(told).toContain('2 units received, 1 over, 1 short');
    expect(told).toContain(serialIn(codes[2]!));
    expect(told).toContain(serialIn(stranger!));
    const swapped = answered(await warehouse.get(unitPathOf(codes[1]!)));
    expect([swapped.state, (swapped.holds as { kind: string }[])[0]?.kind]).toEqual(['in_stock', 'quarantine']);

    await page.getByRole('link', { name: 'See the shipment' }).click();
    expect(await main(page)).toMatch(/CH-43512-0E040[\s\S]*Short/);
    await desk.goto(page, `/warehouse/shipments/${id}/receive`);
    expect(await page.locator('.big').innerText()).toMatch(/^0\s+of 1 expected/);
    await desk.scans(page, codes[2]!, 'Counted');
    await clicks(page, 'Undo the last scan');
    expect(await page.locator('.big').innerText()).toMatch(/^0/);
    await page.context().close();
  });

  test('is counted by the keyboard alone, in Chinese, with caps lock on', async () => {
    const { id, codes } = await returned(2);
    const page = await desk.page({ language: 'zh', scheme: 'light', width: 1440 });
    await desk.goto(page, '/warehouse');
    await press(page, `main a[href*="${id}"]`);
    await press(page, 'main a[href$="/receive"]');
    await desk.scans(page, codes[0]!, '已清点', { isCapsLocked: true });
    await pressHere(page, '完好');
    await typesByHand(page, serialIn(codes[1]!));
    await page.locator('.told', { hasText: serialIn(codes[1]!) }).waitFor();
    await pressHere(page, '不是新件');
    await pressHere(page, '结束清点');
    await pressHere(page, '确定，收货');
    await page.getByRole('alert').getByText('收货 2 件，多 0 件，少 0 件').waitFor();
    await page.context().close();
  });

  test('is counted by the camera: a label of our own, filmed turned and in a dark corner', async () => {
    const { hz1, warehouse } = desk.world;
    const { batch, codes } = await warehouse.issues(PART.brakeDisc, 1);
    await warehouse.does(`/api/batches/${batch}/commission`);
    await hz1.clerk.receives(await warehouse.ships(hz1.clerk.organisation, codes), codes);
    const id = await sentBack(codes);
    const printed = await warehouse.get(`/api/batches/${batch}/labels.pdf?template=roll-50x25`).buffer(true);
    const [label] = await printPdf(printed.body as Buffer, LABEL_PRINTER);
    const phone = await startBrowser(filmed(label!, { turned: 25, dim: true }));
    try {
      const page = await desk.page({ language: 'zh', scheme: 'light', width: 360 }, {}, phone);
      await desk.goto(page, `/warehouse/shipments/${id}/receive`);
      await clicks(page, '打开摄像头');
      await page.locator('.told .say', { hasText: '已清点' }).waitFor({ timeout: 90_000 });
      await clicks(page, '完好');
      await clicks(page, '结束清点');
      await clicks(page, '确定，收货');
      await page.getByRole('alert').getByText('收货 1 件，多 0 件，少 0 件').waitFor();
    } finally {
      await phone.close();
    }
  });

  test('without a script, its codes go into two fields', async () => {
    const { id, codes } = await returned(2);
    const page = await desk.page({ ...SIGHT, language: 'zh' }, { javaScriptEnabled: false });
    await desk.goto(page, `/warehouse/shipments/${id}/receive`);
    await page.locator('textarea[name=codes]').fill(codes[0]!);
    await page.locator('textarea[name=notAsNew]').fill(codes[1]!);
    await clicks(page, '收货');
    await page.waitForURL(/done=received/);
    expect(await main(page)).toContain('收货 2 件，多 0 件，少 0 件');
    await page.context().close();
  });
});
