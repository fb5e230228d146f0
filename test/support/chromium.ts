import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const NO_CHROMIUM =
  'The browser tests need Chromium: apt-get install chromium (or brew install --cask chromium), or set CHROMIUM_PATH to yours.';

export function findChromium(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  return chosen ? (existsSync(chosen) ? chosen : undefined) : USUAL_PLACES.find((path) => existsSync(path));
}

/** For `chromium.launch({ executablePath })` of playwright-core. Without one a test fails: a skipped test tells nobody. */
export function chromiumPath(): string {
  const path = findChromium();
  if (path === undefined) throw new Error(NO_CHROMIUM);
  return path;
}
