import type { Browser, Page } from '../../print/browser.ts';

/** A device that a school still has: six times slower than this machine. */
const THROTTLE = 6;
const SETTLED_MS = 400;

/** What a visit is to: an address, the size of the window where it is not the usual one, and what else the page gets before it is opened. */
type SlowVisit = {
  readonly address: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly prepare: (page: Page) => Promise<unknown>;
};

/**
 * A first visit on a slow device, from a page of the same site where nothing is: as people come from the page before. A browser that is opened
 * has an empty page in a process that it may go on with for one address and not for another: a page that its server sets apart from other
 * windows (`cross-origin-opener-policy`) begins with a new process, and an empty page with that header takes twice the time of one without.
 * That is the browser’s doing, before there is anything of a page.
 */
export async function visitSlowly<Seen>(
  browser: Browser,
  { address, viewport, prepare }: SlowVisit,
  look: (page: Page) => Promise<Seen>,
): Promise<Seen> {
  const context = await browser.newContext(viewport && { viewport });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await page.goto(new URL('/nothing-here/', address).href);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await prepare(page);
    // What a new window starts of its own, and the last one leaves behind, is over by then.
    await page.waitForTimeout(SETTLED_MS);
    return await look(page);
  } finally {
    await context.close();
  }
}

/** The same address by the name that another has of this machine: what a browser does to find `localhost` is no page’s. */
export function underNameOf(address: string, other: string): string {
  const url = new URL(address);
  url.hostname = new URL(other).hostname;
  return url.href;
}
