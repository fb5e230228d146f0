import type { Browser, Page } from 'playwright-core';
import { loadDemoWorld } from '../src/demo/demo-world.ts';
import { followedBy, keysFor } from '../src/web/islands/scanning/keyboard.builder.ts';
import { PART, VIN } from './support/actors.ts';
import { type RunningApp, startApp } from './support/app.ts';
import { openPage, overflow, photograph, type Sight, startBrowser, violations } from './support/browser.ts';
import { filmed, type Holding } from './support/label-film.ts';
import { type Picture, readCodes } from './support/paper.ts';
import { Session } from './support/session.ts';
import { CORNERS } from './support/staff-pages.ts';
import { plugIn } from './support/wedge.ts';

jest.setTimeout(180_000);

const SIGHT: Sight = { language: 'en', scheme: 'light', width: 360 };
/** A camera on a machine that is busy sees few pictures a second. */
const LOOKED = { timeout: 90_000 };
const UNITS = 4;
const ORDER = 'RO-CAMERA-1';
const GO = [880, 1318.5];
const STOP = [196, 147];

let app: RunningApp;
let browser: Browser;
/** Brake pads on the shelf of the workshop: their labels, and what these say. */
let labels: Picture[];
let codes: string[];
/** Was printed and never stuck on a part. */
let unused: string;

beforeAll(async () => {
  // The phone's clock is the machine's, and a scan from the future is none.
  app = await startApp({ now: new Date(), environment: { THROTTLE_SIGN_INS: '1000' } });
  await loadDemoWorld(app.app);
  browser = await startBrowser();
  await setTheScene();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function setTheScene(): Promise<void> {
  const as = async (who: string) => Session.of(await openPage(browser, SIGHT), app.url, who);
  const warehouse = await as('warehouse');
  const { batch, labels: printed } = await warehouse.prints(PART.brakePads, UNITS);
  await warehouse.does(`/api/batches/${batch}/commission`);
  labels = printed;
  codes = (await Promise.all(labels.map(readCodes))).flat();
  [unused] = (await readCodes((await warehouse.prints(PART.brakePads, 1)).labels[0]!)) as [string];
  const { id } = await warehouse.does('/api/shipments', { to: 'WS-HZ-01', units: codes });
  const advisor = await as('advisor');
  await advisor.does(`/api/shipments/${String(id)}/receipts`, { codes });
  await advisor.puts(`/api/repair-orders/${ORDER}`, {
    version: 1,
    openedAt: app.clock.now().toISOString(),
    vehicle: { vin: VIN, plate: '浙A·A1000', model: 'E300' },
    owner: { name: '王芳', phone: '13900000000' },
    repairCategory: 'minor',
    odometerIn: 31000,
    lines: [
      {
        line: 1,
        partNumber: PART.brakePads,
        category: 'original',
        quantity: UNITS,
        payType: 'customer',
        unitPrice: '428.50',
        cause: 'Worn down to the wear mark',
      },
    ],
  });
  await advisor.does(`/api/repair-orders/${ORDER}/approvals`, { lines: [{ line: 1 }], channel: 'in_person' });
}

const WORDS = {
  zh: {
    camera: '打开摄像头',
    fit: '可以安装',
    stop: '不要安装',
    vin: '车架号',
    odometer: '里程',
    took: '车主带走',
    record: '记为已装',
    done: '已登记',
  },
  en: {
    camera: 'Use the camera',
    fit: 'Fit it',
    stop: 'Do not fit',
    vin: 'VIN',
    odometer: 'Odometer',
    took: 'The owner took it',
    record: 'Record as fitted',
    done: 'Recorded',
  },
} as const;
type Said = (typeof WORDS)['zh' | 'en'];

/** The line of the order on a technician's phone that keeps what it plays. */
async function lineOn(phone: Browser, language: Sight['language'] = 'en'): Promise<Page> {
  const page = await openPage(phone, { ...SIGHT, language });
  await page.addInitScript(() => {
    const heard: number[] = [];
    const start = Reflect.get(OscillatorNode.prototype, 'start');
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      heard.push(Number(this.frequency.value.toFixed(1)));
      start.call(this, when);
    };
    Object.assign(globalThis, { heard });
  });
  await Session.of(page, app.url, 'technician');
  await page.goto(`${app.url}/workshop/orders/${ORDER}/lines/1`);
  await page.locator('.scanner').waitFor();
  return page;
}

const heardOn = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: number[] }).heard);

const verdictOn = (page: Page, word: string) => page.getByRole('alertdialog', { name: word });

async function fit(page: Page, words: Said): Promise<void> {
  await page.getByLabel(words.vin).fill(VIN.slice(-8));
  await page.getByLabel(words.odometer).fill('31010');
  await page.getByLabel(words.took).check();
  await page.getByRole('button', { name: words.record }).click();
  await page.getByText(words.done).waitFor();
}

const unitOf = async (code: string) => {
  const [, gtin, serial] = /\/01\/(\d{14})\/21\/(\w{12})/.exec(code)!;
  const advisor = await Session.of(await openPage(browser, SIGHT), app.url, 'advisor');
  return advisor.asks(`/api/units/${gtin}/${serial}`);
};

const FILMS: readonly { name: string; unit: number; language: Sight['language']; holding: Holding }[] = [
  { name: 'turned', unit: 0, language: 'en', holding: { turned: -12 } },
  { name: 'blurred', unit: 1, language: 'zh', holding: { blurred: 2 } },
  { name: 'dim, and upside down', unit: 2, language: 'zh', holding: { dim: true, turned: 180 } },
];

test.each(FILMS)(
  'a technician points the phone at a label that is $name, sees green, and fits the part ($language)',
  async ({ unit, language, holding }) => {
    const words = WORDS[language];
    const phone = await startBrowser(filmed(labels[unit]!, holding));
    try {
      const page = await lineOn(phone, language);
      await page.getByRole('button', { name: words.camera }).click();
      await verdictOn(page, words.fit).waitFor(LOOKED);
      expect(await heardOn(page)).toEqual(GO);
      await page.keyboard.press('Enter');
      await fit(page, words);
      expect(await unitOf(codes[unit]!)).toMatchObject({ state: 'fitted' });
    } finally {
      await phone.close();
    }
  },
);

test('the scanner in the hand is as good: red for a label that belongs to no part, then green by the next scan', async () => {
  const page = await lineOn(browser);
  const send = await plugIn(page);
  const scan = (code: string) => send(followedBy(keysFor(code, { isComposing: true }), 'Enter'));
  await page.getByLabel('Code or serial').focus();
  await scan(unused);
  await verdictOn(page, WORDS.en.stop).waitFor();
  expect(await heardOn(page)).toEqual(STOP);
  await scan(codes[3]!);
  await verdictOn(page, WORDS.en.fit).waitFor();
  await page.keyboard.press('Enter');
  expect(await page.getByLabel('VIN').inputValue()).toBe('');
  await fit(page, WORDS.en);
  expect(await unitOf(codes[3]!)).toMatchObject({ state: 'fitted' });
  await page.context().close();
});

test.each(CORNERS)(
  'the verdict’s screen, $language, $scheme, $width wide: no barrier, nothing cut off',
  async (sight) => {
    const page = await openPage(browser, sight, { bypassCSP: true });
    await Session.of(page, app.url, 'technician');
    await page.goto(`${app.url}/workshop/check`);
    const found: string[] = [];
    for (const [name, code] of Object.entries({
      consistent: codes[3]!,
      suspect: unused,
      unknown: '7Q3K9D0A2FXM',
      unreadable: '???',
    })) {
      await page.locator('.typing input').fill(code);
      await page.locator('.typing input').press('Enter');
      await page.getByRole('alertdialog').waitFor();
      await photograph(page, `verdict-screen-${name}`, sight);
      found.push(...(await violations(page)).map((barrier) => `${name}: ${barrier}`));
      if ((await overflow(page)) > 0) found.push(`${name}: scrolls sideways`);
      await page.keyboard.press('Escape');
      await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    }
    await page.context().close();
    expect(found).toEqual([]);
  },
);
