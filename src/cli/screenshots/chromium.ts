import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Root in a container has no user namespaces, and nothing here is to phone anybody. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

/**
 * A browser of this machine; nothing is downloaded.
 * @param chosen another than the usual one
 */
export async function startChromium(chosen: string | undefined): Promise<Browser> {
  const executablePath = chosen ?? USUAL_PLACES.find((path) => existsSync(path));
  if (executablePath === undefined || !existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath ?? 'any of the usual places'}: apt-get install chromium ` +
        '(or brew install --cask chromium), or name yours in CHROMIUM_PATH',
    );
  }
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
