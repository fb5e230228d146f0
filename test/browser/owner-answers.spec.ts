import type { Browser, Page } from 'playwright-core';
import { AccountsService } from '../../src/auth/accounts.service.ts';
import { answered } from '../support/actors.ts';
import { openPage, startBrowser, type Language } from '../support/browser.ts';
import { OwnerWorld, PERSONAL } from '../support/owner-world.ts';

jest.setTimeout(60_000);

let owners: OwnerWorld;
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
  owners = await OwnerWorld.start();
});
afterAll(async () => {
  await browser?.close();
  await owners?.close();
});

/** A phone that runs no script at all. */
const phone = (language: Language): Promise<Page> =>
  openPage(browser, { language, scheme: 'light', width: 360 }, { javaScriptEnabled: false, hasTouch: true });

/** Presses Tab until the element with these words has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').textContent())?.includes(words)) return;
  }
  throw new Error(`No way to “${words}” by the Tab key.`);
}

test.each([
  { language: 'zh', ask: '这一项有问题？', reason: '没有给我看旧件', received: /已收到，编号 C-2026-\d{6}/ },
  {
    language: 'en',
    ask: 'Something wrong here?',
    reason: 'I never saw the old part',
    received: /Received: case C-2026-\d{6}/,
  },
] as const)('two taps dispute a line, scripts off ($language)', async ({ language, ask, reason, received }) => {
  const page = await phone(language);
  await page.goto(`${owners.world.app.url}/i/${owners.invoices.honest}`);
  await page.getByText(ask).first().tap();
  await page.getByText(reason).tap();
  const status = page.getByRole('status');
  expect(await status.textContent()).toMatch(received);
  expect(await status.evaluate((each) => each.getBoundingClientRect().top)).toBeLessThan(740);
  await page.context().close();
});

test('two taps confirm the bill, scripts off', async () => {
  const page = await phone('zh');
  await page.goto(`${owners.world.app.url}/i/${owners.invoices.recalled}`);
  await page.getByText('没有问题').tap();
  await page.getByText('确认账单').tap();
  expect(await page.getByRole('status').textContent()).toContain('您已确认这张账单');
  await page.context().close();
});

test('the keyboard alone goes from the bill to an answer with a case number', async () => {
  const page = await openPage(browser, { language: 'en', scheme: 'light', width: 1440 });
  await page.goto(`${owners.world.app.url}/i/${owners.invoices.superseded}`);
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('Skip to content');
  await tabTo(page, 'Something wrong here?');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/lines/1');
  for (let presses = 0; presses < 10; presses++) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').evaluate((each) => each.tagName)) === 'TEXTAREA') break;
  }
  await page.keyboard.type('The old part was never shown.');
  await tabTo(page, 'Something else');
  await page.keyboard.press('Enter');
  await page.waitForURL('**?done=C-*');
  expect(await page.getByRole('status').textContent()).toMatch(/^Received: case C-2026-\d{6}/);
  expect(await page.locator('main').textContent()).toContain('The old part was never shown.');
  await page.context().close();
});

test.each([
  { language: 'zh', ask: '服务是否如您所愿？', send: '提交', thanks: '谢谢，已记下', invoice: 'changed' },
  {
    language: 'en',
    ask: 'Was the service what you expected?',
    send: 'Send',
    thanks: 'Thank you, that is recorded',
    invoice: 'swapped',
  },
] as const)(
  'two questions about the service, scripts off ($language)',
  async ({ language, ask, send, thanks, invoice }) => {
    const page = await phone(language);
    await page.goto(`${owners.world.app.url}/i/${owners.invoices[invoice]}`);
    await page.getByText(ask).tap();
    await page.locator('input[name=expected][value="5"]').tap();
    await page.locator('input[name=received][value="4"]').tap();
    await page.getByRole('button', { name: send }).tap();
    expect(await page.getByRole('status').textContent()).toContain(thanks);
    expect(await page.locator('main').textContent()).toContain('80%');
    await page.context().close();
  },
);

test.each([
  {
    language: 'zh',
    ask: '核对交给您的标签',
    own: '属于结算单 INV-241102',
    none: '不属于结算单 INV-241102',
    advice: '请向维修店确认它属于哪次维修',
    anew: '查验另一个编码',
  },
  {
    language: 'en',
    ask: 'Check the label you were given',
    own: 'It belongs to bill INV-241102',
    none: 'It does not belong to bill INV-241102',
    advice: 'Ask the workshop which repair it belongs to',
    anew: 'Check another code',
  },
] as const)('the label that was handed over, beside its bill, scripts off ($language)', async (told) => {
  const { world, labels, invoices } = owners;
  const page = await phone(told.language);
  await page.goto(`${world.app.url}/i/${invoices.honest}`);
  await page.getByText(told.ask).tap();
  const check = async (code: string) => {
    await page.locator('input[name=code]').fill(code);
    await Promise.all([page.waitForNavigation(), page.locator('main form button').tap()]);
    return page.locator('main').innerText();
  };
  const own = await check(labels.fitted);
  expect(own).toContain(told.own);
  expect(own).not.toContain(told.none);
  expect(own).toMatch(/1\. (前制动片组|Brake pad set, front)/);
  await page.getByText(told.anew).tap();
  const another = await check(labels.recalled);
  expect(another).toContain(told.none);
  expect(another).toContain(told.advice);
  for (const secret of PERSONAL) expect(await page.content()).not.toContain(secret);
  const { items } = answered(await world.analyst.get('/api/flags?rule=U02&status=open'));
  expect(items).toMatchObject([{ level: 3, workshop: 'WS-HZ-01', count: 1 }]);

  await page.getByText(told.anew).tap();
  // What nobody registered belongs to no bill, and is entered again beside the same one.
  expect(await check(labels.unknown)).not.toContain(told.own);
  expect(await check(labels.fitted)).toContain(told.own);
  await page.context().close();
});

test('a dispute reaches the desk; the owner refuses one answer and accepts the next, scripts off', async () => {
  const password = 'a long enough password';
  const account = {
    organisation: 'CH',
    email: 'desk@trade.test',
    name: '林分析',
    password,
    roles: ['analyst'] as const,
  };
  await owners.world.app.app.get(AccountsService, { strict: false }).create('system', account);
  const owner = await phone('en');
  await owner.goto(`${owners.world.app.url}/i/${owners.invoices.changed}`);
  await owner.getByText('Something wrong here?').first().tap();
  await owner.getByText('I did not agree to this').tap();
  const [number] = /C-2026-\d{6}/.exec((await owner.getByRole('status').textContent())!)!;

  const desk = await openPage(browser, { language: 'en', scheme: 'light', width: 1440 }, { javaScriptEnabled: false });
  await desk.goto(`${owners.world.app.url}/sign-in`);
  await desk.locator('input[name=email]').fill(account.email);
  await desk.locator('input[name=password]').fill(password);
  await desk.keyboard.press('Enter');
  await desk.waitForURL(({ pathname }) => pathname !== '/sign-in');
  await desk.goto(`${owners.world.app.url}/desk/cases`);
  await desk.locator(`main a[href="/desk/cases/${number}"]`).first().click();
  const answer = async (text: string) => {
    await desk.locator('select[name=kind]').selectOption('answer');
    await desk.locator('textarea[name=text]').fill(text);
    await desk.locator('form[action$="/entries"] button').click();
    expect(await desk.locator('[role=status]').innerText()).toBe('Saved');
  };
  await answer('The second bill takes one yuan off.');

  await owner.goto(`${owners.world.app.url}/i/${owners.invoices.changed}`);
  const told = await owner.locator('main').innerText();
  for (const words of [number, 'I did not agree to this', 'Answered', 'The second bill takes one yuan off.'])
    expect(told).toContain(words);
  // Whoever answered is nobody’s matter.
  expect(told).not.toContain('林分析');
  await owner.getByText('I do not accept it').tap();
  await owner.getByLabel('What is still wrong').fill('One yuan is not the point.');
  await owner.getByText('Ask for another answer').tap();
  expect(await owner.getByRole('status').textContent()).toContain(`you do not accept the answer to case ${number}`);

  await desk.reload();
  expect(await desk.locator('main').innerText()).toContain('One yuan is not the point.');
  await answer('The workshop apologises and takes the part back.');
  await owner.goto(`${owners.world.app.url}/i/${owners.invoices.changed}`);
  await owner.getByText('I accept the answer').tap();
  await owner.getByText('Accept and close').tap();
  expect(await owner.getByRole('status').textContent()).toContain(`case ${number} is closed`);
  await desk.goto(`${owners.world.app.url}/desk/cases/${number}`);
  expect(await desk.locator('main').innerText()).toContain('The owner accepted the answer');
  for (const page of [owner, desk]) await page.context().close();
});

test('the owner hands on the part history; a buyer reads it and compares the number at the car, scripts off', async () => {
  const owner = await phone('zh');
  await owner.goto(`${owners.world.app.url}/i/${owners.invoices.superseded}`);
  await owner.getByText('给买家看零件记录').tap();
  await owner.getByRole('button', { name: '生成链接' }).tap();
  const link = (await owner.getByRole('status').locator('a').textContent())!;
  expect(
    await owner.getByAltText('零件记录链接的二维码').evaluate((each: HTMLImageElement) => each.naturalWidth),
  ).toBeGreaterThan(0);

  const buyer = await phone('zh');
  await buyer.goto(owners.world.app.url + new URL(link).pathname);
  expect(await buyer.locator('main').innerText()).toContain('前制动片组');
  await buyer.getByLabel('车架号').fill(PERSONAL[0]!);
  await buyer.getByRole('button', { name: '核对' }).tap();
  expect(await buyer.getByRole('status').textContent()).toContain('是这辆车的记录');
  expect(buyer.url()).not.toContain(PERSONAL[0]!);

  await owner.getByRole('button', { name: '收回' }).tap();
  await owner.waitForURL('**?done=revoked');
  expect(await owner.getByRole('status').textContent()).toContain('链接已收回');
  expect((await buyer.reload())?.status()).toBe(404);
  for (const page of [owner, buyer]) await page.context().close();
});

test('a serial typed on a phone, and the language switched on its answer', async () => {
  const page = await phone('zh');
  await page.goto(`${owners.world.app.url}/check`);
  await page.getByLabel('序列号或网址').fill(/21\/(\w{12})/.exec(owners.labels.fitted)![1]!.toLowerCase());
  await page.getByRole('button', { name: '查验' }).tap();
  await page.getByRole('heading', { level: 1, name: '与厂家记录相符' }).waitFor();
  await page.getByText('English').tap();
  await page.getByRole('heading', { level: 1, name: 'Matches the maker’s records' }).waitFor();
  await page.context().close();
});

test('no page asks for anything beyond itself, and no policy is broken', async () => {
  const page = await openPage(browser, { language: 'zh', scheme: 'light', width: 360 });
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).protocol));
  page.on('console', (message) => complaints.push(message.text()));
  for (const path of [`/i/${owners.invoices.swapped}`, new URL(owners.labels.fitted).pathname, '/check'])
    await page.goto(owners.world.app.url + path);
  expect(asked.filter((protocol) => protocol !== 'data:')).toHaveLength(3);
  expect(complaints).toEqual([]);
  await page.context().close();
});
