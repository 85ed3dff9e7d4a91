const TAG = /<(\/?)([a-z][a-z\d]*)\b[^>]*>/gi;
const EMPTY = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** A slide's HTML with as many of its steps as are named: what comes later is not in it at all. */
export function shownPart(html: string, step: number): string {
  let [part, from, depth] = ['', 0, 0];
  for (const { 0: tag, 1: end, 2: name = '', index } of html.matchAll(TAG)) {
    if (EMPTY.test(name) || tag.endsWith('/>')) {
      if (depth === 0 && isLater(tag, step)) {
        [part, from] = [part + html.slice(from, index), index + tag.length];
      }
    } else if (depth > 0) {
      depth += end === '' ? 1 : -1;
      if (depth === 0) from = index + tag.length;
    } else if (end === '' && isLater(tag, step)) {
      part += html.slice(from, index);
      depth = 1;
    }
  }
  return depth > 0 ? part : part + html.slice(from);
}

function isLater(tag: string, step: number): boolean {
  return Number(/ data-step="(\d+)"/.exec(tag)?.[1] ?? 0) > step;
}
