import type { SourceLine } from '../document/source-line.ts';
import { isDeckField } from './deck-fields.ts';
import type { Foreign, Importer } from './importer.ts';
import { isMarp } from './marp.ts';
import { partAtAnyRule, rewriteWith } from './parting.ts';
import { hasSeparators } from './separators.ts';
import { readBlockHeading } from '../document/block-heading.ts';
import { closesCode, codeOpening, type CodeMark } from '../document/code-blocks.ts';

/** A deck whose author parts slides, with `---` or as Marp does, and whose headings part nothing: the first of a slide is its own. */
export const handParted: Importer = {
  name: 'decks parted by hand',
  recognises: (text) =>
    isMarp(text) || (isDeck(text) && isParted(text)) || isHandParted(text.lines),
  rewrite: (text) =>
    rewriteWith(text, () => ({ prose: isMarp(text) ? partAtAnyRule : ({ text: own }) => [own] }), {
      headings: [],
      notesEndAtRules: isParted(text),
    }),
};

/** True where rules part slides, or what the head of a deck says does. */
export function isParted({ fields, lines }: Foreign): boolean {
  return hasSeparators(fields) || lines.some(({ text }) => /^ {0,3}-{3,}[ \t]*$/.test(text));
}

function isDeck({ fields, lines }: Foreign): boolean {
  return (
    [...fields.keys()].some(isDeckField) ||
    lines.some(({ text }) =>
      /<!--\s*(?:\.(?:slide|element)\b|[_$]?(?:class|paginate|backgroundColor|backgroundImage)\s*:)|^layout: /.test(
        text,
      ),
    )
  );
}

// True where an author has parted slides with `---`, so that nearly each part begins with its one heading: then a further heading is the slide's own, as in every deck tool. A plan with rules between its sections is none.
function isHandParted(lines: readonly SourceLine[]): boolean {
  let [parts, led, further, fresh]: [number, number, number, boolean] = [0, 0, 0, true];
  let code: CodeMark | undefined;
  let above = '';
  for (const { text } of lines) {
    const heading = /^ {0,3}#{1,3}[ \t](.*)$/.exec(text)?.[1];
    if (code !== undefined) code = closesCode(text, code) ? undefined : code;
    else if (/^ {0,3}-{3,}v?[ \t]*$/.test(text)) {
      if (isParagraph(above)) further += 1;
      else fresh = true;
    } else if (text.trim() !== '' && !text.trimStart().startsWith('<!--')) {
      if (heading !== undefined && typeof readBlockHeading(heading) === 'object') return false;
      if (heading !== undefined && fresh) led += 1;
      else if (heading !== undefined) further += 1;
      if (fresh) parts += 1;
      fresh = false;
      code = codeOpening(text);
    }
    above = text;
  }
  return parts >= 3 && led >= parts * 0.6 && further <= parts;
}

// A `---` under it makes a heading of it.
function isParagraph(text: string): boolean {
  return text.trim() !== '' && !/^\s*(?:[-*+>|<#`~:]|\d+[.)])/.test(text);
}
