import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../src/demo/demo-people.ts';
import { loadDemoWorld } from '../../src/demo/demo-world.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { openPage, SIGHTS, startBrowser } from '../support/browser.ts';
import { barriersOn, signInByKeyboard } from '../support/staff-pages.ts';

jest.setTimeout(240_000);

let app: RunningApp;
let browser: Browser;
/** Of shipments: one to be received here, and one that was sent. */
let returned: string;
let carton: string;
beforeAll(async () => {
  app = await startApp({ environment: { THROTTLE_SIGN_INS: '1000', PRINTERS: '包装台=127.0.0.1:9' } });
  await loadDemoWorld(app.app);
  await sendSomethingBack();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

type Answer = Record<string, unknown>;

async function signedIn(who: string): Promise<(path: string, body?: object) => Promise<Answer>> {
  const email = `${who}@demo.truepart.test`;
  const session = await app.request.post('/api/session').send({ email, password: DEMO_PASSWORD });
  const cookie = String(session.headers['set-cookie']).split(';')[0]!;
  return async (path, body) => {
    const answer = await (body ? app.request.post(path).send(body) : app.request.get(path)).set('cookie', cookie);
    if (answer.status >= 400) throw new Error(answer.text);
    return answer.body as Answer;
  };
}

async function sendSomethingBack(): Promise<void> {
  const [clerk, warehouse] = [await signedIn('technician3'), await signedIn('warehouse')];
  const unitsOf = async (ask: typeof clerk, query: string): Promise<string[]> => {
    const { items } = await ask(`/api/units?state=in_stock&${query}`);
    return (items as { gtin: string; serial: string }[]).map(({ gtin, serial }) => `${gtin} ${serial}`);
  };
  const units = (await unitsOf(clerk, 'custodian=WS-NB-01')).slice(0, 3);
  returned = String((await clerk('/api/shipments', { to: 'WH-HZ', kind: 'return_new', units })).id);
  const packed = (await unitsOf(warehouse, 'custodian=WH-HZ&partNumber=CH-45046-09590')).slice(0, 4);
  carton = String((await warehouse('/api/cartons', { units: packed })).sscc);
}

const FAULTY = '单号,零件号,数量,批次,网点\nDO-9,CH-04465-02250,一,L1,WS-HZ-01\nDO-9,CH-04466-02190,3,L2,WS-HZ-02\n';

/** Of two languages, two lights and two widths, each with each other's at least once. */
const PAIRS = SIGHTS.filter(
  ({ language, scheme, width }) => (language === 'zh') === ((scheme === 'light') === (width === 360)),
);

/** Lists fold on a phone: nothing of a row hides beside the window. */
const cutOff = (page: Page): Promise<number> =>
  page.evaluate(
    () => [...document.querySelectorAll('main .scroll')].filter((each) => each.scrollWidth > each.clientWidth).length,
  );

test.each(PAIRS)(
  'every page of the warehouse, $language, $scheme, $width wide: no barrier, nothing cut off',
  async (sight) => {
    const page = await openPage(browser, sight, { bypassCSP: true });
    await signInByKeyboard(page, app.url, 'warehouse');
    const first = async (path: string, selector: string): Promise<string> => {
      await page.goto(app.url + path);
      return (await page.locator(selector).first().getAttribute('href'))!;
    };
    const pages = {
      overview: '/warehouse',
      orders: '/warehouse/orders',
      order: '/warehouse/orders/DO-2026-1123',
      batches: '/warehouse/batches?partNumber=CH-04465-02250',
      batch: await first('/warehouse/batches?partNumber=CH-13506-37010', 'main h2 a'),
      search: '/warehouse/batches/new?q=brake',
      register: '/warehouse/batches/new?part=CH-04465-02250',
      labels: '/warehouse/labels',
      label: '/warehouse/labels/a4-65?start=12',
      shipments: '/warehouse/shipments',
      shipment: await first('/warehouse/shipments?direction=out', 'main h2 a'),
      'where-to': '/warehouse/shipments/new',
      packing: '/warehouse/shipments/new?to=WS-HZ-01&order=DO-2026-1123',
      receiving: `/warehouse/shipments/${returned}/receive`,
      carton: `/warehouse/cartons/${carton}`,
      stock: '/warehouse/stock?q=CH-4',
      units: '/warehouse/units?partNumber=CH-81551-02A20&limit=10',
      unit: await first('/warehouse/units?state=issued', 'th a'),
      nothing: '/warehouse/stock?q=nothing-like-it',
      missing: '/warehouse/orders/NO-SUCH-ORDER',
    };
    const found: string[] = [];
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(app.url + path);
      if (name === 'packing' || name === 'receiving') await page.locator('.told').waitFor();
      found.push(...(await barriersOn(page, `warehouse-${name}`, sight)));
      if ((await cutOff(page)) > 0) found.push(`${name}: a list is cut off`);
    }
    await page.goto(`${app.url}/warehouse/orders`);
    await page.setInputFiles('input[type=file]', { name: 'o.csv', mimeType: 'text/csv', buffer: Buffer.from(FAULTY) });
    await page.locator('form[action$=upload] button').click();
    await page.waitForURL(/upload/);
    found.push(...(await barriersOn(page, 'warehouse-preview', sight)));
    await page.context().close();
    expect(found).toEqual([]);
  },
);
