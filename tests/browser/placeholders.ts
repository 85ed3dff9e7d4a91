import type { Page } from '@playwright/test';

/** The names in braces, `{pupils}`, that are left in what a person reads or hears of a page, or of a part of it. Code and formulas have braces of their own. */
export function placeholdersIn(page: Page, part = 'html'): Promise<readonly string[]> {
  return page.evaluate((place) => {
    const own = 'script, style, template, noscript, pre, code, math, textarea, .cm-editor';
    const attributes = ['aria-label', 'title', 'placeholder', 'alt'];
    const parts = [...document.querySelectorAll(place)];
    const texts = parts.flatMap((root) => {
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const read: string[] = [];
      while (walk.nextNode() !== null) {
        const node = walk.currentNode;
        if (node.parentElement?.closest(own) === null) read.push(node.nodeValue ?? '');
      }
      const named = [root, ...root.querySelectorAll('*')].flatMap((one) =>
        attributes.flatMap((name) => one.getAttribute(name) ?? []),
      );
      return [...read, ...named];
    });
    return texts.flatMap((text) => text.match(/\{\p{L}[\p{L}’ ]*\}/gu) ?? []);
  }, part);
}
