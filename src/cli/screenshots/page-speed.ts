import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { startChromium } from './chromium.ts';
import { DemoSite } from './demo-site.ts';
import type { PageToSee } from './page-to-see.ts';
import { PAGES } from './pages.ts';
import { signIn, visit } from './visit.ts';

/** Pages that people wait for with a phone in hand. */
const MEASURED = ['owner-invoice', 'owner-invoice-swapped', 'owner-check', 'workshop-orders', 'workshop-line'];
const ROUNDS = 5;

/** A slow mobile network and a phone a quarter as fast as this machine: what Lighthouse calls mobile. */
const PROFILE = { kilobitsPerSecond: 1_600, latencyMs: 150, cpuSlowdown: 4 };

interface Visit {
  /** Milliseconds from the tap to the first words on the screen. */
  readonly firstPaint: number;
  /** The same until the largest of what stands there at last. */
  readonly largestPaint: number;
  /** Milliseconds beyond the first 50 of every task, from then on: how long a tap would have waited. */
  readonly blocked: number;
  readonly requests: number;
  /** Bytes over the network, WebAssembly apart: it is fetched once and kept for good. */
  readonly bytes: number;
  readonly wasmBytes: number;
}

/** As a table in Markdown, on standard output. */
export async function pageSpeed(names: readonly string[], chromium: string | undefined): Promise<void> {
  const pages = PAGES.filter(({ name }) => (names.length === 0 ? MEASURED : names).includes(name));
  const browser = await startChromium(chromium);
  const site = await DemoSite.start();
  try {
    const rows: string[] = [];
    for (const page of pages) rows.push(rowOf(page, await measure(browser, site, page)));
    const { kilobitsPerSecond, latencyMs, cpuSlowdown } = PROFILE;
    console.log(
      [
        `Medians of ${ROUNDS} first visits at ${kilobitsPerSecond / 1000} Mbit/s, ${latencyMs} ms round trip, a processor ${cpuSlowdown} times slower.`,
        '',
        '| page | first paint | largest paint | blocked | requests | bytes | WebAssembly |',
        '| ---- | ----------: | ------------: | ------: | -------: | ----: | ----------: |',
        ...rows,
      ].join('\n'),
    );
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Each round with nothing remembered but who is signed in. */
async function measure(browser: Browser, site: DemoSite, page: PageToSee): Promise<Visit[]> {
  const known = await browser.newContext();
  await signIn(known, site, page.as);
  const address = await addressOf(known, site, page);
  const storageState = await known.storageState();
  await known.close();
  const visits: Visit[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({
      storageState,
      locale: 'zh-CN',
      viewport: { width: 360, height: 740 },
      deviceScaleFactor: 3,
      isMobile: true,
      hasTouch: true,
    });
    visits.push(await visitOnce(await context.newPage(), address));
    await context.close();
  }
  return visits;
}

async function addressOf(context: BrowserContext, site: DemoSite, wanted: PageToSee): Promise<string> {
  const page = await context.newPage();
  await visit(page, site, wanted);
  return page.url();
}

async function visitOnce(page: Page, address: string): Promise<Visit> {
  const session = await page.context().newCDPSession(page);
  const traffic = await listen(session);
  await slowDown(session);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  // Tasks that an island puts off until nothing else is to be done.
  await page.waitForTimeout(1_000);
  return { ...(await page.evaluate(timesInPage)), ...traffic };
}

async function slowDown(session: CDPSession): Promise<void> {
  const throughput = (PROFILE.kilobitsPerSecond * 1000) / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: PROFILE.latencyMs,
    downloadThroughput: throughput,
    uploadThroughput: throughput / 2,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: PROFILE.cpuSlowdown });
}

/** Counts what comes over the network from now on. */
async function listen(session: CDPSession): Promise<{ requests: number; bytes: number; wasmBytes: number }> {
  const traffic = { requests: 0, bytes: 0, wasmBytes: 0 };
  const isWasm = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.url.startsWith('http')) traffic.requests++;
    if (response.url.endsWith('.wasm')) isWasm.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    traffic[isWasm.has(requestId) ? 'wasmBytes' : 'bytes'] += encodedDataLength;
  });
  await session.send('Network.enable');
  return traffic;
}

/** Runs in the page. */
async function timesInPage(): Promise<Pick<Visit, 'firstPaint' | 'largestPaint' | 'blocked'>> {
  /** Where there is nothing of a kind, nobody is told of any. */
  const entriesOf = (type: string): Promise<PerformanceEntry[]> =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      setTimeout(() => resolve([]), 200);
    });
  const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
  const [paints, tasks] = await Promise.all([entriesOf('largest-contentful-paint'), entriesOf('longtask')]);
  const blocked = tasks
    .filter(({ startTime }) => startTime >= firstPaint)
    .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
  return { firstPaint, largestPaint: paints.at(-1)?.startTime ?? Number.NaN, blocked };
}

function rowOf({ name }: PageToSee, visits: readonly Visit[]): string {
  const median = (of: keyof Visit): number => visits.map((each) => each[of]).toSorted((a, b) => a - b)[ROUNDS >> 1]!;
  const kilobytes = (bytes: number): string => (bytes === 0 ? '' : `${(bytes / 1000).toFixed(1)} kB`);
  const cells = [
    name,
    `${Math.round(median('firstPaint'))} ms`,
    `${Math.round(median('largestPaint'))} ms`,
    `${Math.round(median('blocked'))} ms`,
    median('requests'),
    kilobytes(median('bytes')),
    kilobytes(median('wasmBytes')),
  ];
  return `| ${cells.join(' | ')} |`;
}
