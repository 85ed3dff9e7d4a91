import type { SourceLine } from '../../document/source-line.ts';
import { closeFence } from '../fence-rule.ts';
import { fenceHolds } from '../fences.ts';
import { NOTHING_ABOVE } from '../../document/paragraph.ts';
import { slotLine } from './slots.ts';
import { pushText, warn, type Scan } from '../scan-state.ts';

/** Takes the line that starts a column, `::right::`; in notes it parts nothing. */
export function slotRule(scan: Scan, line: SourceLine): boolean {
  if (!line.text.includes('::')) return false;
  const [, name] = /^\s*::\s*([\w-]+)\s*::\s*$/.exec(line.text) ?? [];
  if (name === undefined) return false;
  // A column ends what was open in the one before.
  while (fenceHolds(scan.fences.at(-1)?.word ?? '') === 'part') {
    closeFence(scan, line.line, 'missing');
  }
  const isNotes = /^notes?$/i.test(name);
  const text = scan.notes || isNotes ? '' : slotLine(name);
  scan.parts.push({ type: 'text', to: scan.notes ? 'notes' : 'body', text, line: line.line });
  scan.above = NOTHING_ABOVE;
  scan.notes ||= isNotes;
  return true;
}

/** Takes the line that fetches code from another file, `<<< @/snippets/a.py`, or a part for MDX, `import Part from './part'`. */
export function importRule(scan: Scan, { text, line }: SourceLine): boolean {
  if (!/^\s*<<<[ \t]+\S/.test(text) && !(text.startsWith('import ') && IMPORT.test(text))) {
    return false;
  }
  warn(
    scan,
    { text, line },
    {
      code: 'left-out',
      message: `“${text.trim().slice(0, 60)}” is left out: code of another file is not read; copy it in here`,
    },
  );
  return pushText(scan, { text: '', line });
}

const IMPORT = /^import [\w${},* ]{1,200} from (?:"[^"]{1,200}"|'[^']{1,200}');?\s*$/;

/** Reads `<v-clicks>` on a line of its own as `::: reveal`, and takes out what else makes things appear one after the other: `<div v-click>`. */
export function slidevClicks(scan: Scan, line: SourceLine): string {
  const { text } = line;
  if (!text.includes('v-')) return text;
  if (/^\s*<v-clicks?(?:\s[^<>]{0,400})?>\s*$/.test(text)) return '::: reveal';
  if (/^\s*<\/v-clicks?>\s*$/.test(text) && scan.fences.at(-1)?.word === 'reveal') return ':::';
  const words = text.replaceAll(/<\/?v-(?:clicks?|after|switch|drag|mark)\b[^<>]{0,400}>/g, '');
  const [, tag, attribute] =
    /<(v-[a-z]+)|<[a-z][^<>]{0,400}\s(v-(?:clicks?|after|motion|mark))\b/.exec(text) ?? [];
  const found = tag ?? attribute;
  if (found !== undefined) {
    warn(scan, line, {
      code: 'left-out',
      message: `“${found.slice(0, 60)}” is left out: all of the slide shows at once; put what comes later into “::: reveal”`,
    });
  }
  return words.trim() === '' ? '' : words;
}
