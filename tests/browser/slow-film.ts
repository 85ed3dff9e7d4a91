import type { BrowserContext } from '@playwright/test';

/** Has every film of a browser take ten times as long, whatever speed a page sets: what is pressed while one plays comes before its stop on a machine of any speed. */
export async function playFilmsSlowly(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const rate = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'playbackRate');
    Object.defineProperty(HTMLMediaElement.prototype, 'playbackRate', {
      get: () => 0.1,
      set(this: HTMLMediaElement, speed: number) {
        rate?.set?.call(this, speed / 10);
      },
    });
  });
}
