import type { Browser, Page } from 'playwright-core';
import { AccountsService } from '../../src/auth/accounts.service.ts';
import { DEMO_PASSWORD } from '../../src/demo/demo-people.ts';
import { openPage, startBrowser } from '../support/browser.ts';
import { OwnerWorld } from '../support/owner-world.ts';
import { fillIn, press, signInByKeyboard, tabTo } from '../support/staff-pages.ts';

jest.setTimeout(120_000);

/** From the inbox to the owner's yes: an analyst at a desk with a keyboard, in English; an owner with a phone, in Chinese. */
let owners: OwnerWorld;
let browser: Browser;
beforeAll(async () => {
  owners = await OwnerWorld.start();
  const account = {
    organisation: 'CH',
    email: 'desk@demo.truepart.test',
    name: '林分析',
    password: DEMO_PASSWORD,
    roles: ['analyst'] as const,
  };
  await owners.world.app.app.get(AccountsService, { strict: false }).create('system', account);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await owners?.close();
});

const read = (page: Page): Promise<string> => page.locator('main').innerText();
/** A choice by its first words, as a keyboard makes it. */
async function choose(page: Page, name: string, words: string): Promise<void> {
  await tabTo(page, `main select[name=${name}]`);
  await page.keyboard.type(words);
}

async function disputes(owner: Page): Promise<string> {
  await owner.goto(`${owners.world.app.url}/i/${owners.invoices.swapped}`);
  await owner.getByText('这一项有问题？').first().tap();
  await owner.getByText('零件类别不对').tap();
  return /C-2026-\d{6}/.exec((await owner.getByRole('status').textContent())!)![0];
}

test('inbox → case → evidence and both sides’ records → call-back → cause → the owner accepts', async () => {
  const phone = { language: 'zh', scheme: 'light', width: 360 } as const;
  const owner = await openPage(browser, phone, { javaScriptEnabled: false, hasTouch: true });
  const number = await disputes(owner);

  const desk = await openPage(browser, { language: 'en', scheme: 'light', width: 1440 });
  await signInByKeyboard(desk, owners.world.app.url, 'desk');
  // The inbox opens with what is open, newest first.
  await press(desk, 'main h2 a:has-text("of another class than billed")');
  expect(await read(desk)).toContain('U01 Owner disputes');
  await press(desk, `main a[href="/desk/cases/${number}"]`);

  const file = await read(desk);
  expect(file).toContain('As it was when the case was opened. It never changes.');
  expect(file).toContain('It is another class of part');
  // The workshop's record: what was asked for and agreed, and two fittings, one of them undone, with the reasons given.
  expect(file).toContain('What the workshop recorded');
  expect(file).toMatch(/Agreed by the owner\s+1 × CH-43512-0E040/);
  expect(file).toContain('1 fitted');
  expect(file).toMatch(/Fitted, then undone[^]*装错了一件/);
  expect(file).toContain('车主同意改装');
  for (const personal of ['LCHARE3K8AN100200', '浙A·A1000', '王芳', '13900000000'])
    expect(file).not.toContain(personal);
  // The maker's: another part than the one that the owner agreed to.
  await press(desk, 'main a[href^="/desk/units/"]');
  expect(await read(desk)).toContain('CH-48510-09M50');
  expect(await read(desk)).toContain('The unit’s life');
  await desk.goBack();

  await choose(desk, 'kind', 'Call');
  await fillIn(desk, 'text', 'Rang the owner: the strut was fitted by mistake, the disc is fitted tomorrow.');
  await press(desk, 'main form[action$="/entries"] button');
  expect(await read(desk)).toContain('shown to the owner');

  await press(desk, 'main a[href^="/desk/flags/"]');
  await tabTo(desk, 'main input[value=confirmed]');
  await desk.keyboard.press('Space');
  await choose(desk, 'cause', 'Subst');
  await fillIn(desk, 'note', 'Another part than agreed, let pass four times over.');
  await press(desk, 'main form[action$="/resolution"] button');
  expect(await read(desk)).toMatch(/Resolution[^]*Substitution/);

  await owner.goto(`${owners.world.app.url}/i/${owners.invoices.swapped}`);
  const told = await read(owner);
  for (const words of [number, 'Rang the owner: the strut was fitted by mistake']) expect(told).toContain(words);
  expect(told).not.toContain('林分析');
  await owner.getByText('接受这个答复').tap();
  await owner.getByText('接受并结束').tap();
  expect(await owner.getByRole('status').textContent()).toContain(number);
  await desk.goto(`${owners.world.app.url}/desk/cases/${number}?lang=zh`);
  expect(await read(desk)).toMatch(/车主接受了答复[^]*案件已结束/);
  for (const page of [owner, desk]) await page.context().close();
});
