import type { Browser } from 'playwright-core';
import { openPage, overflow, photograph, startBrowser, violations } from '../support/browser.ts';
import { OwnerWorld } from '../support/owner-world.ts';
import { CORNERS } from '../support/staff-pages.ts';

jest.setTimeout(120_000);

let owners: OwnerWorld;
let browser: Browser;
/** Every page that an owner can come to, by what it shows. */
let addresses: Record<string, string>;

beforeAll(async () => {
  browser = await startBrowser();
  owners = await OwnerWorld.start();
  const { invoices, labels } = owners;
  await raiseTwoCases(owners);
  const { pathname, search } = new URL(labels.fitted);
  addresses = {
    ...Object.fromEntries(Object.entries(invoices).map(([name, token]) => [`invoice-${name}`, `/i/${token}`])),
    'invoice-received': `/i/${invoices.honest}?done=confirm`,
    'invoice-rated': `/i/${invoices.honest}?done=satisfaction`,
    satisfaction: `/i/${invoices.swapped}/satisfaction`,
    dispute: `/i/${invoices.swapped}/lines/1`,
    'check-consistent': pathname + search,
    'check-caution': new URL(labels.recalled).pathname,
    'check-suspect': pathname + new URL(labels.forged).search,
    'check-unknown': '/01/09521234100003/21/ZZZZZZZZZZZZ',
    'check-unreadable': `${pathname}?S=00`,
    'check-form': '/check',
    'history-links': `/i/${invoices.superseded}/history`,
    history: await historyOf(owners),
    problem: '/i/00000000000000000000',
  };
});
afterAll(async () => {
  await browser?.close();
  await owners?.close();
});

/** What a buyer sees of the car of all these repairs. */
async function historyOf({ world, invoices }: OwnerWorld): Promise<string> {
  const url = `/api/public/invoices/${invoices.superseded}/history-links`;
  const { url: link } = (await world.app.request.post(url).send({ days: 7 })).body as { url: string };
  return new URL(link).pathname;
}

/** One that was answered and one that waits, so that both are seen; and a confirmation. */
async function raiseTwoCases({ world, invoices }: OwnerWorld): Promise<void> {
  const answer = (token: string, body: object) =>
    world.app.request.post(`/api/public/invoices/${token}/answers`).send(body);
  const dispute = { kind: 'dispute', line: 1, reason: 'old_part_not_shown', text: '没给我看旧件' };
  const opened = (await answer(invoices.swapped, dispute)).body as { case: { number: string } };
  await answer(invoices.swapped, { kind: 'dispute', reason: 'price' });
  const entry = { kind: 'answer', text: '旧件照片已补发，请查收。' };
  await world.hz1.advisor.does(`/api/cases/${opened.case.number}/entries`, entry);
  await answer(invoices.honest, { kind: 'confirm' });
  const rate = world.app.request.post(`/api/public/invoices/${invoices.honest}/satisfaction`);
  await rate.send({ expected: 5, received: 4 });
}

test.each(CORNERS)('every page, $language, $scheme, $width wide: no barrier, nothing cut off', async (sight) => {
  // axe comes as a script, which a page of ours would not let run.
  const page = await openPage(browser, sight, { bypassCSP: true });
  const found: string[] = [];
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(owners.world.app.url + address);
    await photograph(page, name, sight);
    // What opens on a tap is a part of the page as well.
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    for (const barrier of await violations(page)) found.push(`${name}: ${barrier}`);
    if ((await overflow(page)) > 0) found.push(`${name}: scrolls sideways`);
  }
  await page.context().close();
  expect(found).toEqual([]);
});

test('a printed invoice is whole and black on white, whatever the screen is, and asks nothing', async () => {
  const page = await openPage(browser, { language: 'zh', scheme: 'dark', width: 360 });
  await page.goto(`${owners.world.app.url}/i/${owners.invoices.swapped}`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const seen = await page.evaluate(() => ({
    ink: getComputedStyle(document.body).color,
    asks: [...document.querySelectorAll('form, summary, .ask')].some((each) => each.checkVisibility()),
    text: document.body.innerText,
  }));
  expect(seen).toMatchObject({ ink: 'rgb(24, 33, 30)', asks: false });
  for (const words of ['INV-241103', '零件质保', '合计', '维修店说明']) expect(seen.text).toContain(words);
  await page.context().close();
});
