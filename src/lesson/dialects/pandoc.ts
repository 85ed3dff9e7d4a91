import type { Field } from '../../film/yaml-map.ts';
import type { SourceLine } from '../../document/source-line.ts';
import { outsideCode } from '../../document/code-blocks.ts';
import { pushHeading } from '../heading-rule.ts';
import { pushText, warn, type Scan } from '../scan-state.ts';

/** The levels of heading that part slides in a deck of Quarto or pandoc; null for any other. */
export function pandocHeadings(
  fields: Fields,
  lines: readonly SourceLine[],
): readonly number[] | null {
  const isQuarto = SLIDES.test(wordsOf(fields, 'format'));
  const first = lines.find(({ text }) => text.trim() !== '')?.text ?? '';
  const isDeck =
    isQuarto ||
    LEVELS.some((name) => fields.has(name)) ||
    SLIDES.test(wordsOf(fields, 'output')) ||
    /^% \S/.test(first);
  if (!isDeck) return null;
  const written = LEVELS.map((name) => Number(wordsOf(fields, name))).find((level) => level > 0);
  const maxLevel = written ?? (isQuarto ? 2 : firstFilled(lines));
  return [1, 2, 3].filter((level) => level <= maxLevel);
}

type Fields = ReadonlyMap<string, Field>;

const LEVELS: readonly string[] = ['slide-level', 'slideLevel', 'slide_level'];

const SLIDES = /reveal|beamer|slidy|slideous|\bs5\b|dzslides|pptx|powerpoint|ioslides|presentation/;

function wordsOf(fields: Fields, name: string): string {
  const value = fields.get(name)?.value;
  return value === undefined || value === null ? '' : String(value).slice(0, 1000);
}

// Pandoc parts slides at the highest heading that has words of its own below it.
function firstFilled(lines: readonly SourceLine[]): number {
  const written = outsideCode(lines).filter(({ text }) => text.trim() !== '');
  const filled = written.flatMap(({ text }, at) => {
    const [, marks] = /^(#{1,6})[ \t]/.exec(text) ?? [];
    const below = written[at + 1]?.text;
    return marks === undefined || below === undefined || /^#{1,6}[ \t]/.test(below)
      ? []
      : [marks.length];
  });
  return filled.reduce((min, level) => Math.min(min, level), 6);
}

/** A title block stands within so many lines. */
const TOP = 12;

/** Takes what pandoc and Quarto write on lines of their own: a title block, `. . .` and commands of LaTeX. */
export function pandocRule(scan: Scan, { text, line }: SourceLine): boolean {
  if (scan.habits.tool !== 'pandoc') return false;
  const [, title] = scan.parts.length < TOP ? (/^% (\S.*)$/.exec(text) ?? []) : [];
  if (
    title !== undefined &&
    scan.parts.every(
      (part) => part.type !== 'text' || part.to === 'notes' || part.text.trim() === '',
    )
  ) {
    if (!scan.parts.some(({ type }) => type === 'heading')) {
      pushHeading(scan, { level: 1, text: title, line, raw: [{ text, line }] });
    } else scan.parts.push({ type: 'text', to: 'notes', text: title, line });
    return true;
  }
  if (/^\s*\.[ \u00a0]\.[ \u00a0]\.\s*$/.test(text)) {
    warn(
      scan,
      { text, line },
      {
        code: 'left-out',
        message:
          '“. . .” is left out: all of the slide shows at once; put what comes later between “::: reveal” and “:::”',
      },
    );
    return pushText(scan, { text: '', line });
  }
  if (/^\\(?:pause|newpage|centerline|framesubtitle|begin|end|vspace|bigskip)\b/.test(text)) {
    const message = `“${text.trim().slice(0, 60)}” is left out: parts of other tools are not read; write what the class needs in words, or as a picture`;
    warn(scan, { text, line }, { code: 'left-out', message });
    return pushText(scan, { text: '', line });
  }
  return false;
}

/** Words without the classes that pandoc writes behind them, `[words]{.red}`, `![A phone](phone.svg){width=50%}`. */
export function pandocWords(_: Scan, { text }: SourceLine): string {
  if (!text.includes(']{') && !text.includes('){')) return text;
  return text
    .replaceAll(/\[([^[\]]{0,500})\]\{[.#][^{}]{0,1000}\}/g, '$1')
    .replaceAll(/(\]\([^()]{0,500}\))\{[^{}]{0,1000}\}/g, '$1');
}
