import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import type { KeyPress } from '../../src/web/islands/scanning/key-press.ts';

const COMPOSED = 229;
const KEY_CODES: Readonly<Record<string, number>> = { Enter: 13, Tab: 9, Shift: 16, Alt: 18 };

/** Sends keys; `isLast` says that none will follow them. */
type Send = (keys: readonly KeyPress[], isLast?: boolean) => Promise<void>;

/** Plugs a scanner into a page: what it sends arrives as trusted keys, each at its own time. */
export async function plugIn(page: Page): Promise<Send> {
  const cable = await page.context().newCDPSession(page);
  return async (keys, isLast = false) => {
    // Everything is under way before the first answer: this machine may be busy, and a scanner never waits.
    const began = Date.now() / 1000;
    const first = keys[0]?.at ?? 0;
    await Promise.all(keys.map((press) => send(cable, press, began + (press.at - first) / 1000)));
    if (isLast) return;
    // Whatever comes next is later than the last key also by the keys' own time.
    await wait(Math.max(0, began * 1000 + (keys.at(-1)?.at ?? 0) - first - Date.now()));
  };
}

async function send(cable: CDPSession, press: KeyPress, timestamp: number): Promise<void> {
  const { key, code, isShifted, isCommand, isAlt, isUp } = press;
  const isComposed = key === 'Process';
  const text = key === 'Enter' ? '\r' : Array.from(key).length === 1 && !isCommand ? key : undefined;
  await cable.send('Input.dispatchKeyEvent', {
    type: isUp ? 'keyUp' : text === undefined ? 'rawKeyDown' : 'keyDown',
    key,
    code,
    timestamp,
    modifiers: (isAlt ? 1 : 0) + (isCommand ? 2 : 0) + (isShifted ? 8 : 0),
    windowsVirtualKeyCode: isComposed ? COMPOSED : (KEY_CODES[key] ?? key.toUpperCase().charCodeAt(0)),
    ...(text !== undefined && !isUp && { text }),
  });
}
