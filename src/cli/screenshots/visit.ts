import type { BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../demo/demo-people.ts';
import type { DemoSite } from './demo-site.ts';
import type { PageToSee, Who } from './pages.ts';

/** Signs in as people do. The browser context remembers it. */
export async function signIn(context: BrowserContext, site: DemoSite, who: Who): Promise<void> {
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
 * @throws Error when a link that is to be followed is not there
 */
export async function visit(page: Page, site: DemoSite, { at, follow = [] }: PageToSee): Promise<void> {
  await page.goto(site.url + (typeof at === 'string' ? at : at(site)));
  for (const selector of follow) {
    const link = page.locator(selector).first();
    await link.waitFor({ timeout: 20_000 });
    const to = await link.getAttribute('href');
    await page.goto(new URL(to ?? '', page.url()).href);
  }
  // Islands fetch what they show.
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
}
