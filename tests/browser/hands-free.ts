import { expect, type Page } from '@playwright/test';

/** Goes on with Tab until the button, link or field of this name has focus; at every step, focus can be seen. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let steps = 0; steps < 30; steps += 1) {
    await page.keyboard.press('Tab');
    const focus = await readFocus(page);
    // Past its last control the browser goes to its own bar, and comes round.
    if (focus === null) continue;
    expect(focus.trouble, focus.name).toBe('');
    if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return;
    passed.push(focus.name);
  }
  throw new Error(`Tab does not lead to ${name}, only to ${passed.join(', ')}`);
}

/** What has focus: its name, and why it cannot be seen, or nothing; null where nothing has. */
async function readFocus(
  page: Page,
): Promise<{ readonly name: string; readonly trouble: string } | null> {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement) || one === document.body) return null;
    const label = one instanceof HTMLInputElement ? one.labels?.[0]?.innerText : undefined;
    const keyLength = one.querySelector<HTMLElement>('kbd')?.innerText.length ?? 0;
    const name =
      one.ariaLabel ?? label ?? one.innerText.slice(0, one.innerText.length - keyLength).trim();
    // A radio inside its label may show focus on the label, a link inside its card on the card.
    const around = [one, one.closest('label'), one.closest('.lesson-card')].filter(
      (part) => part !== null,
    );
    const isOutlined = around.some((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(part);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    const { left, top, width, height } = one.getBoundingClientRect();
    // Out of the window, or under something else, there is another element at its middle, or none.
    const atMiddle = document.elementFromPoint(left + width / 2, top + height / 2);
    const isInSight = around.some((part) => part.contains(atMiddle));
    return {
      name,
      trouble: !isOutlined
        ? 'has focus, and no outline'
        : !isInSight
          ? 'has focus, out of sight'
          : '',
    };
  });
}
