import type { Page } from 'playwright-core';
import type { PageToSee, Site } from './page-to-see.ts';

type Act = NonNullable<PageToSee['act']>;

/** A code is typed in where another would scan it, and the verdict fills the screen. */
export async function type(page: Page, code: string): Promise<void> {
  await page.locator('.typing input').fill(code);
  await page.locator('.typing button').click();
  await page.locator('.verdict-screen').waitFor();
}

/** @param label as the greeting calls it */
export const typed =
  (label: string): Act =>
  (page, site) =>
    type(page, site.told(label));

/** The same, and the screen is tapped away: what is to be done next. */
export const typedAndSeen =
  (label: string): Act =>
  async (page, site) => {
    await type(page, site.told(label));
    await page.locator('.verdict-screen').click();
  };

/** A code of the maker’s that was never issued. */
export const typedUnknown: Act = (page, site: Site) =>
  type(page, `${new URL(site.told('the right part')).origin}/01/09521234100003/21/ZZZZZZZZZZZZ`);

/** The network is gone once the app is on the phone. */
export const typedOffline: Act = async (page, site) => {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    // Whatever checks labels by itself is kept by now.
    while ((await caches.keys()).length === 0) await new Promise((soon) => setTimeout(soon, 100));
  });
  await page.context().setOffline(true);
  await type(page, site.told('the right part'));
};

async function press(page: Page, button: string): Promise<void> {
  const [answer] = await Promise.all([page.waitForNavigation(), page.locator(button).click()]);
  if ((answer?.status() ?? 0) >= 500) throw new Error(`${button} was answered ${answer?.status()}`);
}

/** A file is chosen and sent by the button. */
export const sent =
  (file: string, button: string): Act =>
  async (page) => {
    await page.setInputFiles('main input[type=file]', {
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file),
    });
    await press(page, button);
  };

/** What an island fetches is there. */
export const filled =
  (selector: string): Act =>
  (page) =>
    page.locator(selector).first().waitFor();

export const newKey: Act = async (page) => {
  await page.fill('input[name=name]', 'DMS');
  await page.check('main form[action="/admin/api-keys"] input[type=checkbox]');
  await press(page, 'form[action="/admin/api-keys"] button');
};

export const cutOff: Act = async (page) => {
  await page.fill('input[name=cutOff]', '2026-11-20T08:00');
  await page.fill('textarea[name=reason]', '签名服务器的硬盘失窃');
  await press(page, 'form[action$="/revocation"] button');
};

/** A label is checked beside a bill. */
export const checkedBeside =
  (label: string): Act =>
  async (page, site) => {
    await page.fill('input[name=code]', site.told(label));
    await press(page, 'form[action*="/label"] button');
  };
