import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../src/demo/demo-people.ts';
import type { DemoLinks } from '../../src/demo/demo-story.ts';
import { loadDemoWorld } from '../../src/demo/demo-world.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { openPage, startBrowser } from '../support/browser.ts';
import { signInByKeyboard } from '../support/staff-pages.ts';

jest.setTimeout(120_000);

const [, WALK] = /<!-- what-to-click -->([\s\S]*?)<!-- \/what-to-click -->/.exec(readFileSync('README.md', 'utf8'))!;

let app: RunningApp;
let links: DemoLinks;
let browser: Browser;
beforeAll(async () => {
  app = await startApp({ now: new Date() });
  links = await loadDemoWorld(app.app);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const SAID = WALK!.replaceAll(/\s+/g, ' ');

/** What is clicked, typed or seen here is what the README says. */
function said(words: string): string {
  expect(SAID.includes(`**${words}**`) || SAID.includes(`\`${words}\``) ? words : SAID).toBe(words);
  return words;
}

const follow = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('link', { name: said(name) })
    .first()
    .click();
const press = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('button', { name: said(name), exact: true })
    .first()
    .click();

async function signedIn(who: string): Promise<Page> {
  said(`${who}@demo.truepart.test`);
  const page = await openPage(browser, { language: 'en', scheme: 'light', width: 1440 });
  await signInByKeyboard(page, app.url, who);
  return page;
}

test('the warehouse mints and prints', async () => {
  const page = await signedIn('warehouse');
  await follow(page, 'Labels');
  await page.getByText('Reads as printed').first().waitFor();
  await follow(page, 'Batches');
  await follow(page, 'Register and print');
  await follow(page, 'Brake pad set, front');
  await page.fill('input[name=quantity]', '2');
  const labels = page.waitForResponse(/labels\.pdf/);
  await press(page, 'Mint, then open the labels');
  expect((await labels).headers()['content-type']).toBe('application/pdf');
  await page.context().close();
});

test('the technician meets a forged label, and fits the right part', async () => {
  const page = await openPage(browser, { language: 'en', scheme: 'light', width: 360 });
  await page.goto(app.url + said('/workshop'));
  await page.fill('input[name=email]', said('technician@demo.truepart.test'));
  await page.fill('input[name=password]', DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: said('RO-240103') }).click();
  await follow(page, 'Thermostat');
  await page.fill('.typing input', links.labels.forged);
  await press(page, 'Enter');
  await press(page, 'Close');
  await page.getByText('Set this part aside').waitFor();
  await page.fill('.typing input', links.labels.right);
  await press(page, 'Enter');
  await press(page, 'Fit this one');
  await page.getByLabel('VIN').first().fill(said('DN100311'));
  await page.getByLabel(said('The owner took it')).check();
  await press(page, 'Record as fitted');
  await page.getByText('Recorded').waitFor();
  await page.context().close();
});

test('the owner reads what differs, and objects', async () => {
  const page = await openPage(browser, { language: 'en', scheme: 'light', width: 360 });
  await page.goto(links.swapped.replace(/^.*?(?=\/i\/)/, app.url));
  await page.getByText('The workshop says').first().waitFor();
  await follow(page, 'Something wrong here?');
  await page.getByRole('button').first().waitFor();
  await page.context().close();
});

test('the analyst finds the forged label, the objection and the recall', async () => {
  const page = await signedIn('analyst');
  await follow(page, 'Flags');
  expect(await page.locator('.items > li').first().innerText()).toContain('False signature');
  for (const room of ['Overview', 'Scorecard', 'Cases', 'Recalls']) await follow(page, room);
  await page.getByText(said('S2026M0031')).waitFor();
  await follow(page, 'Its units, workshops and owners');
  await page.getByText('Xihu Auto Repair').first().waitFor();
  await page.context().close();
});
