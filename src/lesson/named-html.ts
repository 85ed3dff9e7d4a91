import { IN_BRACES } from '../document/braces.ts';
import { drawValue, escapeHtml, type Html, type Pen, type Value } from '../text/html.ts';
import { fillWords, nameOf, type Names } from './names.ts';

/**
 * HTML with the characters' names in it, each in a `<span data-character="Sam">`, so that a page can change it; code stays as it is.
 * An attribute keeps what it was made from beside it: `alt="Kit types" data-named-alt="{Sam} types"`.
 */
export function drawNamed(html: Html, names: Names): string {
  return drawValue(html, namingPen(names));
}

// What a template's own words end in where a value stands in an attribute.
const BEGUN = / ([a-z-]+)="([^"]*)$/;

type Begun = { readonly name: string; readonly raw: string; readonly filled: string };

function namingPen(names: Names): Pen {
  const pen: Pen = (strings, values) => {
    let made = '';
    let begun: Begun | null = null;
    for (const [at, own] of strings.entries()) {
      let rest = own;
      if (begun !== null) {
        const end = own.indexOf('"');
        const inside = end < 0 ? own : own.slice(0, end);
        begun = add(begun, inside, inside);
        if (end < 0) rest = '';
        else {
          made += attributeHtml(begun);
          rest = own.slice(end);
          begun = null;
        }
      }
      const [, name, first = ''] = BEGUN.exec(rest) ?? [];
      if (name !== undefined) begun = { name, raw: first, filled: first };
      made += rest.slice(0, rest.length - first.length);
      const value = values[at];
      if (begun === null) made += drawValue(value, pen, (words) => nameWords(words, names));
      else begun = add(begun, plain(value), plain(value, names));
    }
    return made;
  };
  return pen;
}

function add({ name, raw, filled }: Begun, more: string, moreFilled: string): Begun {
  return { name, raw: raw + more, filled: filled + moreFilled };
}

// The quotes round both of them stand in the template already.
function attributeHtml({ name, raw, filled }: Begun): string {
  return filled === raw ? filled : `${filled}" data-named-${name}="${raw}`;
}

function plain(value: Value, names: Names = {}): string {
  const write = (words: string) => escapeHtml(fillWords(words, names));
  const pen: Pen = (strings, values) =>
    strings.map((own, at) => own + drawValue(values[at], pen, write)).join('');
  return drawValue(value, pen, write);
}

function nameWords(words: string, names: Names): string {
  if (!words.includes('{')) return escapeHtml(words);
  const parts = words.split(IN_BRACES).map((part, at) => {
    if (at % 2 === 0) return escapeHtml(part);
    const name = nameOf(names, part);
    if (name === undefined) return escapeHtml(`{${part}}`);
    return `<span data-character="${escapeHtml(part)}">${escapeHtml(name)}</span>`;
  });
  return parts.join('');
}
