import type { SourceLine } from '../document/source-line.ts';
import { isDeckField } from './deck-fields.ts';
import type { Foreign, Importer } from './importer.ts';
import { isMarp } from './marp.ts';
import { partAtAnyRule, rewriteWith } from './parting.ts';
import { hasSeparators } from './separators.ts';
import {
  isLikelyForTeacher,
  isSurelyForTeacher,
  sentencesOfLearners,
} from '../document/teacher-words.ts';
import { rewriteLines, type Prose } from './walk.ts';
import { readBlockHeading } from '../document/block-heading.ts';
import { closesCode, codeOpening, type CodeMark } from '../document/code-blocks.ts';
import { callsItselfPlan } from './plan/teachers-own.ts';

/** A deck whose author parts slides, with `---` or as Marp does, and whose headings part nothing: the first of a slide is its own. */
export const handParted: Importer = {
  name: 'decks parted by hand',
  recognises: (text) =>
    isMarp(text) ||
    (((isDeck(text) && isParted(text)) || isHandParted(text.lines)) && !isTeachersPlan(text.lines)),
  rewrite: (text) =>
    rewriteWith(text, () => ({ prose: isMarp(text) ? partAtAnyRule : partBelowText(text.lines) }), {
      headings: [],
      notesEndAtRules: isParted(text),
    }),
};

// Where `#` makes the headings, dashes right below words part slides, and make no heading of them.
function partBelowText(lines: readonly SourceLine[]): (line: Prose) => readonly string[] {
  const headed = lines.filter(({ text }) => /^ {0,3}#{1,6}[ \t]/.test(text)).length > 1;
  return ({ text, around, at }) =>
    headed &&
    isAboveHeading(lines, at) &&
    !around.notes &&
    around.above.paragraph > 0 &&
    /^ {0,3}-{3,4}[ \t]*$/.test(text)
      ? ['', text]
      : [text];
}

/** True where rules part slides, or what the head of a deck says does. */
export function isParted({ fields, lines }: Foreign): boolean {
  return hasSeparators(fields) || lines.some(({ text }) => /^ {0,3}-{3,}[ \t]*$/.test(text));
}

function isDeck({ fields, lines }: Foreign): boolean {
  return (
    [...fields.keys()].some(isDeckField) ||
    lines.some(({ text }) =>
      /<!--\s*(?:\.(?:slide|element)\b|[_$]?(?:class|paginate|backgroundColor|backgroundImage)\s*:)|^layout: |^\s*<(?:grid\b[^<>]{0,200}\bdrag=|split\b[^<>]{0,200}\b(?:even|gap|left|right|wrap|no-margin)\b)/.test(
        text,
      ),
    )
  );
}

// A plan may well have a rule between its sections: what it says of a class stands in no notes. What slides for those who learn to teach say of a class makes them no plan, unless the text says that it is one.
function isTeachersPlan(lines: readonly SourceLine[]): boolean {
  const isForTeacher = (text: string) => isSurelyForTeacher(text) || isLikelyForTeacher(text);
  if (!lines.some(({ text }) => isForTeacher(text) || sentencesOfLearners(text) > 0)) return false;
  let [found, ofLearners] = [0, 0];
  const prose = ({ text, around }: Prose) => {
    if (!around.notes && isForTeacher(text)) found += 1;
    else if (!around.notes) ofLearners += sentencesOfLearners(text);
    return [text];
  };
  rewriteLines(lines, { prose });
  return found > 1 || (found + ofLearners > 0 && saysThatItIsPlan(lines));
}

function saysThatItIsPlan(lines: readonly SourceLine[]): boolean {
  const [first] = lines.filter(({ text }) => text.trim() !== '');
  return (
    callsItselfPlan(first?.text ?? '') ||
    lines.some(({ text }) => /\bthis (?:lesson|unit|session) plan\b/i.test(text))
  );
}

// True where an author has parted slides with `---`, so that nearly each part begins with its one heading: then a further heading is the slide's own, as in every deck tool. A plan with rules between its sections is none.
function isHandParted(lines: readonly SourceLine[]): boolean {
  let [parts, led, further, fresh]: [number, number, number, boolean] = [0, 0, 0, true];
  // Of the part that is read, and how many parts have one heading, wherever it stands.
  let [headings, single] = [0, 0];
  let code: CodeMark | undefined;
  let above = '';
  for (const [at, { text }] of lines.entries()) {
    const heading = /^ {0,3}#{1,3}[ \t](.*)$/.exec(text)?.[1];
    if (code !== undefined) code = closesCode(text, code) ? undefined : code;
    else if (/^ {0,3}-{3,}v?[ \t]*$/.test(text)) {
      // A line of dashes between words and a heading with its mark is no line under a heading.
      if (isParagraph(above) && !isAboveHeading(lines, at)) further += 1;
      else {
        if (headings === 1) single += 1;
        headings = 0;
        fresh = true;
      }
    } else if (text.trim() !== '' && !text.trimStart().startsWith('<!--')) {
      if (heading !== undefined && typeof readBlockHeading(heading) === 'object') return false;
      if (heading !== undefined) headings += 1;
      if (heading !== undefined && fresh) led += 1;
      else if (heading !== undefined) further += 1;
      if (fresh) parts += 1;
      fresh = false;
      code = codeOpening(text);
    }
    above = text;
  }
  if (headings === 1) single += 1;
  return parts >= 3 && further <= parts && (led >= parts * 0.6 || single === parts);
}

function isAboveHeading(lines: readonly SourceLine[], at: number): boolean {
  const below = lines.slice(at + 1, at + 4).find(({ text }) => text.trim() !== '');
  return below !== undefined && /^ {0,3}#{1,6}[ \t]/.test(below.text);
}

// A `---` under it makes a heading of it.
function isParagraph(text: string): boolean {
  return text.trim() !== '' && !/^\s*(?:[-*+>|<#`~:]|\d+[.)])/.test(text);
}
