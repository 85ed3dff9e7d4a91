/** How many boxes, `.left-column[`, are open. */
export type OpenBoxes = { boxes: number };

// What opens a box, a bracket that is only one, a span of code, and what closes either.
const TOKEN = /(?<![\w\])\\])((?:\.[a-z][\w-]{0,40})+\[)|\\[[\]]|`+|[[\]]/gi;

/** A line without the boxes and classes that remark writes round words, `.red[words]`, `.left-column[` and the `]` that ends it some lines on; within code they stay. */
export function withoutBoxes(around: OpenBoxes, text: string): string {
  if (!text.includes('[') && !text.includes(']')) return text;
  const shown: string[] = [];
  const open: ('box' | 'bracket')[] = [];
  let at = 0;
  let code = '';
  for (const { 0: mark, 1: box, index } of text.matchAll(TOKEN)) {
    if (code !== '' || mark.startsWith('`')) {
      if (mark.startsWith('`')) {
        code =
          code === '' && text.includes(mark, index + mark.length)
            ? mark
            : code === mark
              ? ''
              : code;
      }
      continue;
    }
    if (mark.startsWith('\\')) continue;
    if (mark === '[') open.push('bracket');
    else if (box !== undefined) open.push('box');
    else if (!closes(around, open)) continue;
    if (mark === '[') continue;
    shown.push(text.slice(at, index));
    at = index + mark.length;
  }
  around.boxes += open.filter((one) => one === 'box').length;
  return [...shown, text.slice(at)].join('');
}

// True for a `]` that ends a box, of this line or of one above.
function closes(around: OpenBoxes, open: ('box' | 'bracket')[]): boolean {
  const last = open.pop();
  if (last !== undefined) return last === 'box';
  if (around.boxes === 0) return false;
  around.boxes -= 1;
  return true;
}
