import type { Browser, Page } from 'playwright-core';
import { loadDemoWorld } from '../../src/demo/demo-world.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { openPage, startBrowser } from '../support/browser.ts';
import { fillIn, press, signInByKeyboard, tabTo, unfold } from '../support/staff-pages.ts';

jest.setTimeout(120_000);

/** Whole jobs with the keyboard alone: in Chinese on a phone in the dark, in English at a desk. No page runs a script. */
const READERS = [
  { language: 'zh', scheme: 'dark', width: 360, mark: 'ZH' },
  { language: 'en', scheme: 'light', width: 1440, mark: 'EN' },
] as const;

let app: RunningApp;
let browser: Browser;
/** Owners' links. */
let links: { readonly swapped: string };
beforeAll(async () => {
  app = await startApp({ environment: { THROTTLE_SIGN_INS: '1000' } });
  links = await loadDemoWorld(app.app);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function atWork(who: string, sight: (typeof READERS)[number]): Promise<Page> {
  const page = await openPage(browser, sight);
  await signInByKeyboard(page, app.url, who);
  return page;
}

const read = (page: Page): Promise<string> => page.locator('main').innerText();
const chosen = (page: Page): Promise<string> => page.locator('html').getAttribute('lang').then(String);

const LIST = (mark: string) =>
  Buffer.from(
    `零件号,中文名称,英文名称,类别,追溯方式,建议零售价,币种\nCH-KEY-${mark},雨刮片,Wiper blade,wear,lot,58.00,CNY\n`,
  );

test.each(READERS)('the maker: a price, a list of parts, a key — $language, $width wide', async (sight) => {
  const page = await atWork('maker', sight);
  expect(await chosen(page)).toBe(sight.language === 'zh' ? 'zh-CN' : 'en');
  await fillIn(page, 'query', 'CH-90915-YZZD4');
  await press(page, 'main form button');
  await press(page, 'main h2 a');
  await unfold(page, 'main form[action$="/prices"] >> xpath=../summary');
  await fillIn(page, 'listPrice', '45.50');
  await press(page, 'main form[action$="/prices"] button');
  expect(await read(page)).toContain('45.50');

  await page.goto(`${app.url}/maker`);
  await press(page, 'main a[href="/maker/import"]');
  await page.setInputFiles('input[name=file]', { name: 'a.csv', mimeType: 'text/csv', buffer: LIST(sight.mark) });
  await press(page, 'button[value=check]');
  expect(await read(page)).toContain(`CH-KEY-${sight.mark}`);
  await press(page, 'button[value=import]');
  expect(await page.locator('[role=status]').innerText()).toMatch(/已导入|Imported/);

  await press(page, 'nav a[href="/maker/keys"]');
  await press(page, 'main a[href="/maker/keys/rotation"]');
  await press(page, 'main form button');
  expect(await page.locator('[role=status]').innerText()).toMatch(/已完成|Done/);
  await press(page, 'main section:nth-of-type(2) a[href$="/revocation"]');
  // A date is typed part by part, in the order of the browser’s language.
  await tabTo(page, 'input[name=cutOff]');
  await page.locator('input[name=cutOff]').fill('2026-11-20T08:00');
  await fillIn(page, 'reason', 'stolen');
  await press(page, 'main form button');
  await press(page, 'button[name=isConfirmed]');
  expect(await read(page)).toMatch(/已吊销|Revoked/);
  await page.context().close();
});

test.each(READERS)('the advisor: an owner’s question — $language, $width wide', async (sight) => {
  const page = await atWork('advisor', sight);
  await page.goto(`${app.url}/questions`);
  await press(page, 'main h2 a');
  const text = `前盘缺货 ${sight.mark}`;
  await fillIn(page, 'text', text);
  await press(page, 'main form button');
  expect(await read(page)).toContain(text);
  expect(await read(page)).toMatch(/已答复|Answered/);
  await page.goto(app.url + new URL(links.swapped).pathname);
  expect(await read(page)).toContain(text);
  await page.context().close();
});

test.each(READERS)(
  'the administrator: a shop, a person, an API key, the audit — $language, $width wide',
  async (sight) => {
    const page = await atWork('admin', sight);
    await unfold(page, 'main summary');
    await fillIn(page, 'code', `WS-KEY-${sight.mark}`);
    await fillIn(page, 'nameZh', 'Jian pan dian');
    await fillIn(page, 'nameEn', `Keyboard shop ${sight.mark}`);
    await press(page, 'main form[method=post] button');
    await fillIn(page, 'query', `key-${sight.mark}`);
    await press(page, 'main form[role=search] button');
    await press(page, 'main h2 a');
    await fillIn(page, 'name', 'Newcomer');
    await fillIn(page, 'email', `new-${sight.mark}@shop.test`.toLowerCase());
    await tabTo(page, 'input[value=technician]');
    await page.keyboard.press('Space');
    await press(page, 'main form[method=post] button');
    expect(await page.locator('main b.code').innerText()).toMatch(/^(\w{4}-){3}\w{4}$/);
    await press(page, 'main a[href^="/admin/people/"]');
    await unfold(page, 'form[action$="/disablement"] >> xpath=../summary');
    await press(page, 'form[action$="/disablement"] button');
    expect(await read(page)).toMatch(/已停用|Disabled/);

    await press(page, 'nav a[href="/admin/api-keys"]');
    await fillIn(page, 'name', `Report ${sight.mark}`);
    await tabTo(page, 'input[name=scopes]');
    await page.keyboard.press('Space');
    await press(page, 'main form[action="/admin/api-keys"] button');
    expect(await page.locator('main b.code').innerText()).toMatch(/^tp_/);
    await press(page, 'main a[href="/admin/api-keys"]');
    await unfold(page, 'main li summary');
    await press(page, 'main li form button');
    expect(await read(page)).toMatch(/已吊销|Revoked/);
    await press(page, 'nav a[href="/admin/audit"]');
    expect(await read(page)).toMatch(/吊销 API 密钥|API key revoked/);
    await page.context().close();
  },
);

test.each(READERS)(
  'the analyst: a lost unit is found, and let go with a case — $language, $width wide',
  async (sight) => {
    const warehouse = await atWork('warehouse', sight);
    await warehouse.goto(`${app.url}/warehouse/units?state=in_stock&custodian=WH-HZ`);
    await press(warehouse, 'main th a');
    const [gtin, serial] = new URL(warehouse.url()).pathname.split('/').slice(-2) as [string, string];
    await unfold(warehouse, 'form[action$="/quarantine"] >> xpath=../summary');
    await tabTo(warehouse, 'form[action$="/quarantine"] textarea');
    await warehouse.keyboard.type('a torn box');
    await press(warehouse, 'form[action$="/quarantine"] button');
    await unfold(warehouse, 'form[action$="/missing"] >> xpath=../summary');
    await press(warehouse, 'form[action$="/missing"] button');
    await warehouse.context().close();

    const desk = await atWork('analyst', sight);
    await press(desk, 'nav a[href="/desk/units"]');
    expect(await read(desk)).toContain(serial.slice(0, 4));
    await fillIn(desk, 'q', 'ZZZZ ZZZZ ZZZZ');
    await press(desk, 'main form[role=search] button');
    expect(await read(desk)).toMatch(/贵厂没有这样的零件|None of your units/);
    // As it is printed, in groups of four.
    await fillIn(desk, 'q', serial.replaceAll(/....(?=.)/g, '$& ').toLowerCase());
    await press(desk, 'main form[role=search] button');
    expect(new URL(desk.url()).pathname).toBe(`/desk/units/${gtin}/${serial}`);
    expect(await desk.locator('ol.line').innerText()).toMatch(/遗失|被盗|Lost|Stolen/);

    await fillIn(desk, 'note', 'Behind the rack');
    await press(desk, 'form[action$="/found"] button');
    expect(await read(desk)).toContain('Behind the rack');
    expect(await desk.locator('form[action$="/found"]').count()).toBe(0);

    await unfold(desk, 'form[action$="/cases"] >> xpath=../summary');
    await fillIn(desk, 'title', 'A torn box');
    await tabTo(desk, 'form[action$="/cases"] textarea');
    await desk.keyboard.type('Looked at it: the part is whole.');
    await press(desk, 'form[action$="/cases"] button');
    const number = await desk.locator('[role=status] a').innerText();
    await unfold(desk, 'form[action$="/clearance"] >> xpath=../summary');
    expect(await desk.locator('input[name=case]').inputValue()).toBe(number);
    await fillIn(desk, 'reason', 'The part is whole');
    await press(desk, 'form[action$="/clearance"] button');
    expect(await read(desk)).toMatch(/没有冻结|Nothing holds this unit/);
    await desk.goto(`${app.url}/desk/cases/${number}`);
    expect(await desk.locator(`main a[href="/desk/units/${gtin}/${serial}"]`).count()).toBe(1);
    await desk.context().close();
  },
);

test.each(READERS)('the analyst: a look, a recall, a rule — $language, $width wide', async (sight) => {
  const page = await atWork('analyst', sight);
  await press(page, 'nav a[href="/desk/overview"]');
  await unfold(page, 'main figure summary');
  expect(await page.locator('main figure table').first().isVisible()).toBe(true);
  // One of the two drawings is shown.
  expect(await page.locator('main figure >> nth=0 >> svg:visible').count()).toBe(1);

  await press(page, 'nav a[href="/desk/recalls"]');
  await fillIn(page, 'number', `S2026-${sight.mark}`);
  await fillIn(page, 'partNumber', 'CH-90915-YZZD4');
  await fillIn(page, 'titleZh', 'Lv qing qi');
  await fillIn(page, 'titleEn', 'Oil filters');
  await press(page, 'main form button');
  expect(await read(page)).toContain(`S2026-${sight.mark}`);
  await press(page, 'main a[href^="/desk/units/"]');
  await page.goBack();
  await unfold(page, 'form[action$="/closure"] >> xpath=../summary');
  await press(page, 'form[action$="/closure"] button');
  expect(await read(page)).toMatch(/已结束|Ended/);

  await press(page, 'nav a[href="/desk/rules"]');
  await unfold(page, '#R21 summary');
  await tabTo(page, '#R21 input[type=number]');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('12');
  await press(page, '#R21 form button');
  expect(await page.locator('[role=status]').innerText()).toContain('R21');
  await page.context().close();
});
