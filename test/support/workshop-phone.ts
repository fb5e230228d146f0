import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { AccountsService } from '../../src/auth/accounts.service.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../src/demo/demo-people.ts';
import { VIN, World } from './actors.ts';
import { followedBy, keysFor, type Setup } from '../../src/web/islands/scanning/keyboard.builder.ts';
import { SYNC_TAG } from '../../src/web/islands/workshop/background.ts';
import { openPage, type Sight } from './browser.ts';
import { plugIn } from './wedge.ts';

export const SMALL: Omit<Sight, 'language'> = { scheme: 'light', width: 360 };

/** The demo organisations with people who can sign in. The clock is today’s, as the phones’ is. */
export async function workshopWorld(): Promise<World> {
  const world = await World.start({ now: new Date(), environment: { THROTTLE_SIGN_INS: '1000' } });
  const accounts = world.app.app.get(AccountsService, { strict: false });
  for (const account of DEMO_ACCOUNTS) await accounts.create('system', { ...account, password: DEMO_PASSWORD });
  return world;
}

/** A car in the workshop that is to get these parts, all approved. */
export async function orderFor(world: World, number: string, ...partNumbers: readonly string[]): Promise<void> {
  const lines = partNumbers.map((partNumber) => ({ partNumber, unitPrice: '428.00', position: 'F', cause: 'worn' }));
  await world.hz1.advisor.opens(number, lines, {
    vehicle: { vin: VIN, plate: `浙A·${number.slice(-5)}`, model: 'E300' },
  });
  await world.hz1.advisor.approves(number, ...lines.map((_, at) => at + 1));
}

/** What a technician needs without a network; the camera’s reader may come later. */
const PARTS = ['/workshop', '/assets/workshop', '/assets/offline-check'];

/** Runs in the page: the service worker answers for it, and has these. */
async function isKept(parts: readonly string[]): Promise<boolean> {
  const [cache] = await caches.keys();
  if (cache === undefined || navigator.serviceWorker.controller === null) return false;
  const paths = (await (await caches.open(cache)).keys()).map(({ url }) => new URL(url).pathname);
  return parts.every((part) => paths.some((path) => path.startsWith(part)));
}

/** Somebody’s phone with the app on it. */
export class Phone {
  private readonly url: string;
  private cable: Awaited<ReturnType<typeof plugIn>> | undefined;

  private constructor(
    readonly page: Page,
    private readonly world: World,
  ) {
    this.url = world.app.url;
  }

  static async of(
    browser: Browser,
    world: World,
    who: string | null,
    sight: Sight,
    more: BrowserContextOptions = {},
  ): Promise<Phone> {
    const page = await openPage(browser, sight, { hasTouch: true, ...more });
    const phone = new Phone(page, world);
    if (who !== null) await phone.becomes(who);
    return phone;
  }

  /** Signs in behind the app’s back, as another page of this browser would. */
  async becomes(who: string): Promise<void> {
    const data = { email: `${who}@demo.truepart.test`, password: DEMO_PASSWORD };
    const answer = await this.page.request.post(`${this.url}/api/session`, { data });
    expect(answer.status()).toBe(201);
  }

  /** Opens the app and waits until it would also open without a network. */
  async opens(path = '/workshop'): Promise<void> {
    await this.page.goto(this.url + path);
    await this.world.until(() => this.page.evaluate(isKept, PARTS));
  }

  /** What a handheld scanner sends, wherever the focus is. Needs a scanner on the screen. */
  async wedge(code: string, setup?: Setup): Promise<void> {
    await this.page.locator('.scanner').waitFor();
    await this.sends(code, setup);
  }

  /** The same where no scanner is on the screen, and the page listens all the same. */
  async sends(code: string, setup?: Setup): Promise<void> {
    this.cable ??= await plugIn(this.page);
    await this.cable(followedBy(keysFor(code, setup), 'Enter'));
  }

  /** Waits until the whole screen says so, and taps it away. A slow answer is first `plain`: noted, and not yet checked. */
  async dismisses(state: 'good' | 'caution' | 'suspect' | 'unknown' | 'plain'): Promise<void> {
    await this.page.locator(`.verdict-screen.${state}`).click();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }
  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name });
  }
  /** Waits for these words on the screen. */
  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).first().waitFor();
  }
  async isSeeing(words: string): Promise<boolean> {
    return this.page.getByText(words).first().isVisible();
  }

  /** Waits until nothing is left to be sent: what was done here is on record. */
  async hasSentAll(): Promise<void> {
    await this.page.locator('a.waiting').waitFor({ state: 'detached' });
  }

  async goesToOutbox(): Promise<void> {
    await this.page.locator('nav a[href="/workshop/outbox"]').click();
    await this.page.locator('.deeds').waitFor();
  }

  async goesOffline(): Promise<void> {
    await this.page.context().setOffline(true);
  }
  async comesBack(): Promise<void> {
    await this.page.context().setOffline(false);
  }
  /** The app is closed, and Chromium tells its service worker of the network: at once, and not when it sees fit. */
  async syncsInBackground(): Promise<void> {
    await this.page.goto(`${this.url}/check`);
    const browser = await this.page.context().newCDPSession(this.page);
    const registered = new Promise<string>((found) =>
      browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [app] = registrations.filter(({ scopeURL }) => scopeURL.endsWith('/workshop'));
        if (app) found(app.registrationId);
      }),
    );
    await browser.send('ServiceWorker.enable');
    const registrationId = await registered;
    const sync = { origin: this.url, registrationId, tag: SYNC_TAG, lastChance: false };
    await browser.send('ServiceWorker.dispatchSyncEvent', sync);
  }
  async isPutAway(): Promise<void> {
    await this.page.context().close();
  }
}

/**
 * The network fails at the worst moment: the server did it, and its answer never arrives. Once for each address that ends
 * like one of these. @returns those that were lost so far
 */
export function loseReplies(world: World, ...endings: readonly string[]): readonly string[] {
  const lost: string[] = [];
  const server = world.app.app.getHttpServer();
  server.prependListener('request', (request, response) => {
    const path = request.url?.split('?', 1)[0];
    const ending = endings.find((each) => request.method === 'POST' && path?.endsWith(each));
    if (ending === undefined || lost.includes(ending)) return;
    lost.push(ending);
    response.end = () => {
      request.socket.destroy();
      return response;
    };
  });
  return lost;
}
