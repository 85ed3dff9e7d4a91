import type { SourceLine } from '../../poll/question.ts';
import { NOTHING_ABOVE } from '../paragraph.ts';
import { warn, type Scan } from '../scan-state.ts';

/** Takes the line that starts a column, `::right::`: what follows stands below what came before. */
export function slotRule(scan: Scan, line: SourceLine): boolean {
  const [, name] = /^\s*::\s*([\w-]+)\s*::\s*$/.exec(line.text) ?? [];
  if (name === undefined) return false;
  scan.parts.push({ type: 'text', to: scan.notes ? 'notes' : 'body', text: '', line: line.line });
  scan.above = NOTHING_ABOVE;
  if (/^notes?$/i.test(name)) scan.notes = true;
  else {
    warn(scan, line, {
      code: 'left-out',
      message: `“::${name}::” is left out: columns stand one below the other; use a table where they belong side by side`,
    });
  }
  return true;
}

/** Takes out what makes things appear one after the other: `<v-click>`, `<div v-click>`. */
export function slidevClicks(scan: Scan, line: SourceLine): string {
  const { text } = line;
  if (!text.includes('v-')) return text;
  const words = text.replaceAll(/<\/?v-(?:clicks?|after|switch|drag|mark)\b[^<>]{0,400}>/g, '');
  const [, tag, attribute] = /<(v-[a-z]+)|<[a-z][^<>]{0,400}\s(v-(?:clicks?|after|motion|mark))\b/.exec(text) ?? [];
  const found = tag ?? attribute;
  if (found !== undefined) {
    warn(scan, line, {
      code: 'left-out',
      message: `“${found.slice(0, 60)}” is left out: all of the slide shows at once; put what comes later on a slide of its own`,
    });
  }
  return words.trim() === '' ? '' : words;
}
