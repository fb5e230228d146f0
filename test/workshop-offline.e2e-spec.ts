import type { Browser } from 'playwright-core';
import { phonePhoto } from '../src/repair-orders/picture.builder.ts';
import { answered, PART, VIN, type World } from './support/actors.ts';
import { startBrowser } from './support/browser.ts';
import { expectSoundLedger } from './support/ledger.ts';
import { loseReplies, orderFor, Phone, SMALL, workshopWorld } from './support/workshop-phone.ts';

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

/** Scans on a line without a network, and fits what was scanned. */
async function fitsBlindly(phone: Phone, code: string): Promise<void> {
  await phone.wedge(code);
  await phone.page.getByRole('alertdialog').getByText('已记录，尚未与登记核对').waitFor();
  await phone.dismisses('plain');
  await phone.sees('编码确实由厂家签发');
  await phone.button('装这个').click();
  await phone.page.getByLabel('车架号').fill(VIN.slice(-8));
  await phone.page.getByText('车主带走').click();
  await phone.button('记为已装').click();
  await phone.sees('已记在手机里');
}

const rowsOf = async (table: 'scan' | 'fitting', code: string): Promise<number> => {
  const row = await world.database.first<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table} t JOIN unit u ON u.id = t.unit_id WHERE u.serial = $1`,
    [unitOf(code)[1]],
  );
  return row!.count;
};

test('two scans and a fitting without a network, a dead battery, and lost replies: each is in the record once', async () => {
  const [code, other] = await world.stock(world.hz1, PART.brakePads, 2);
  await orderFor(world, 'RO-BLIND', PART.brakePads);
  const phone = await Phone.of(browser, world, 'technician', { language: 'zh', ...SMALL });
  await phone.opens('/workshop/orders/RO-BLIND/lines/1');
  await phone.sees(PART.brakePads);
  await phone.goesOffline();
  await phone.link('查验').click();
  await phone.wedge(other!);
  await phone.dismisses('plain');
  await phone.sees('1 条待传');
  await phone.page.goto(`${world.app.url}/workshop/orders/RO-BLIND/lines/1`);
  await fitsBlindly(phone, code!);
  await phone.sees('3 条待传');

  await phone.page.reload();
  await phone.sees('3 条待传');
  await phone.sees('已记在手机里，等待上传');
  expect(await rowsOf('fitting', code!)).toBe(0);

  const lost = loseReplies(world, '/api/scans/bulk', '/fittings');
  await phone.comesBack();
  await phone.page.getByText('条待传').first().waitFor({ state: 'detached', timeout: 30_000 });
  expect([...lost].sort()).toEqual(['/api/scans/bulk', '/fittings']);
  expect(await rowsOf('scan', other!)).toBe(1);
  // The scan before fitting, and the sighting that the fitting itself leaves.
  expect(await rowsOf('scan', code!)).toBe(2);
  expect(await rowsOf('fitting', code!)).toBe(1);
  expect(answered(await world.hz1.technician.get('/api/repair-orders/RO-BLIND'))).toMatchObject({
    lines: [{ fitted: 1, fittings: [{ isVinRead: true, oldPart: { outcome: 'with_owner' } }] }],
  });
  expect(await phone.isSeeing('需要看一看')).toBe(false);
  await phone.isPutAway();
  await expectSoundLedger(world.app.app, ...unitOf(code!));
});

test('somebody else fitted it meanwhile: the conflict is explained when it comes back', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await orderFor(world, 'RO-SLOW1', PART.brakePads);
  await orderFor(world, 'RO-QUICK', PART.brakePads);
  const phone = await Phone.of(browser, world, 'technician', { language: 'zh', ...SMALL });
  await phone.opens('/workshop/orders/RO-SLOW1/lines/1');
  await phone.sees(PART.brakePads);
  await phone.goesOffline();
  await fitsBlindly(phone, code!);

  const removedPart = { outcome: 'waived' };
  answered(await world.hz1.technician.fits('RO-QUICK', { line: 1, code, vin: VIN, removedPart }));
  await phone.comesBack();
  await phone.sees('需要看一看');
  await phone.link('去看').click();
  await phone.sees('这个编码已登记装在别处');
  await phone.sees('您当时没有网络，零件可能已经装上车。');
  await phone.sees('标签可能被复制');
  await phone.sees('RO-SLOW1');
  expect(await rowsOf('fitting', code!)).toBe(1);
  // The scan before it came back, too.
  const cards = phone.page.locator('.conflict');
  for (let left = await cards.count(); left > 0; left--) {
    await phone.button('知道了').first().click();
    await cards.nth(left - 1).waitFor({ state: 'detached' });
  }
  await phone.sees('都已上传，没有要处理的。');
  await phone.isPutAway();
  await expectSoundLedger(world.app.app, ...unitOf(code!));
});

test('a photo of the old part, taken without a network: kept, sent once, and seen by the owner', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await orderFor(world, 'RO-PHOTO', PART.brakePads);
  const phone = await Phone.of(browser, world, 'technician', { language: 'zh', ...SMALL });
  const line = '/workshop/orders/RO-PHOTO/lines/1';
  await phone.opens(line);
  await phone.sees(PART.brakePads);
  await phone.goesOffline();
  await fitsBlindly(phone, code!);
  const file = { name: 'IMG_7731.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto(4000, 3000) };
  await phone.page.getByLabel('拍下旧件').setInputFiles(file);
  await phone.sees('照片在手机里，等待上传');
  await phone.page.goto(world.app.url + line);
  await phone.sees('3 条待传');
  await phone.sees('照片在手机里，等待上传');
  expect(await isDrawn(phone, '.thumb')).toBe(true);

  const lost = loseReplies(world, '/photos');
  await phone.comesBack();
  await phone.page.getByText('条待传').first().waitFor({ state: 'detached', timeout: 30_000 });
  expect(lost).toEqual(['/photos']);
  await phone.sees('照片已上传');
  const photos = 'SELECT width, height FROM old_part_photo';
  expect(await world.database.rows(photos)).toEqual([{ width: 960, height: 1280 }]);

  const billed = { line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '428.00' };
  const { token } = answered(await world.hz1.advisor.invoices('RO-PHOTO', { number: 'INV-PHOTO', lines: [billed] }));
  await phone.page.goto(`${world.app.url}/i/${String(token)}`);
  await phone.page.locator('img.photo').scrollIntoViewIfNeeded();
  await world.until(() => isDrawn(phone, 'img.photo'));
  await phone.isPutAway();
});

/** A broken picture has no width of its own. */
const isDrawn = (phone: Phone, selector: string): Promise<boolean> =>
  phone.page.locator(selector).evaluate((image: HTMLImageElement) => image.naturalWidth > 0);

test('one person’s outbox is never sent as another, and signing out warns of it', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  const phone = await Phone.of(browser, world, 'technician', { language: 'en', ...SMALL });
  await phone.opens('/workshop/check');
  await phone.goesOffline();
  await phone.wedge(code!);
  await phone.dismisses('plain');
  await phone.sees('1 record waiting');
  // Another tab of this phone has meanwhile signed in somebody else.
  await phone.becomes('supervisor');
  await phone.comesBack();
  await phone.link('Outbox').click();
  await phone.button('Send now').click();
  await phone.sees('Your session is over');
  expect(await rowsOf('scan', code!)).toBe(0);
  await phone.link('张强').click();
  await phone.button('Sign out').click();
  await phone.sees('1 record has not been sent');
  await phone.button('Sign out all the same').click();
  await phone.page.getByLabel('E-mail address').fill('technician@demo.truepart.test');
  await phone.page.getByLabel('Password').fill('truepart-demo');
  await phone.button('Sign in').click();
  await phone.page.getByText('1 record waiting').waitFor({ state: 'detached' });
  await world.until(async () => (await rowsOf('scan', code!)) === 1);
  const by = await world.database.first<{ email: string }>(
    'SELECT a.email FROM scan s JOIN account a ON a.id = s.actor_id JOIN unit u ON u.id = s.unit_id WHERE u.serial = $1',
    [unitOf(code!)[1]],
  );
  expect(by).toEqual({ email: 'technician@demo.truepart.test' });
  await phone.isPutAway();
});

test('without a network: the language is switched, a forged code is told, and a misread is no suspicion', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  const phone = await Phone.of(browser, world, 'technician', { language: 'zh', ...SMALL });
  await phone.opens('/workshop/check');
  await phone.goesOffline();
  await phone.link('张强').click();
  await phone.button('English').click();
  await phone.sees('Workshop');
  await phone.page.reload();
  await phone.link('Check').click();
  const flipped = code!.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  await phone.wedge(flipped);
  await phone.page.getByRole('alertdialog').getByText('Do not fit').waitFor();
  await phone.dismisses('suspect');
  await phone.sees('The signature on this code is not the maker’s');
  await phone.sees('Set this part aside');
  await phone.wedge(code!.slice(0, 70));
  await phone.page.getByRole('alertdialog').getByText('Only a part of the label was read').waitFor();
  await phone.dismisses('plain');
  expect(await phone.page.locator('main .suspect, main .caution').count()).toBe(0);
  await phone.isPutAway();
});

test('without a network: a label of another part than the line asks for is told, and is not fitted', async () => {
  const [code] = await world.stock(world.hz1, PART.shockRight, 1);
  await orderFor(world, 'RO-BLIND-2', PART.brakePads);
  const phone = await Phone.of(browser, world, 'technician', { language: 'en', ...SMALL });
  await phone.opens('/workshop/orders/RO-BLIND-2/lines/1');
  await phone.sees(PART.brakePads);
  await phone.goesOffline();
  await phone.wedge(code!);
  await phone.page.getByRole('alertdialog').getByText('Not the part of this line').waitFor();
  await phone.dismisses('caution');
  await phone.sees('compare the part number');
  expect(await phone.button('Fit this one').count()).toBe(0);
  await phone.comesBack();
  await phone.dismisses('caution');
  await phone.sees('Only a supervisor may let it pass');
  await phone.isPutAway();
});

test('the app is closed when the network comes back: the browser delivers by itself', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  const phone = await Phone.of(browser, world, 'technician', { language: 'zh', ...SMALL });
  await phone.opens('/workshop/check');
  await phone.goesOffline();
  await phone.wedge(code!);
  await phone.dismisses('plain');
  await phone.page.goto('about:blank');
  await phone.comesBack();
  await phone.syncsInBackground();
  await world.until(async () => (await rowsOf('scan', code!)) === 1);
  await phone.isPutAway();
});
