import { KEEP_REST, OUTBOX_CHANNEL, SYNC_TAG, TAKE_OVER } from './background.ts';
import { deliver } from './delivery.ts';
import { Store } from './store.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written before this script by whoever serves it: what the app consists of, and one name for all of that. */
declare const TRUEPART_SHELL: {
  readonly version: string;
  /** The page that every address of the app opens with. */
  readonly page: string;
  /** Without these the app does not start. */
  readonly files: readonly string[];
  /** Wanted without a network, too, but not before the app is there. */
  readonly later: readonly string[];
};

const PREFIX = 'truepart-workshop-';
const CACHE = PREFIX + TRUEPART_SHELL.version;

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const answer = kept(event.request);
  if (answer) event.respondWith(answer);
});
self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) void self.skipWaiting();
  if (event.data === KEEP_REST) event.waitUntil(keepRest());
});
// Not yet in TypeScript’s library: Chromium alone has it.
self.addEventListener('sync' as never, (event: ExtendableEvent & { readonly tag: string }) => {
  if (event.tag === SYNC_TAG) event.waitUntil(deliverInBackground());
});

/** All of it or nothing: half an app is worse than the old one. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  // The names of built files tell their content, so those that the page has just fetched are not fetched again.
  await cache.addAll([new Request(TRUEPART_SHELL.page, { cache: 'reload' }), ...TRUEPART_SHELL.files]);
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** The camera’s reader is large: it comes when the app already works, and once. */
async function keepRest(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const file of TRUEPART_SHELL.later) if (!(await cache.match(file))) await cache.add(file).catch(() => undefined);
}

/**
 * Pages and built files alone. An answer about a part is never kept: yesterday’s “consistent” must not pass for today’s.
 */
function kept({ method, mode, url }: Request): Promise<Response> | null {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return null;
  if (mode === 'navigate') return isOfTheApp(pathname) ? first(TRUEPART_SHELL.page, url) : null;
  return pathname.startsWith('/assets/') ? first(pathname, url) : null;
}

async function first(file: string, url: string): Promise<Response> {
  const found = await caches.match(file, { cacheName: CACHE, ignoreVary: true });
  return found ?? fetch(url);
}

const isOfTheApp = (path: string): boolean =>
  path === TRUEPART_SHELL.page || path.startsWith(`${TRUEPART_SHELL.page}/`);

/** The network is back, and perhaps nobody looks: send what waits, as whoever works on this phone. */
async function deliverInBackground(): Promise<void> {
  const store = await Store.open();
  try {
    const person = await store.setting('person');
    if (!person) return;
    const { end } = await deliver(store, person.id);
    if (typeof BroadcastChannel !== 'undefined') new BroadcastChannel(OUTBOX_CHANNEL).postMessage(end);
    // The browser then tries again by itself.
    if (end === 'later') throw new Error('nobody answered');
  } finally {
    store.close();
  }
}
