import { expect, type Page } from '@playwright/test';
import { chosenOf } from '../thorough.ts';

/** A window of 1280 by 1024 at 400% (WCAG 1.4.10). */
export const ZOOMED = { width: 320, height: 256 };

/** What has the focus: its words, and whether it is seen whole or at its middle, in front of all else, with a ring around it; and whether it had it before on this way back, and something else since: a field for a date has it at each of its parts. */
type Stop = {
  readonly words: string;
  readonly isSeen: boolean;
  readonly isRinged: boolean;
  readonly isAgain: boolean;
};

/** What a page notes of a walk: how it looks at what has the focus, and what it saw after each press; null where nothing had it. */
type Walk = {
  walk?: {
    look(): Stop | null;
    seen: WeakSet<Element>;
    last: Element | null;
    stops: (Stop | null)[];
  };
};

/** Makes a page look at what has the focus whenever a key has been let go, once it has done what the key does; a new walk begins. */
function beginWalk(page: Page): Promise<void> {
  return page.evaluate(() => {
    const noted = window as Walk;
    if (noted.walk !== undefined) {
      Object.assign(noted.walk, { seen: new WeakSet(), last: null, stops: [] });
      return;
    }
    const look = (): Stop | null => {
      const one = document.activeElement;
      if (one === null || one === document.body) return null;
      // A link that makes a whole card one place to press has its ring around the card.
      const isRinged = (element: Element) => {
        const around = [
          getComputedStyle(element),
          getComputedStyle(element, '::after'),
          getComputedStyle(element.closest('.card, .lesson-card') ?? element),
        ];
        return around.some(({ outlineStyle }) => outlineStyle !== 'none');
      };
      const { left, top, width, height } = one.getBoundingClientRect();
      const [x, y] = [left + Math.min(width, innerWidth) / 2, top + height / 2];
      const front = document.elementFromPoint(x, y);
      const isSeen = front !== null && (one.contains(front) || front.contains(one));
      const isAgain = walk.seen.has(one) && walk.last !== one;
      walk.seen.add(one);
      walk.last = one;
      const words = (one.textContent ?? '').trim() || one.id;
      return { words, isSeen, isRinged: isRinged(one), isAgain };
    };
    const walk: Required<Walk>['walk'] = { look, seen: new WeakSet(), last: null, stops: [] };
    noted.walk = walk;
    addEventListener('keyup', ({ key }) => key === 'Tab' && walk.stops.push(look()), true);
  });
}

/** What has the focus now. */
function focused(page: Page): Promise<Stop | null> {
  return page.evaluate(() => (window as Walk).walk?.look() ?? null);
}

/** What had the focus after each of so many presses: the page is asked once for all of them. */
async function stopsOf(
  page: Page,
  key: 'Tab' | 'Shift+Tab',
  presses: number,
): Promise<readonly (Stop | null)[]> {
  for (let press = 0; press < presses; press += 1) await page.keyboard.press(key);
  const stops = await page.evaluate(() => (window as Walk).walk?.stops.splice(0) ?? []);
  expect(stops).toHaveLength(presses);
  return stops;
}

/** The windows in which a bar that stays could lie on what has the focus (WCAG 2.4.11): a laptop, a phone upright and on its side, and 400%. */
export const WINDOWS = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
  { width: 740, height: 360 },
  ZOOMED,
] as const;

/** All of them in a thorough run. Else the smallest, in which a bar covers most, and for the pages that have bars of their own the laptop’s, too. */
export function windowsOf(path: string): readonly (typeof WINDOWS)[number][] {
  const hasBars = path.startsWith('present/') || path.startsWith('read/');
  return chosenOf(WINDOWS, (size) => size === ZOOMED || (hasBars && size === WINDOWS[0]));
}

/** How far a page can be scrolled sideways, in px. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Goes through a page by the Tab key, and back by Shift and Tab: everything that can be pressed is reached, seen and ringed both ways, and after the last one the page is left. Of radio buttons one is reached, as browsers do. */
export async function walkByKeys(
  page: Page,
  pressable = 'a:visible, button:visible',
): Promise<void> {
  const wanted = await page.locator(pressable).count();
  // An address that names a place in the page begins there.
  await page.locator('.skip').focus();
  await beginWalk(page);
  const all = [await focused(page), ...(await stopsOf(page, 'Tab', wanted))];
  const hidden = all.slice(0, wanted).filter((stop) => stop?.isSeen !== true || !stop.isRinged);
  expect(hidden).toEqual([]);
  // A browser without a frame of its own may go on at the page's beginning.
  const after = all.at(-1) ?? null;
  expect(after === null || after.isAgain).toBe(true);
  expect(await walkBackByKeys(page)).toBe(wanted);
}

/** So many presses at a time: after the page's beginning, which no one knows beforehand, they go round once more. */
const AT_A_TIME = 10;

/** Goes back through a page by Shift and Tab, from below its end to its beginning: each stop is seen and ringed. Gives back how many there were. */
export async function walkBackByKeys(page: Page): Promise<number> {
  // An address that names a place in the page would begin there.
  await beginWalk(page);
  await page.evaluate(() => {
    const end = Object.assign(document.createElement('span'), { id: 'walk-end', tabIndex: -1 });
    document.body.append(end);
    end.focus();
    addEventListener('keyup', () => end.remove(), { once: true, capture: true });
  });
  const stops: Stop[] = [];
  for (;;) {
    for (const stop of await stopsOf(page, 'Shift+Tab', AT_A_TIME)) {
      // A browser without a frame of its own may go on at the page's end.
      if (stop === null || stop.isAgain) return stops.length;
      expect(stop).toEqual({ ...stop, isSeen: true, isRinged: true });
      stops.push(stop);
    }
  }
}

/** Goes through a form by the Tab key, and back by Shift and Tab: each stop is seen and ringed both ways, and all that can be pressed or filled in is reached, of a group of radio buttons one. Gives back what was reached, in its order, by its id where it has one. */
export async function walkFormByKeys(page: Page): Promise<readonly string[]> {
  await page.locator('.skip').focus();
  await beginWalk(page);
  const reached: string[] = [];
  for (let stop = await focused(page); stop !== null; stop = await focused(page)) {
    expect(stop).toEqual({ ...stop, isSeen: true, isRinged: true });
    // A date is one field with several stops.
    reached.push(
      await page.evaluate(() => {
        document.activeElement?.setAttribute('data-reached', '');
        return document.activeElement?.id || (document.activeElement?.textContent ?? '').trim();
      }),
    );
    await page.keyboard.press('Tab');
  }
  const missed = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary'),
    ];
    const open = all.filter(
      (one) => one.checkVisibility() && !one.matches(':disabled, [inert] *, [tabindex="-1"]'),
    );
    const isReached = (one: HTMLElement): boolean => {
      const group =
        one instanceof HTMLInputElement && one.type === 'radio'
          ? document.getElementsByName(one.name)
          : [one];
      return [...group].some((other) => other.hasAttribute('data-reached'));
    };
    return open.filter((one) => !isReached(one)).map((one) => one.outerHTML);
  });
  expect(missed).toEqual([]);
  expect(await walkBackByKeys(page)).toBe(reached.length);
  return [...new Set(reached)];
}
