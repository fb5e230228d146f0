import type { BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../demo/demo-people.ts';
import type { PageToSee, Site, Who } from './page-to-see.ts';

/** Signs in as people do. The browser context remembers it. */
export async function signIn(context: BrowserContext, site: Site, who: Who): Promise<void> {
  if (who === 'nobody') return;
  const page = await context.newPage();
  await page.goto(`${site.url}/sign-in`);
  await page.locator('input[name=email]').fill(`${who}@demo.truepart.test`);
  await page.locator('input[name=password]').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
  await page.close();
}

/**
 * Goes to a page the way its table says.
 * @throws Error when something that is to be followed, filled or pressed is not there
 */
export async function visit(page: Page, site: Site, { at, follow = [], act }: PageToSee): Promise<void> {
  await page.context().setOffline(false);
  await open(page, site.url + (typeof at === 'string' ? at : at(site)));
  for (const selector of follow) {
    const link = page.locator(selector).first();
    await link.waitFor({ timeout: 20_000 });
    const to = await link.getAttribute('href');
    await open(page, new URL(to ?? '', page.url()).href);
  }
  await act?.(page, site);
}

async function open(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address);
  if ((answer?.status() ?? 0) >= 500) throw new Error(`${address} answered ${answer?.status()}`);
  const hasIsland = (await page.locator('script[type=module]').count()) > 0;
  // Islands fetch what they show.
  if (hasIsland) await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
}
