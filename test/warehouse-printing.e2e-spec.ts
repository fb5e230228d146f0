import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { answered, PART } from './support/actors.ts';
import { cutOut, inkOf, printPdf, readCodes } from './support/paper.ts';
import { tabTo } from './support/staff-pages.ts';
import { SIGHT, WarehouseDesk } from './support/warehouse-desk.ts';

jest.setTimeout(120_000);

/** A label printer: takes what comes, and keeps it. */
class Printer {
  readonly jobs: Buffer[] = [];
  private readonly sockets = new Set<Socket>();
  /** Out of paper: it takes no more, and does not say so. */
  isStuck = false;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async plugIn(): Promise<Printer> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const printer = new Printer(server, (server.address() as AddressInfo).port);
    server.on('connection', (socket) => printer.take(socket));
    return printer;
  }

  private take(socket: Socket): void {
    this.sockets.add(socket);
    const pieces: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('end', () => this.jobs.push(Buffer.concat(pieces)));
    if (!this.isStuck) socket.on('data', (piece) => pieces.push(piece));
  }

  async unplug(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }
}

let printer: Printer;
let desk: WarehouseDesk;
beforeAll(async () => {
  printer = await Printer.plugIn();
  const off = await Printer.plugIn();
  await off.unplug();
  const PRINTERS = `包装台=127.0.0.1:${printer.port}, off=127.0.0.1:${off.port}`;
  desk = await WarehouseDesk.open({ PRINTERS });
});
afterAll(async () => {
  await desk?.close();
  await printer?.unplug();
});

const main = (page: Page): Promise<string> => page.locator('main').innerText();
const clicks = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** A batch whose labels exist, and nobody has printed. */
async function minted(quantity: number, partNumber: string = PART.brakePads): Promise<string> {
  const { warehouse } = desk.world;
  const { id } = await warehouse.does('/api/batches', { partNumber, quantity });
  await desk.world.until(async () => answered(await warehouse.get(`/api/batches/${String(id)}`)).status === 'issued');
  return String(id);
}

async function codesOf(batch: string): Promise<string[]> {
  const { text } = await desk.world.warehouse.get(`/api/batches/${batch}/labels.csv`);
  return text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(',').at(-1)!);
}

async function pdfAt(page: Page, path: string): Promise<Buffer> {
  const answer = await page.context().request.get(desk.world.app.url + path);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
  return answer.body();
}

describe('register and print', () => {
  test('is one action, from the keyboard alone: part, quantity, labels', async () => {
    const page = await desk.page();
    await desk.goto(page, '/warehouse/batches/new');
    await page.keyboard.type('brake pad');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=brake/);
    await tabTo(page, `a[href$="${PART.brakePads}"]`);
    await page.keyboard.press('Enter');
    await page.locator('input[name=quantity]:focus').waitFor();
    await page.keyboard.type('30');
    await tabTo(page, 'input[name=lot]');
    await page.keyboard.type('l26k77');
    await tabTo(page, 'select[name=template]');
    for (const _ of ['a4-65', 'roll-50x25']) await page.keyboard.press('ArrowDown');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Tab');
    await tabTo(page, 'form button.main');
    await page.keyboard.press('Enter');
    const labels = readFileSync(await (await download).path(), 'utf8');
    expect(labels.match(/\^XA/g)).toHaveLength(30);
    await page.getByText('What was printed').waitFor();
    expect(await main(page)).toMatch(/30\s+\/ 30[\s\S]*File taken 1–30[\s\S]*ZPL/);

    await tabTo(page, 'form[action$=commission] button');
    await page.keyboard.press('Enter');
    await page.locator('[role=status]').waitFor();
    expect(await main(page)).toContain('30 units taken into stock');
    await page.context().close();
  });

  test('a form that is sent twice is one batch', async () => {
    const page = await desk.page();
    await desk.goto(page, `/warehouse/batches/new?part=${PART.oilFilter}`);
    const fields = await page
      .locator('form[action="/warehouse/batches"]')
      .evaluate((form) => [...new FormData(form as HTMLFormElement).entries()]);
    const form = { ...(Object.fromEntries(fields) as Record<string, string>), quantity: '7' };
    const send = () =>
      page.context().request.post(`${desk.world.app.url}/warehouse/batches`, {
        form,
        headers: { origin: desk.world.app.url },
        maxRedirects: 0,
      });
    const [once, twice] = await Promise.all([send(), send()]);
    expect([once.status(), twice.headers()['location']]).toEqual([303, once.headers()['location']]);
    const { items } = answered(await desk.world.warehouse.get(`/api/batches?partNumber=${PART.oilFilter}`));
    expect(items).toHaveLength(1);
    await page.context().close();
  });

  test('progress comes live, and without a script by loading the page again', async () => {
    const { warehouse } = desk.world;
    const { id } = await warehouse.does('/api/batches', { partNumber: PART.brakeDisc, quantity: 12_000 });
    const [live, still] = [await desk.page(), await desk.page(SIGHT, { javaScriptEnabled: false })];
    await Promise.all([live, still].map((page) => desk.goto(page, `/warehouse/batches/${String(id)}`)));
    for (const page of [live, still]) {
      await page.locator('.chip', { hasText: 'Minted' }).waitFor();
      expect(await page.locator('.big').innerText()).toMatch(/^12,000/);
      await page.context().close();
    }
  });
});

describe('what comes out of the printer', () => {
  test('a sheet says what the register says, begins where it was told, and moves as it is nudged', async () => {
    const batch = await minted(5);
    const page = await desk.page();
    const before = await pdfAt(page, `/warehouse/batches/${batch}/labels.pdf?template=a4-24&start=23`);
    const sheets = await printPdf(before, 300);
    const dots = (mm: number): number => (mm * 300) / 25.4;
    // The last two labels of the first sheet, and what is left on the second.
    const strips = sheets.map((sheet, at) =>
      cutOut(sheet, { x: 0, y: at === 0 ? dots(259) : 0, width: sheet.width, height: dots(38) }),
    );
    const read = (await Promise.all(strips.map((strip) => readCodes(strip)))).flat();
    expect([...read].sort()).toEqual((await codesOf(batch)).sort());
    expect(sheets).toHaveLength(2);

    await desk.goto(page, '/warehouse/labels/a4-24');
    await page.getByLabel('Nudge right (mm)').fill('3');
    await page.getByLabel('Nudge down (mm)').fill('-2');
    await clicks(page, 'Always print so from this computer');
    expect(await main(page)).toMatch(/Remembered, for this computer[\s\S]*Reads as printed/);
    const after = await printPdf(
      await pdfAt(page, `/warehouse/batches/${batch}/labels.pdf?template=a4-24&start=23`),
      300,
    );
    const [was, is] = [inkOf(sheets[0]!)!, inkOf(after[0]!)!];
    expect([is.x - was.x, is.y - was.y]).toEqual([Math.round(dots(3)), Math.round(dots(-2))]);
    await page.context().close();
  });

  test('each template shows a specimen that was read back; one nudged off its label says so', async () => {
    const page = await desk.page({ language: 'zh', scheme: 'light', width: 360 });
    await desk.goto(page, '/warehouse/labels');
    expect(await page.locator('.chip', { hasText: '读回与打印一致' }).count()).toBe(4);
    await desk.goto(page, '/warehouse/labels/a4-65?nudgeX=-5');
    expect(await main(page)).toContain('读不出来');
    await desk.goto(page, `/warehouse/labels/roll-70x35?part=${PART.battery}&start=1&dpi=300&ecc=Q`);
    expect(await main(page)).toContain('读回与打印一致');
    await desk.goto(page, '/warehouse/labels/a4-24?nudgeX=9');
    expect(await main(page)).toContain('应在 ±5 毫米以内');
    await page.context().close();
  });

  test('the calibration page measures what its rulers say', async () => {
    const page = await desk.page();
    await desk.goto(page, '/warehouse/labels/a4-65');
    const path = await page.getByRole('link', { name: /calibration page/ }).getAttribute('href');
    const [sheet] = await printPdf(await pdfAt(page, path!), 300);
    const dots = (mm: number): number => Math.round((mm * 300) / 25.4);
    const row = sheet!.dots.subarray(dots(200) * sheet!.width, (dots(200) + 1) * sheet!.width);
    const [first, last] = [row.indexOf(0, dots(14)), row.lastIndexOf(0, dots(196))];
    expect(Math.abs(last - first - dots(180))).toBeLessThanOrEqual(2);
    await page.context().close();
  });

  test('labels are printed again for a reason only', async () => {
    const batch = await minted(4);
    const page = await desk.page();
    await desk.goto(page, `/warehouse/batches/${batch}`);
    expect(await page.getByRole('button', { name: 'Open PDF' }).count()).toBe(1);
    await pdfAt(page, `/warehouse/batches/${batch}/labels.pdf?template=a4-24`);
    await page.reload();
    expect(await page.getByRole('button', { name: 'Open PDF' }).count()).toBe(0);
    await page.locator('summary', { hasText: 'Print again' }).click();
    await page.locator('form[action$=reprints] input[name=from]').fill('2');
    await page.locator('form[action$=reprints] input[name=to]').fill('3');
    await page.locator('form[action$=reprints] textarea').fill('smudged');
    await clicks(page, 'Record it and print');
    await page.getByText('The reprint is recorded. Print now').waitFor();
    expect(await page.locator('input[name=from]').first().inputValue()).toBe('2');
    expect(await main(page)).toMatch(/Reprint 2–3[\s\S]*smudged/);
    await page.context().close();
  });

  test('what is on no part is voided with the batch', async () => {
    const batch = await minted(3);
    const page = await desk.page();
    await desk.goto(page, `/warehouse/batches/${batch}`);
    await page.locator('summary', { hasText: 'Cancel this batch' }).click();
    await page.locator('form[action$=cancel] textarea').fill('wrong lot');
    await clicks(page, 'Cancel this batch');
    await page.locator('.chip', { hasText: 'Cancelled' }).waitFor();
    expect(await main(page)).toContain('wrong lot');
    await page.context().close();
  });
});

describe('a printer on the network', () => {
  async function sends(page: Page, batch: string, to: string): Promise<void> {
    await desk.goto(page, `/warehouse/batches/${batch}`);
    await page.locator('select[name=template]').selectOption('roll-50x25');
    await page.locator('select[name=printer]').selectOption(to);
    await clicks(page, 'Send');
  }

  test('gets the very bytes of the file, and the batch remembers it', async () => {
    const batch = await minted(12);
    const page = await desk.page();
    await sends(page, batch, '包装台');
    await page.getByText('Sent to the printer').waitFor();
    await desk.world.until(async () => Promise.resolve(printer.jobs.length === 1));
    const file = await desk.world.warehouse
      .get(`/api/batches/${batch}/labels.zpl?template=roll-50x25`)
      .buffer(true)
      .parse((answer, done) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => done(null, Buffer.concat(pieces)));
      });
    expect(printer.jobs[0]!.equals(file.body as Buffer)).toBe(true);
    expect(await main(page)).toMatch(/Sent to a printer 1–12[\s\S]*包装台/);
    await page.context().close();
  });

  test('that does not answer, or is at work, is told plainly', async () => {
    const page = await desk.page();
    const batch = await minted(2);
    await sends(page, batch, 'off');
    expect(await main(page)).toContain('Printer off does not answer; nothing was printed.');

    printer.isStuck = true;
    const long = await minted(3_000);
    await sends(page, long, '包装台');
    await page.getByText('Sent to the printer').waitFor();
    await sends(page, batch, '包装台');
    expect(await main(page)).toContain('Printer 包装台 is printing other labels.');
    await page.context().close();
  });

  test('is never an address of somebody’s choosing', async () => {
    const batch = await minted(1);
    const page = await desk.page();
    const form = { template: 'roll-50x25', printer: `127.0.0.1:${printer.port}` };
    const headers = { origin: desk.world.app.url, accept: 'text/html', 'accept-language': 'en' };
    const answer = await page
      .context()
      .request.post(`${desk.world.app.url}/warehouse/batches/${batch}/send`, { form, headers });
    expect([answer.status(), await answer.text()]).toEqual([400, expect.stringContaining('There is no printer named')]);
    await page.context().close();
  });
});
