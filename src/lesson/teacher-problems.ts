import { codeOpening, closesCode, type CodeMark } from '../document/code-blocks.ts';
import type { Problem } from '../document/problem.ts';
import { mayBeStepShown, wholeDrawnInParts } from '../document/teacher-words.ts';
import { FOR_CLASS, FOR_TEACHER } from '../document/audience-marks.ts';
import type { Part } from './part.ts';
import { NO_MEMORY, type ReadMemory } from './read-memory.ts';

type Text = Part & { readonly type: 'text' };

/** What the class would see though it can only be for the teacher: nothing moves by itself, its author says which. In another tool's deck it is advice. */
export function teacherProblems(
  parts: readonly Part[],
  severity: 'error' | 'warning',
  memory: ReadMemory = NO_MEMORY,
): readonly Problem[] {
  return slidesIn(parts).flatMap((slide) => {
    const isBeforeClass = beforeClassOn(slide, memory);
    return groupsIn(slide).flatMap((group) => {
      const found = group.map((part) => isForTeacher(part, isBeforeClass, memory));
      // Steps of what a teacher shows are each for the teacher.
      const isShown = found.includes(true);
      return group.flatMap(({ text, line }, at): readonly Problem[] => {
        const isSure = found[at] === true || (isShown && mayBeStepShown(text));
        // A slide of another tool's deck may well say what a slide hardly ever says.
        if (!isSure && (severity !== 'error' || !memory.isSeldomForClass(text))) return [];
        const message = `“${text.trim().slice(0, 60)}” reads like words for the teacher, but the class sees it: it needs a line “${FOR_TEACHER}” above it, or “${FOR_CLASS}” if the class is to read it`;
        const weight = isSure ? severity : 'warning';
        return [{ code: 'words-for-teacher', severity: weight, line, column: 1, message }];
      });
    });
  });
}

/** A thing that the class may have before it, “tree”. */
type IsBeforeClass = (thing: string) => boolean;

function isForTeacher(
  { text }: Text,
  isBeforeClass: IsBeforeClass,
  { isSurelyForTeacher }: ReadMemory,
): boolean {
  if (isSurelyForTeacher(text)) return true;
  const whole = wholeDrawnInParts(text);
  return whole !== undefined && !isBeforeClass(whole);
}

/** More things than are drawn on one slide: a text of nothing else is not searched for each. */
const MAX_THINGS = 20;

// “A tree”, “your tree”: what the class has on its slide or its paper it can draw the top of; and where it draws step by step, it began with something.
function beforeClassOn(slide: readonly Part[], { isSurelyForTeacher }: ReadMemory): IsBeforeClass {
  const known = new Map<string, boolean>();
  let lines: readonly string[] | undefined;
  return (thing) => {
    const name = thing.toLowerCase();
    const before = known.get(name);
    if (before !== undefined || known.size > MAX_THINGS) return before ?? false;
    lines ??= slide.flatMap((part) =>
      part.type === 'heading' || (part.type === 'text' && part.to === 'body') ? [part.text] : [],
    );
    const found = new RegExp(
      `\\b(?:an?|your|our|one|each|every|another|two) (?:[\\p{L}-]+ ){0,3}${name}`,
      'iu',
    );
    const isBefore = lines.some(
      (text) => found.test(text) || (BEGINS.test(text) && !isSurelyForTeacher(text)),
    );
    known.set(name, isBefore);
    return isBefore;
  };
}

const BEGINS =
  /^\s*(?:[-*+•]\s+|\d{1,3}[.)]\s+)?(?:first,? )?(?:draw|sketch|start with|begin with|make) (?:an?|one|two|three|some|your)\b/i;

// The parts of each slide: no other slide is before the class while it reads this one.
function slidesIn(parts: readonly Part[]): readonly (readonly Part[])[] {
  const slides: Part[][] = [[]];
  for (const part of parts) {
    if (part.type === 'break' || (part.type === 'heading' && part.splits)) slides.push([]);
    slides.at(-1)?.push(part);
  }
  return slides;
}

const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s/;

// The lists and paragraphs that the class sees of a slide, without code and what a comment has decided.
function groupsIn(slide: readonly Part[]): readonly (readonly Text[])[] {
  const groups: Text[][] = [];
  let code: CodeMark | undefined;
  let group: Text[] = [];
  let isBlank = false;
  for (const part of slide) {
    if (part.type !== 'text' || part.to !== 'body') {
      code = undefined;
      group = [];
      continue;
    }
    const wasCode = code !== undefined;
    if (code === undefined) code = codeOpening(part.text);
    else if (closesCode(part.text, code)) code = undefined;
    if (wasCode || code !== undefined || part.sure === true) {
      group = [];
    } else if (part.text.trim() === '') {
      isBlank = true;
    } else {
      const goesOn = !isBlank || (ITEM.test(part.text) && ITEM.test(group[0]?.text ?? ''));
      if (group.length === 0 || !goesOn) {
        group = [];
        groups.push(group);
      }
      group.push(part);
      isBlank = false;
    }
  }
  return groups;
}

/** Gives problems of a text what puts them right in one press, where that is a line above another. */
export function withQuickFixes(text: string): (problem: Problem) => Problem {
  let found: readonly number[] | undefined;
  const starts = () => (found ??= startsOf(text));
  const startOf = (line: number) => starts()[line - 1] ?? text.length;
  return (problem) => {
    const { code, line } = problem;
    if (code === 'words-for-teacher' || code === 'section-or-slide') {
      const at = startOf(line);
      // They stand in another file, which this line names.
      if (/^src ?:/.test(text.slice(at, at + 5))) return problem;
      const end = lineEndOf(text);
      return {
        ...problem,
        fixes: [
          {
            label: code === 'section-or-slide' ? 'It is for the teacher' : 'Make it a note',
            ...{ from: at, to: at, insert: `${FOR_TEACHER}${end}` },
          },
          { label: 'The class sees it', from: at, to: at, insert: `${FOR_CLASS}${end}` },
        ],
      };
    }
    if (code === 'front-matter' && problem.message.includes('hold “: ”')) {
      const at = startOf(line);
      const [, name = '', value] =
        /^([ \t]*-[ \t]+|[^:"'\r\n]{1,60}:[ \t]+)([^"'\s][^\r\n]*\S)/.exec(
          text.slice(at, at + MAX_FIELD),
        ) ?? [];
      if (value === undefined) return problem;
      const from = at + name.length;
      const insert = `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
      const to = from + value.length;
      return { ...problem, fixes: [{ label: 'Put quotes round it', from, to, insert }] };
    }
    if (code !== 'text-above-rule') return problem;
    for (let below = line + 1; below <= line + FAR; below += 1) {
      const at = startOf(below);
      if (!/^ {0,3}-{2,4}[ \t]*[\r\n]?$/.test(text.slice(at, startOf(below + 1)).trimEnd())) {
        continue;
      }
      const insert = lineEndOf(text);
      return { ...problem, fixes: [{ label: 'Blank line above', from: at, to: at, insert }] };
    }
    return problem;
  };
}

/** Longer than a line of the head that one press corrects. */
const MAX_FIELD = 500;

/** More lines than a heading has that is written over a line of dashes. */
const FAR = 20;

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

// Where each line begins, in characters from the start of the file.
function startsOf(text: string): readonly number[] {
  const ends = [...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length);
  return [text.startsWith('\uFEFF') ? 1 : 0, ...ends];
}
