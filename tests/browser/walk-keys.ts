import { expect, type Page } from '@playwright/test';
import { chosenOf } from '../thorough.ts';

/** A window of 1280 by 1024 at 400% (WCAG 1.4.10). */
export const ZOOMED = { width: 320, height: 256 };

/** What has the focus: its words, and whether it is seen whole or at its middle, in front of all else, with a ring around it; and whether it had it before on this way back, and something else since: a field for a date has it at each of its parts. */
function focused(page: Page) {
  return page.evaluate(() => {
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
    const walked = ((window as Walk).walked ??= { seen: new WeakSet(), last: null });
    const isAgain = walked.seen.has(one) && walked.last !== one;
    walked.seen.add(one);
    walked.last = one;
    const words = (one.textContent ?? '').trim() || one.id;
    return { words, isSeen, isRinged: isRinged(one), isAgain };
  });
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
  for (let press = 0; press < wanted; press += 1) {
    if (press > 0) await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ isSeen: true, isRinged: true });
  }
  await page.keyboard.press('Tab');
  // A browser without a frame of its own may go on at the page's beginning.
  const after = await focused(page);
  expect(after === null || after.isAgain).toBe(true);
  expect(await walkBackByKeys(page)).toBe(wanted);
}

/** Goes back through a page by Shift and Tab, from below its end to its beginning: each stop is seen and ringed. Gives back how many there were. */
export async function walkBackByKeys(page: Page): Promise<number> {
  // An address that names a place in the page would begin there.
  await page.evaluate(() => {
    const end = Object.assign(document.createElement('span'), { id: 'walk-end', tabIndex: -1 });
    document.body.append(end);
    end.focus();
    (window as Walk).walked = { seen: new WeakSet(), last: null };
  });
  let stops = 0;
  await page.keyboard.press('Shift+Tab');
  await page.evaluate(() => document.querySelector('#walk-end')?.remove());
  for (let stop = await focused(page); stop !== null; stop = await focused(page)) {
    // A browser without a frame of its own may go on at the page's end.
    if (stop.isAgain) break;
    expect(stop).toEqual({ ...stop, isSeen: true, isRinged: true });
    stops += 1;
    await page.keyboard.press('Shift+Tab');
  }
  return stops;
}

/** What a way back has reached so far, in the page. */
type Walk = { walked?: { readonly seen: WeakSet<Element>; last: Element | null } };

/** Goes through a form by the Tab key, and back by Shift and Tab: each stop is seen and ringed both ways, and all that can be pressed or filled in is reached, of a group of radio buttons one. Gives back what was reached, in its order, by its id where it has one. */
export async function walkFormByKeys(page: Page): Promise<readonly string[]> {
  await page.locator('.skip').focus();
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
