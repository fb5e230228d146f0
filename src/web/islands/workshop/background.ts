/** By these names page and service worker know each other. */
export const OUTBOX_CHANNEL = 'truepart-outbox';
export const SYNC_TAG = 'truepart-outbox';
export const TAKE_OVER = 'take over';
export const KEEP_REST = 'keep the rest';
const SERVICE_WORKER = { path: '/workshop/service-worker.js', scope: '/workshop' } as const;

/** Registers the service worker. `onUpdate`: a newer app is here and waits for `takeOver`. */
export async function registerServiceWorker(onUpdate: (takeOver: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const { path, scope } = SERVICE_WORKER;
  const registration = await serviceWorker.register(path, { scope, updateViaCache: 'none' });
  const offer = (): void => {
    const { waiting } = registration;
    if (!waiting || !serviceWorker.controller) return;
    onUpdate(() => {
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage(TAKE_OVER);
    });
  };
  void serviceWorker.ready.then(({ active }) => active?.postMessage(KEEP_REST));
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}
