import type { Browser } from 'playwright-core';
import { answered, PART, VIN, type World } from './support/actors.ts';
import { startBrowser } from './support/browser.ts';
import { expectSoundLedger } from './support/ledger.ts';
import { orderFor, Phone, SMALL, workshopWorld } from './support/workshop-phone.ts';

jest.setTimeout(120_000);

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([workshopWorld(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const unitOf = (code: string): [gtin: string, serial: string] =>
  /\/01\/(\d{14})\/.*21\/(\w{12})/.exec(code)!.slice(1, 3) as [string, string];

const lineOf = async (order: string, line = 1) => {
  const { lines } = answered(await world.hz1.technician.get(`/api/repair-orders/${order}`)) as {
    lines: { fitted: number; fittings: Record<string, unknown>[] }[];
  };
  return lines[line - 1]!;
};

const WORDS = {
  zh: {
    fit: '可以安装',
    vin: '车架号',
    same: '是这辆车',
    odometer: '里程',
    took: '车主带走',
    record: '记为已装',
    done: '已登记',
  },
  en: {
    fit: 'Fit it',
    vin: 'VIN',
    same: 'This is the car',
    odometer: 'Odometer',
    took: 'The owner took it',
    record: 'Record as fitted',
    done: 'Recorded',
  },
} as const;

test.each([
  { language: 'zh', by: 'a scanner under a Chinese input method', order: 'RO-ZH-11', setup: { isComposing: true } },
  { language: 'en', by: 'a scanner with caps lock on', order: 'RO-EN-10', setup: { isCapsLocked: true } },
  { language: 'en', by: 'typing', order: 'RO-EN-11' },
] as const)('a technician’s whole job by $by ($language)', async ({ language, order, ...how }) => {
  const words = WORDS[language];
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await orderFor(world, order, PART.brakePads);
  const phone = await Phone.of(browser, world, 'technician', { language, ...SMALL });
  await phone.opens();
  await phone.page.getByRole('searchbox').fill(order);
  await phone.page.getByText(order).click();
  await phone.page
    .getByText(language === 'zh' ? '前制动片' : 'Brake pad')
    .first()
    .click();
  if ('setup' in how) await phone.wedge(code!, how.setup);
  else {
    const [, serial] = unitOf(code!);
    await phone.page.getByLabel('Code or serial').fill(serial.toLowerCase());
    await phone.page.getByLabel('Code or serial').press('Enter');
  }
  const verdict = phone.page.getByRole('alertdialog');
  await verdict.getByText(words.fit).waitFor();
  await phone.dismisses('good');
  const vin = phone.page.getByLabel(words.vin);
  await vin.waitFor();
  if ('setup' in how) await phone.sends(VIN, how.setup);
  else await vin.fill(VIN.slice(-8).toLowerCase());
  await phone.sees(words.same);
  await phone.page.getByLabel(words.odometer).fill('31005');
  await phone.page.getByText(words.took).click();
  await phone.button(words.record).click();
  await phone.sees(words.done);
  await phone.hasSentAll();
  await phone.isPutAway();

  expect(await lineOf(order)).toMatchObject({
    fitted: 1,
    fittings: [{ position: 'F', odometer: 31005, isVinRead: true, oldPart: { outcome: 'with_owner' } }],
  });
  await expectSoundLedger(world.app.app, ...unitOf(code!));
});

test('the whole job from the keyboard alone, signing in included', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await orderFor(world, 'RO-KEYS1', PART.brakePads);
  const phone = await Phone.of(browser, world, null, { language: 'en', scheme: 'light', width: 1440 });
  const { keyboard } = phone.page;
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      await keyboard.press('Tab');
      const focus = phone.page.locator(':focus');
      const said = await focus.evaluate((each) => {
        const { labels, name: field } = each as HTMLInputElement;
        return `${each.textContent} ${field ?? ''} ${Array.from(labels ?? [], (label) => label.textContent).join(' ')}`;
      });
      if (said.includes(name)) return;
    }
    throw new Error(`No way to “${name}” by the Tab key.`);
  };
  await phone.opens('/workshop/orders/RO-KEYS1/lines/1');
  await tabTo('E-mail');
  await keyboard.type('technician@demo.truepart.test');
  await keyboard.press('Tab');
  await keyboard.type('truepart-demo');
  await keyboard.press('Enter');
  await phone.sees('CH-04465-02250');
  await tabTo('Code or serial');
  await keyboard.type(unitOf(code!)[1], { delay: 60 });
  await keyboard.press('Enter');
  await phone.page.locator('.verdict-screen.good').waitFor();
  await keyboard.press('Enter');
  await tabTo('VIN');
  await keyboard.type(VIN.slice(-8), { delay: 60 });
  await tabTo('Odometer');
  await keyboard.type('31005', { delay: 60 });
  await tabTo('The owner took it');
  await keyboard.press('Space');
  await tabTo('Record as fitted');
  await keyboard.press('Enter');
  await phone.sees('Recorded');
  await phone.hasSentAll();
  await phone.isPutAway();
  expect(await lineOf('RO-KEYS1')).toMatchObject({ fitted: 1 });
});

test('another part than approved: a technician is stopped; a supervisor passes it with a reason, undoes it, and gives it back', async () => {
  const [code] = await world.stock(world.hz1, PART.shockRight, 1);
  await orderFor(world, 'RO-OTHER', PART.brakeDisc);
  const technician = await Phone.of(browser, world, 'technician', { language: 'zh', ...SMALL });
  await technician.opens('/workshop/orders/RO-OTHER/lines/1');
  await technician.sees(PART.brakeDisc);
  await technician.wedge(code!);
  await technician.dismisses('caution');
  await technician.sees('只有主管能放行');
  // The same label again is asked about again.
  await technician.wedge(code!);
  await technician.dismisses('caution');
  expect(await technician.button('装这个').count()).toBe(0);
  await technician.isPutAway();

  const supervisor = await Phone.of(browser, world, 'supervisor', { language: 'zh', ...SMALL });
  await supervisor.opens('/workshop/orders/RO-OTHER/lines/1');
  await supervisor.sees(PART.brakeDisc);
  await supervisor.wedge(code!);
  await supervisor.dismisses('caution');
  await supervisor.button('主管放行').click();
  await supervisor.page.getByLabel('为什么仍然可以装').fill('车主同意改装');
  await supervisor.page.getByText('没有旧件').click();
  await supervisor.button('记为已装').click();
  await supervisor.sees('已登记');
  await supervisor.hasSentAll();
  expect(await lineOf('RO-OTHER')).toMatchObject({ fitted: 1, fittings: [{ reason: '车主同意改装' }] });
  await supervisor.link('回到工单').click();
  await supervisor.page.getByText('前制动盘').first().click();
  await supervisor.button('撤销这次安装').click();
  await supervisor.page.getByLabel('为什么撤销').fill('登记错了');
  await supervisor.button('撤销这次安装').click();
  await supervisor.sees('已撤销：登记错了');
  await supervisor.hasSentAll();
  expect(await lineOf('RO-OTHER')).toMatchObject({ fitted: 0, fittings: [{ undoReason: '登记错了' }] });
  await supervisor.sees('已领出 1 件，还没有装');
  await supervisor.button('没有装，退回库存').click();
  await supervisor.wedge(code!);
  await supervisor.page.getByLabel('封签完好').check();
  await supervisor.button('没有装，退回库存').click();
  await supervisor.page.getByLabel('封签完好').waitFor({ state: 'detached' });
  await supervisor.page.getByText('已领出 1 件').waitFor({ state: 'detached' });
  await supervisor.hasSentAll();
  await supervisor.isPutAway();
  expect(await lineOf('RO-OTHER')).toMatchObject({ issued: 1, returned: 1 });
  await expectSoundLedger(world.app.app, ...unitOf(code!));
});

test('a unit that this order never had cannot be given back from it, and the reason is told', async () => {
  const [own, other] = await world.stock(world.hz1, PART.brakePads, 2);
  await orderFor(world, 'RO-BACK1', PART.brakePads);
  await world.hz1.clerk.does('/api/repair-orders/RO-BACK1/allocations', { line: 1, code: own });
  const phone = await Phone.of(browser, world, 'technician', { language: 'en', ...SMALL });
  await phone.opens('/workshop/orders/RO-BACK1/lines/1');
  await phone.button('Not fitted: back to stock').click();
  await phone.wedge(other!);
  await phone.page.getByLabel('The seal is intact').check();
  await phone.button('Not fitted: back to stock').click();
  await phone.sees('This unit is not issued to this order');
  await phone.button('Understood').click();
  await phone.sees('1 unit issued and not fitted');
  await phone.isPutAway();
});

test('a fitting that another system recorded says nothing of the old part: whoever hands the car back tells it', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await orderFor(world, 'RO-OLD11', PART.brakePads);
  answered(await world.hz1.technician.fits('RO-OLD11', { line: 1, code, vin: VIN }));
  const phone = await Phone.of(browser, world, 'advisor', { language: 'en', ...SMALL });
  await phone.opens('/workshop/orders/RO-OLD11/lines/1');
  await phone.sees('Nobody has told what became of the old part');
  await phone.button('Tell what became of it').click();
  await phone.page.getByText('The owner left it here').click();
  await phone.button('Record it').click();
  await phone.page.getByText('Nobody has told').waitFor({ state: 'detached' });
  await phone.hasSentAll();
  await phone.isPutAway();
  expect(await lineOf('RO-OLD11')).toMatchObject({ fittings: [{ oldPart: { outcome: 'waived' } }] });
});

test('a part comes out again: the car and the odometer are read anew', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await orderFor(world, 'RO-OUT11', PART.brakePads);
  const removedPart = { outcome: 'waived' };
  answered(await world.hz1.technician.fits('RO-OUT11', { line: 1, code, vin: VIN, odometer: 31_000, removedPart }));
  const phone = await Phone.of(browser, world, 'technician', { language: 'en', ...SMALL });
  await phone.opens('/workshop/orders/RO-OUT11/lines/1');
  await phone.button('Take this part out').click();
  await phone.sends(VIN);
  await phone.sees('This is the car');
  const odometer = phone.page.getByLabel('Odometer (km)');
  expect(await odometer.inputValue()).toBe('');
  await odometer.fill('31004');
  await phone.page.getByText('Back to the maker: warranty').click();
  await phone.button('Record as taken out').click();
  await phone.page.getByText('Taken out', { exact: true }).waitFor();
  await phone.hasSentAll();
  await phone.isPutAway();
  expect(await lineOf('RO-OUT11')).toMatchObject({ fitted: 0, removed: 1, fittings: [{ removedOdometer: 31_004 }] });
});

test('a delivery is scanned in one after another, and what is missing is told', async () => {
  const codes = await world.warehouse.mints(PART.oilFilter, 3);
  const shipment = await world.warehouse.ships('WS-HZ-01', codes);
  const phone = await Phone.of(browser, world, 'advisor', { language: 'en', ...SMALL });
  await phone.opens(`/workshop/shipments/${shipment}`);
  await phone.sees('0 of 3 scanned');
  await phone.wedge(codes[0]!);
  await phone.sees('1 of 3 scanned');
  await phone.wedge(codes[0]!);
  await phone.sees('This one was scanned already');
  await phone.wedge(codes[1]!, { isCapsLocked: true });
  await phone.sees('2 of 3 scanned');
  await phone.wedge(codes[2]!);
  await phone.sees('3 of 3 scanned');
  await phone.button('Undo the last scan').click();
  await phone.sees('2 of 3 scanned');
  await phone.page.reload();
  await phone.sees('2 of 3 scanned');
  await phone.button('Finish with 1 short').click();
  await phone.sees('Result');
  await phone.isPutAway();
  expect(answered(await world.hz1.clerk.get(`/api/shipments/${shipment}`))).toMatchObject({ received: 2, short: 1 });
});

test('an advisor issues the invoice that the records support, and shows the owner’s link', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await orderFor(world, 'RO-BILL1', PART.brakePads);
  const removedPart = { outcome: 'waived' };
  answered(await world.hz1.technician.fits('RO-BILL1', { line: 1, code, vin: VIN, removedPart }));
  const phone = await Phone.of(browser, world, 'advisor', { language: 'en', ...SMALL });
  await phone.opens('/workshop/orders/RO-BILL1/invoice');
  await phone.page.getByLabel('Invoice number').fill('INV-77');
  await phone.page.getByLabel('Odometer out').fill('31010');
  await phone.page.getByLabel('Quantity').fill('2');
  await phone.button('Issue the invoice').click();
  await phone.sees('It cannot be issued yet');
  await phone.page.getByLabel('Quantity').fill('1');
  await phone.button('Issue the invoice').click();
  const link = phone.page.locator('a[href*="/i/"]');
  await link.waitFor();
  const token = /\/i\/(\w+)/.exec((await link.getAttribute('href'))!)![1]!;
  await phone.isPutAway();
  expect(answered(await world.app.request.get(`/api/public/invoices/${token}`))).toMatchObject({
    outcome: 'consistent',
    number: 'INV-77',
  });
});

test('people of a warehouse are told that this is not their room', async () => {
  const phone = await Phone.of(browser, world, 'warehouse', { language: 'en', ...SMALL });
  await phone.opens();
  await phone.sees('your account is of none');
  await phone.isPutAway();
});
