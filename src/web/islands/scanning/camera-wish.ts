import { remember, remembered } from './remembered.ts';

const WISH = 'camera';

export const rememberWish = (isWanted: boolean): void => remember(WISH, isWanted ? 'on' : 'off');

/**
 * Whether the camera opens with the page. Who opened it last time wants it again; who closed it does not. Of a device that
 * was never asked, only a phone that is already allowed opens it: nobody is to meet a question, or a light, at a desk.
 */
export async function mayOpenByItself(): Promise<boolean> {
  const wish = remembered(WISH);
  if (wish === 'off') return false;
  const permission = await permissionNow();
  if (permission === 'denied') return false;
  return wish === 'on' || (permission === 'granted' && matchMedia('(pointer: coarse)').matches);
}

async function permissionNow(): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state;
  } catch {
    // Not every browser tells about cameras.
    return undefined;
  }
}
