import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { phonePhoto } from '../src/repair-orders/picture.builder.ts';
import { answered, PART, VIN, type World } from './support/actors.ts';
import { overflow, photograph, startBrowser, violations } from './support/browser.ts';
import { CORNERS } from './support/staff-pages.ts';
import { orderFor, Phone, SMALL, workshopWorld } from './support/workshop-phone.ts';

jest.setTimeout(180_000);

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
  /** As a small phone shows it, and as a desk does: one of them in the dark. */
  const look = async (name: string): Promise<void> => {
    for (const sight of CORNERS.filter((each) => each.language === language)) {
      const { scheme, width } = sight;
      await phone.page.emulateMedia({ colorScheme: scheme });
      await phone.page.setViewportSize({ width, height: width < 600 ? 740 : 900 });
      await photograph(phone.page, `workshop-${name}`, sight);
      const found = [...(await violations(phone.page)), ...(await tooSmall(phone))];
      if ((await overflow(phone.page)) > 0) found.push('scrolls sideways');
      barriers.push(...found.map((barrier) => `${name}, ${scheme}, ${width}: ${barrier}`));
    }
  };
  /** Opens a screen and waits for what it is for. */
  const at = async (path: string, selector: string): Promise<void> => {
    await phone.page.goto(world.app.url + path);
    await phone.page.locator(selector).first().waitFor();
  };

  test('a technician’s screens', async () => {
    const order = `RO-${language}-LOOK`;
    const [good] = await world.stock(world.hz1, PART.brakePads, 1);
    const [other] = await world.stock(world.hz1, PART.shockRight, 1);
    await orderFor(world, order, PART.brakePads, PART.brakeDisc);
    await startsAs(null);
    await at('/workshop', 'input[type=password]');
    await look('sign-in');
    await phone.becomes('technician');
    await at('/workshop', 'a.order');
    await look('orders');
    await at(`/workshop/orders/${order}`, 'a.line');
    await look('order');
    await at(`/workshop/orders/${order}/lines/1`, '.scanner');
    await look('line');
    await phone.wedge(other!);
    await phone.dismisses('caution');
    await look('caution');
    await phone.wedge(good!);
    await phone.dismisses('good');
    await look('fit');
    await at('/workshop/check', '.scanner');
    await look('check');
    await at('/workshop/account', 'dl');
    await look('account');
    expect(barriers).toEqual([]);
  });

  test('what came back, and what must not go into a car', async () => {
    const order = `RO-${language}-RED`;
    const [code] = await world.stock(world.hz1, PART.brakePads, 1);
    // Printed, and never stuck on a part.
    const [unused] = (await world.warehouse.issues(PART.brakePads, 1)).codes;
    await orderFor(world, order, PART.brakePads);
    await startsAs('technician');
    await phone.opens(`/workshop/orders/${order}/lines/1`);
    await phone.page.locator('.scanner').waitFor();
    await phone.goesOffline();
    await phone.wedge(code!);
    await phone.page.locator('.verdict-screen').waitFor();
    await look('noted');
    await phone.dismisses('plain');
    await look('noted-card');
    await orderFor(world, `${order}2`, PART.brakePads);
    const removedPart = { outcome: 'waived' };
    answered(await world.hz1.technician.fits(`${order}2`, { line: 1, code, vin: VIN, removedPart }));
    await phone.goesToOutbox();
    await look('outbox-waiting');
    await phone.comesBack();
    await phone.page.locator('.conflict').waitFor();
    await phone.page.locator('.waiting').waitFor({ state: 'detached' });
    await look('outbox');
    await at('/workshop/check', '.scanner');
    await phone.wedge(unused!);
    await phone.dismisses('suspect');
    await look('quarantine');
    expect(barriers).toEqual([]);
  });

  test('the desk’s screens: deliveries, returns, the invoice', async () => {
    const order = `RO-${language}-BILL`;
    const codes = await world.warehouse.mints(PART.oilFilter, 2);
    const shipment = await world.warehouse.ships('WS-HZ-01', codes, { reference: 'DO-7' });
    const [pads] = await world.stock(world.hz1, PART.brakePads, 1);
    await orderFor(world, order, PART.brakePads, PART.brakeDisc);
    const removedPart = { id: randomUUID(), outcome: 'waived' };
    answered(await world.hz1.technician.fits(order, { line: 1, code: pads, vin: VIN, removedPart }));
    answered(await world.hz1.technician.photographs(order, removedPart.id, await phonePhoto()));
    await startsAs('advisor');
    await at(`/workshop/orders/${order}/lines/1`, '.thumb');
    await look('photographed');
    await at('/workshop/shipments', 'a.order');
    await look('shipments');
    await at(`/workshop/shipments/${shipment}`, '.scanner');
    await phone.wedge(codes[0]!);
    await phone.wedge(pads!);
    await phone.page.locator('.deeds .caution').waitFor();
    await look('shipment');
    await at('/workshop/returns', '.scanner');
    await phone.wedge(pads!);
    await phone.page.locator('select').waitFor();
    await look('returns');
    await at(`/workshop/orders/${order}/invoice`, 'fieldset');
    await phone.page.locator('input').first().fill(`INV-${language}`);
    await phone.page.locator('input').nth(1).fill('31010');
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
