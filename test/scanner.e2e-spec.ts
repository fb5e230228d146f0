import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { toBuffer } from 'bwip-js/node';
import { loadDemoWorld } from '../src/demo/demo-world.ts';
import { AZERTY, followedBy, keysFor, QWERTZ, type Setup } from '../src/web/islands/scanning/keyboard.builder.ts';
import { testCode } from '../src/web/islands/scanning/test-code.ts';
import { PART, VIN } from './support/actors.ts';
import { type RunningApp, startApp } from './support/app.ts';
import { openPage, photograph, type Sight, startBrowser } from './support/browser.ts';
import { filmed, type Holding, photographed } from './support/label-film.ts';
import { type Picture, pictureOf, readCodes } from './support/paper.ts';
import { Session } from './support/session.ts';
import { barriersIn, CORNERS } from './support/staff-pages.ts';
import { plugIn } from './support/wedge.ts';

jest.setTimeout(120_000);

const SIGHT: Sight = { language: 'en', scheme: 'light', width: 360 };
const EXPECTED = testCode('http://localhost:3000');

let app: RunningApp;
let browser: Browser;
/** As it came out of a label printer, and what it says. */
let label: Picture;
let printed: string;
beforeAll(async () => {
  app = await startApp({ environment: { THROTTLE_SIGN_INS: '1000' } });
  await loadDemoWorld(app.app);
  browser = await startBrowser();
  const warehouse = await Session.of(await openPage(browser, SIGHT), app.url, 'warehouse');
  label = (await warehouse.prints(PART.brakePads, 1)).labels[0]!;
  [printed] = (await readCodes(label)) as [string];
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** The scanner test, opened by a technician. */
async function scannerTest(
  where = browser,
  sight = SIGHT,
  more: BrowserContextOptions = {},
  host = '127.0.0.1',
): Promise<Page> {
  const page = await openPage(where, sight, more);
  await Session.of(page, app.url, 'technician');
  const [session] = await page.context().cookies();
  await page.context().addCookies([{ ...session!, domain: host }]);
  await page.goto(`${app.url.replace('127.0.0.1', host)}/scanner-test`);
  await said(page).waitFor();
  return page;
}

/** What the page says of the last scan. */
const said = (page: Page) => page.locator('#scanner-test [role=status]').first();

const troublesOn = (page: Page): Promise<(string | undefined)[]> =>
  said(page)
    .locator('[data-trouble]')
    .evaluateAll((each) => each.map((one) => (one as HTMLElement).dataset['trouble']));

const field = (page: Page) => page.getByLabel('Code or serial');

test('the test code is one that any reader reads', async () => {
  const page = await scannerTest();
  const picture = await page.getByRole('img', { name: 'Test code' }).screenshot();
  expect(await readCodes(pictureOf(picture))).toEqual([EXPECTED]);
  await page.goto(`${app.url}/SCANNER-TEST?S=0123`);
  expect(await page.title()).toContain('Scanner test');
  await page.context().close();
});

describe('the camera', () => {
  test.each<{ name: string; holding: Holding }>([
    { name: 'held straight', holding: {} },
    { name: 'turned', holding: { turned: 37 } },
    { name: 'upside down', holding: { turned: 180 } },
    { name: 'blurred', holding: { blurred: 2 } },
    { name: 'in the dark', holding: { dim: true } },
    { name: 'turned, blurred and in the dark', holding: { turned: -20, blurred: 1, dim: true } },
  ])('reads a label that is $name', async ({ holding }) => {
    const phone = await startBrowser(filmed(label, holding));
    try {
      const page = await scannerTest(phone);
      await page.getByRole('button', { name: 'Use the camera' }).click();
      await said(page).getByText(printed).waitFor({ timeout: 30_000 });
    } finally {
      await phone.close();
    }
  });

  test('reads the VIN at a car', async () => {
    const vin = await toBuffer({
      bcid: 'code39',
      text: `I${VIN}`,
      scale: 2,
      height: 15,
      padding: 20,
      backgroundcolor: 'fff',
    });
    const phone = await startBrowser(filmed(pictureOf(vin), { wide: 700 }));
    try {
      const page = await scannerTest(phone);
      await page.getByRole('button', { name: 'Use the camera' }).click();
      await said(page).getByText(VIN).waitFor();
    } finally {
      await phone.close();
    }
  });

  test('opens by itself the next time, rests while nobody looks, and stays closed once it was closed', async () => {
    const phone = await startBrowser(filmed(label));
    try {
      const page = await scannerTest(phone);
      const video = page.locator('video');
      const hide = (hidden: boolean) =>
        page.evaluate((is) => {
          Object.defineProperty(document, 'hidden', { value: is, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }, hidden);
      await page.getByRole('button', { name: 'Use the camera' }).click();
      await page.getByRole('button', { name: 'Close the camera' }).waitFor();
      await photograph(page, 'scanner-camera', SIGHT);
      await page.reload();
      await video.waitFor();
      await hide(true);
      await video.waitFor({ state: 'hidden' });
      expect(await video.evaluate((each: HTMLVideoElement) => each.srcObject)).toBeNull();
      await hide(false);
      await video.waitFor();
      await page.getByRole('button', { name: 'Close the camera' }).click();
      await page.reload();
      await page.getByRole('button', { name: 'Use the camera' }).waitFor();
      expect(await video.isVisible()).toBe(false);
    } finally {
      await phone.close();
    }
  });

  test('and its light, once chosen, are chosen the next time', async () => {
    const phone = await startBrowser([
      '--use-fake-device-for-media-stream=device-count=2',
      '--use-fake-ui-for-media-stream',
    ]);
    try {
      const page = await openPage(phone, SIGHT);
      // No camera of a computer has a light: this one says that it has, and what was asked of it is kept.
      await page.addInitScript(() => {
        const lit: unknown[] = [];
        Object.assign(globalThis, { lit });
        MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true }) as MediaTrackCapabilities;
        MediaStreamTrack.prototype.applyConstraints = (wish) => Promise.resolve(void lit.push(wish?.advanced?.[0]));
      });
      await Session.of(page, app.url, 'technician');
      await page.goto(`${app.url}/scanner-test`);
      await page.getByRole('button', { name: 'Use the camera' }).click();
      const choice = page.locator('.camera select');
      const other = await choice.locator('option:not(:checked)').getAttribute('value');
      await choice.selectOption(other);
      await page.getByRole('button', { name: 'Light: off' }).click();
      await page.getByRole('button', { name: 'Light: on' }).waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Light: on' }).waitFor();
      expect(await choice.inputValue()).toBe(other);
      expect(await page.evaluate(() => Reflect.get(globalThis, 'lit') as unknown)).toEqual([{ torch: true }]);
    } finally {
      await phone.close();
    }
  });

  test.each([
    { name: 'not there', more: [], says: 'This device has no camera' },
    { name: 'not allowed', more: ['--use-fake-device-for-media-stream'], says: 'Allow it for this site' },
    {
      name: 'on an address without https',
      more: ['--host-resolver-rules=MAP parts.test 127.0.0.1'],
      host: 'parts.test',
      says: 'only on https addresses',
    },
  ])('that is $name says so, and what to do', async ({ more, host = '127.0.0.1', says }) => {
    const phone = await startBrowser(more);
    try {
      const page = await scannerTest(phone, SIGHT, {}, host);
      await page.getByRole('button', { name: 'Use the camera' }).click();
      expect(await page.getByRole('alert').innerText()).toContain(says);
    } finally {
      await phone.close();
    }
  });

  test('can be left: a photo is read as well', async () => {
    const page = await scannerTest();
    const photo = { name: 'label.png', mimeType: 'image/png', buffer: photographed(label, { turned: 15 }) };
    await page.locator('input[type=file]').setInputFiles(photo);
    await said(page).getByText(printed).waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles({ ...photo, buffer: photographed({ ...label, dots: new Uint8Array(label.dots.length) }) });
    await page.getByText('No code on this photo').waitFor();
    await page.context().close();
  });
});

describe('a handheld scanner', () => {
  const scan = (setup?: Setup) => followedBy(keysFor(EXPECTED, setup), 'Enter');

  test('is heard with the focus on a button, and does not press it', async () => {
    const page = await scannerTest();
    const send = await plugIn(page);
    const sound = page.getByRole('button', { name: 'Sound: on' });
    await sound.focus();
    await send(scan());
    await said(page).getByText('set up well').waitFor();
    expect(await sound.isVisible()).toBe(true);
    await page.context().close();
  });

  test.each(['select', 'textarea', 'input type=number', 'input type=date', 'a href=#nowhere'])(
    'is heard in a dialog with the focus on <%s>',
    async (tag) => {
      const page = await scannerTest();
      const send = await plugIn(page);
      await page.evaluate((markup) => {
        const dialog = document.createElement('dialog');
        dialog.innerHTML = `<${markup}><option>Apples</option><option>Honey</option></${markup.split(' ')[0]}>`;
        document.body.append(dialog);
        dialog.showModal();
      }, tag);
      const focused = page.locator('dialog > :first-child');
      await focused.focus();
      const valueOf = () => focused.evaluate((each) => ('value' in each ? each.value : each.textContent));
      const before = await valueOf();
      await send(scan());
      await said(page).getByText('set up well').waitFor();
      expect(await valueOf()).toBe(before);
      expect(await page.locator('dialog').getAttribute('open')).toBe('');
      expect(page.url()).not.toContain('#nowhere');
      await page.context().close();
    },
  );

  test.each<{ name: string; setup: Setup; troubles: string[] }>([
    { name: 'as it should be', setup: {}, troubles: [] },
    { name: 'caps lock on', setup: { isCapsLocked: true }, troubles: ['capsLock'] },
    { name: 'a Chinese input method on', setup: { isComposing: true }, troubles: ['inputMethod'] },
    { name: 'a French computer', setup: { computer: AZERTY }, troubles: ['layout'] },
    { name: 'a German computer', setup: { computer: QWERTZ }, troubles: ['layout'] },
  ])('leaves the field clean in which somebody is writing: $name', async ({ setup, troubles }) => {
    const page = await scannerTest();
    const send = await plugIn(page);
    await field(page).fill('7Q3K');
    await send(scan(setup));
    await said(page).getByText('Scan the test code').waitFor({ state: 'hidden' });
    expect(await troublesOn(page)).toEqual(troubles);
    expect(await field(page).inputValue()).toBe('7Q3K');
    expect(await field(page).evaluate((each) => each === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test.each([
    { name: 'no Enter', keys: keysFor(EXPECTED), troubles: ['noEnter'], says: 'It works on these pages' },
    { name: 'too slow', keys: scan({ pace: 80 }), troubles: ['tooSlow'], says: 'does not work yet' },
    {
      name: 'a prefix',
      keys: followedBy(keysFor(`-${EXPECTED}`), 'Enter'),
      troubles: ['prefix'],
      says: 'does not work yet',
    },
    {
      name: 'half of it',
      keys: followedBy(keysFor(EXPECTED.slice(0, 64)), 'Enter'),
      troubles: ['truncated'],
      says: `64 of ${EXPECTED.length} characters`,
    },
  ])('is told what is wrong: $name', async ({ keys, troubles, says }) => {
    const page = await scannerTest();
    await (
      await plugIn(page)
    )(keys, true);
    await said(page).getByText(says).waitFor();
    expect(await troublesOn(page)).toEqual(troubles);
    await page.context().close();
  });

  test('is not taken for a person, nor a person for it', async () => {
    const page = await scannerTest();
    const send = await plugIn(page);
    await field(page).focus();
    await send(keysFor('7q3k 9d0a 2fxm', { pace: 130 }));
    expect(await field(page).inputValue()).toBe('7q3k 9d0a 2fxm');
    await page.keyboard.press('Enter');
    await said(page).getByText('7q3k 9d0a 2fxm').waitFor();
    expect(await field(page).inputValue()).toBe('');
    await page.context().close();
  });
});

// The page as it opens is looked at with all others: `test/browser/looks.spec.ts`.
test.each(['zh', 'en'] as const)('every trouble at once, in %s: no barrier, nothing cut off', async (language) => {
  const sights = CORNERS.filter((sight) => sight.language === language);
  const page = await scannerTest(browser, sights[0], { bypassCSP: true });
  await (
    await plugIn(page)
  )(keysFor(EXPECTED, { computer: AZERTY, isCapsLocked: true, pace: 70 }), true);
  await said(page).locator('[data-trouble]').first().waitFor();
  const found = await barriersIn(page, 'scanner-test-troubles', sights);
  await page.context().close();
  expect(found).toEqual([]);
});
