import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { AccountsService } from '../../src/auth/accounts.service.ts';
import { followedBy, keysFor, type Setup } from '../../src/web/islands/scanning/keyboard.builder.ts';
import { SILENCE } from '../../src/web/islands/scanning/wedge-burst.ts';
import { World } from './actors.ts';
import { openPage, type Sight, startBrowser } from './browser.ts';
import { plugIn } from './wedge.ts';

const ACCOUNT = { email: 'lead@warehouse.test', password: 'a long enough password' };
export const SIGHT: Sight = { language: 'en', scheme: 'light', width: 1440 };

/** A warehouse lead at a computer with a handheld scanner, on the real application. */
export class WarehouseDesk {
  private constructor(
    readonly world: World,
    readonly browser: Browser,
  ) {}

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<WarehouseDesk> {
    const world = await World.start({ environment: { THROTTLE_SIGN_INS: '1000', ...environment } });
    const accounts = world.app.app.get(AccountsService, { strict: false });
    const roles = ['operator', 'lead'] as const;
    await accounts.create('system', { organisation: 'WH-HZ', name: 'Lead', roles, ...ACCOUNT });
    return new WarehouseDesk(world, await startBrowser());
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.world.close();
  }

  /** A page of somebody who has signed in. */
  async page(sight: Sight = SIGHT, more: BrowserContextOptions = {}, browser = this.browser): Promise<Page> {
    const page = await openPage(browser, sight, more);
    await page.context().request.post(`${this.world.app.url}/api/session`, { data: ACCOUNT });
    return page;
  }

  goto(page: Page, path: string): Promise<unknown> {
    return page.goto(this.world.app.url + path);
  }

  /** What the page tells of the last scan, once it has told of it. */
  async scans(page: Page, code: string, told: string, setup?: Setup): Promise<string> {
    await page.locator('.told').waitFor();
    const scan = await plugIn(page);
    await scan(followedBy(keysFor(code, setup), 'Enter'));
    return this.hears(page, told);
  }

  async hears(page: Page, told: string): Promise<string> {
    await page.locator('.told .say', { hasText: new RegExp(`^${told}$`) }).waitFor();
    return page.locator('.told').innerText();
  }

  /** By hand, where no reader can make out the label. */
  async types(page: Page, serial: string, told: string): Promise<string> {
    // An Enter right after a scan is the scanner's own.
    await page.waitForTimeout(SILENCE + 100);
    await page.getByLabel('Code or serial').fill(serial);
    await page.keyboard.press('Enter');
    return this.hears(page, told);
  }

  async attaches(page: Page, name: string, bytes: Buffer): Promise<void> {
    await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: bytes });
  }
}
