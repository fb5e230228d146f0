import type { Browser } from 'playwright-core';
import { answered, PART, VIN, type World } from './support/actors.ts';
import { overflow, photograph, startBrowser, violations, WIDTHS } from './support/browser.ts';
import { orderFor, Phone, SMALL, workshopWorld } from './support/workshop-phone.ts';

jest.setTimeout(90_000);

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([workshopWorld(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** The least that a glove can hit. */
const TOUCH = 44;

/** Everything to touch that is smaller than a glove, but for links that stand within a sentence. */
const tooSmall = (phone: Phone): Promise<string[]> =>
  phone.page.evaluate(
    (least) =>
      [...document.querySelectorAll('button, a[href], input:not(.unseen), select, textarea')]
        .filter((each) => each.getClientRects().length > 0 && !each.closest('p, .skip, label, dd'))
        .filter((each) => each.getBoundingClientRect().height < least)
        .map((each) => `${each.tagName} ${each.className} “${each.textContent}” is too small to touch`),
    TOUCH,
  );

describe.each(['zh', 'en'] as const)('%s', (language) => {
  let phone: Phone;
  let barriers: string[];
  afterEach(() => phone.isPutAway());

  const startsAs = async (who: string | null): Promise<void> => {
    phone = await Phone.of(browser, world, who, { language, ...SMALL }, { bypassCSP: true });
    barriers = [];
  };
  /** In light and dark, on a small phone and on a desk. */
  const look = async (name: string): Promise<void> => {
    for (const scheme of ['light', 'dark'] as const) {
      await phone.page.emulateMedia({ colorScheme: scheme });
      for (const width of WIDTHS) {
        await phone.page.setViewportSize({ width, height: width < 600 ? 740 : 900 });
        await photograph(phone.page, `workshop-${name}`, { language, scheme, width });
        const found = [...(await violations(phone.page)), ...(await tooSmall(phone))];
        if ((await overflow(phone.page)) > 0) found.push('scrolls sideways');
        barriers.push(...found.map((barrier) => `${name}, ${scheme}, ${width}: ${barrier}`));
      }
    }
    await phone.page.emulateMedia({ colorScheme: 'light' });
    await phone.page.setViewportSize({ width: 360, height: 740 });
  };
  const at = async (path: string): Promise<void> => {
    await phone.page.goto(world.app.url + path);
    await phone.page.locator('h1').waitFor();
    await phone.page.waitForLoadState('networkidle');
  };

  test('a technician’s screens', async () => {
    const order = `RO-${language}-LOOK`;
    const [good] = await world.stock(world.hz1, PART.brakePads, 1);
    const [other] = await world.stock(world.hz1, PART.shockRight, 1);
    await orderFor(world, order, PART.brakePads, PART.brakeDisc);
    await startsAs(null);
    await at('/workshop');
    await look('sign-in');
    await phone.becomes('technician');
    await at('/workshop');
    await look('orders');
    await at(`/workshop/orders/${order}`);
    await look('order');
    await at(`/workshop/orders/${order}/lines/1`);
    await look('line');
    await phone.wedge(other!);
    await phone.page.getByRole('alertdialog').click();
    await look('caution');
    await phone.wedge(good!);
    await phone.page.locator('.verdict-screen.good').waitFor();
    await look('good');
    await phone.page.getByRole('alertdialog').click();
    await look('fit');
    await at('/workshop/check');
    await look('check');
    await at('/workshop/account');
    await look('account');
    expect(barriers).toEqual([]);
  });

  test('what came back, and what must not go into a car', async () => {
    const order = `RO-${language}-RED`;
    const [code] = await world.stock(world.hz1, PART.brakePads, 1);
    await orderFor(world, order, PART.brakePads);
    await startsAs('technician');
    await phone.opens(`/workshop/orders/${order}/lines/1`);
    await phone.page.locator('.scanner').waitFor();
    await phone.goesOffline();
    await phone.wedge(code!);
    await phone.page.locator('.verdict-screen').waitFor();
    await look('noted');
    await phone.page.getByRole('alertdialog').click();
    await look('noted-card');
    await orderFor(world, `${order}2`, PART.brakePads);
    const removedPart = { outcome: 'waived' };
    answered(await world.hz1.technician.fits(`${order}2`, { line: 1, code, vin: VIN, removedPart }));
    await phone.goesToOutbox();
    await look('outbox-waiting');
    await phone.comesBack();
    await phone.page.locator('.conflict').waitFor();
    await look('outbox');
    await at('/workshop/check');
    await phone.wedge(code!);
    await phone.page.locator('.verdict-screen.suspect').waitFor();
    await look('red');
    await phone.page.getByRole('alertdialog').click();
    await look('quarantine');
    expect(barriers).toEqual([]);
  });

  test('the desk’s screens: deliveries, returns, the invoice', async () => {
    const order = `RO-${language}-BILL`;
    const codes = await world.warehouse.mints(PART.oilFilter, 2);
    const shipment = await world.warehouse.ships('WS-HZ-01', codes, { reference: 'DO-7' });
    const [pads] = await world.stock(world.hz1, PART.brakePads, 1);
    await orderFor(world, order, PART.brakePads, PART.brakeDisc);
    const removedPart = { outcome: 'waived' };
    answered(await world.hz1.technician.fits(order, { line: 1, code: pads, vin: VIN, removedPart }));
    await startsAs('advisor');
    await at('/workshop/shipments');
    await look('shipments');
    await at(`/workshop/shipments/${shipment}`);
    await phone.wedge(codes[0]!);
    await phone.wedge(pads!);
    await phone.page.locator('.deeds .caution').waitFor();
    await look('shipment');
    await at('/workshop/returns');
    await phone.wedge(pads!);
    await phone.page.locator('select').waitFor();
    await look('returns');
    await at(`/workshop/orders/${order}/invoice`);
    await phone.page.locator('input').first().fill(`INV-${language}`);
    await look('invoice');
    await phone.page.locator('fieldset').nth(1).locator('[type=checkbox]').check();
    await phone.page.locator('fieldset').nth(1).locator('input').nth(1).fill('1');
    await phone.page.locator('button.main').click();
    await phone.page.getByRole('alert').waitFor();
    await look('blocked');
    await phone.page.locator('fieldset').nth(1).locator('[type=checkbox]').uncheck();
    await phone.page.locator('button.main').click();
    await phone.page.locator('.owner-link').waitFor();
    await look('issued');
    expect(barriers).toEqual([]);
  });
});
