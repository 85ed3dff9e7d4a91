import { readBlockHeading } from '../../document/block-heading.ts';
import { plainWords } from '../../document/plain-words.ts';
import type { Problem } from '../../document/problem.ts';
import {
  isLikelyForTeacher,
  isOfTask,
  isSurelyForTeacher,
  isTask,
} from '../../document/teacher-words.ts';
import { FOR_CLASS } from '../../document/audience-marks.ts';
import type { Part } from '../../lesson/part.ts';
import { bareName } from '../../document/section-names.ts';
import { codeOpening, closesCode } from '../../document/code-blocks.ts';
import { boardTitle } from './board-title.ts';
import { foldHeadings, headingAsNote } from './fold-headings.ts';
import { readLabel } from './plan-labels.ts';
import { askedLines } from './plan-options.ts';
import { hasNotesColumn, questionsForClass } from './plan-questions.ts';
import { isOverWords } from './plan-sections.ts';
import { planName } from './section-names.ts';

/** The parts of a plan, its teacher's words in the notes, and the lines that went there. */
export type Placed = { readonly parts: readonly Part[]; readonly problems: readonly Problem[] };

/** What the class is shown of what stands below a heading or label: all that is to be put on the board, all but words for the teacher, what a class is asked or told, or pictures, tasks and questions alone. */
type Below = 'shown' | 'words' | 'task' | 'nothing';

type Text = Part & { readonly type: 'text' };

const ITEM = /^(\s*)(?:[-*+•|]|\d{1,3}[.)])/;

/** Moves into the notes what a plan says to its teacher; in doubt, notes. Of its text the class keeps objectives, key words, pictures, tasks and the questions it is asked, and what its author says that the class sees. */
export function placeWords(parts: readonly Part[]): Placed {
  const out: Part[] = [];
  const moved: number[] = [];
  let below: Below = 'nothing';
  let label: Below | undefined;
  let begun = false;
  // The level of the heading above whose section a comment shows to the class.
  let shownFrom: number | undefined;
  // The indent of the item above that is a label with its words behind it, and whether its section has had a list.
  let whole: string | undefined;
  let listed = false;
  const asked = askedLines(parts);
  const firstTitle = parts.findIndex(({ type }) => type === 'heading');
  const firstTime = parts.findIndex(
    (part) => part.type === 'heading' && typeof readBlockHeading(part.text) === 'object',
  );
  for (const [at, unit] of unitsOf(parts)) {
    const [first] = unit;
    if (first === undefined) continue;
    if (first.type === 'heading') {
      below = belowOf(first.text);
      if (first.audience !== undefined) {
        shownFrom = first.audience === 'class' ? first.level : undefined;
      } else if (shownFrom !== undefined && first.level <= shownFrom) shownFrom = undefined;
      listed = false;
      begun ||= at !== firstTitle && below !== 'words';
      label = undefined;
      const heading = headingOf(first, {
        isTitle: at === firstTitle,
        isEarly: firstTime >= 0 && at < firstTime,
      });
      if (heading.some(({ type }) => type !== 'heading')) moved.push(first.line);
      out.push(...heading);
      continue;
    }
    if (first.type !== 'text' || first.to !== 'body') {
      if (first.type !== 'text') label = undefined;
      out.push(...unit);
      continue;
    }
    const text = unit.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
    if (text.trim() === '') {
      out.push(...unit);
      continue;
    }
    const named = labelOf(first.text);
    const mark = ITEM.exec(first.text)?.[1];
    // Below `- Objective: name a river` the next item is no objective.
    if (named !== undefined || mark === undefined || (label !== undefined && mark === whole)) {
      label = named;
    }
    if (named !== undefined || mark === undefined) {
      whole = /:[*_\s]*\S/.test(first.text) ? mark : undefined;
    }
    // “Objective:” within a part says what the teacher is to reach there.
    if (named === 'words' && begun && !isVocabulary(first.text)) label = 'nothing';
    listed ||= mark !== undefined && below === 'words';
    // A line in bold among them begins something else, but not what leads to a list of objectives.
    if (
      named === undefined &&
      /^ {0,3}\*\*[^*]+\*\*:?\s*$/.test(first.text) &&
      !/\b(?:able to|will|can)\b/i.test(first.text)
    ) {
      label = 'nothing';
    }
    const small = /^ {0,3}#{4,6}[ \t]+(.*)$/.exec(first.text)?.[1];
    if (small !== undefined) {
      label = undefined;
      below = belowOf(small);
      listed = false;
    }
    // A section's list ends what it names; a paragraph below it is of something else.
    const isBehind = listed && mark === undefined && !isRow(first);
    const here = small === undefined ? (label ?? (isBehind ? 'nothing' : below)) : 'nothing';
    const isMarked =
      unit.every((part) => part.type === 'text' && part.sure === true) ||
      unit.every(({ line }) => asked.has(line)) ||
      (shownFrom !== undefined && !isSurelyForTeacher(text));
    // “Display:” is said to the teacher, and what stands behind it is for the class.
    const behind = named === 'shown' ? /:[*_]{0,3}\s*(.*)$/.exec(first.text)?.[1] : undefined;
    if (isMarked || (behind === undefined && isShown(text, here) && !hasNotesColumn(text))) {
      out.push(...unit);
      continue;
    }
    if (behind && isShown(text.replace(first.text, behind), here)) {
      out.push({ ...first, text: behind }, ...unit.slice(1));
      continue;
    }
    for (const part of unit) {
      out.push(part.type === 'text' ? { ...part, to: 'notes' } : part);
    }
    moved.push(first.line);
    for (const question of questionsForClass(text)) {
      out.push(
        { type: 'text', to: 'body', text: '', line: first.line },
        { type: 'text', to: 'body', text: question, line: first.line },
        { type: 'text', to: 'body', text: '', line: first.line },
      );
    }
  }
  return { parts: foldHeadings(out), problems: moved.length === 0 ? [] : [toNotes(moved)] };
}

// What can be read back: which lines the class is not shown.
function toNotes(lines: readonly number[]): Problem {
  const many = lines.length === 1 ? '1 part' : `${lines.length} parts`;
  const message = `This reads like a lesson plan, so the teacher alone sees what it says to the teacher: ${many} to notes: ${lines.length === 1 ? 'line' : 'lines'} ${rangesOf(lines)}. Put a line “${FOR_CLASS}” above what the class is to see`;
  return { code: 'plan-to-notes', severity: 'warning', line: lines[0] ?? 1, column: 1, message };
}

function rangesOf(lines: readonly number[]): string {
  return [...new Set(lines)].toSorted((a, b) => a - b).join(', ');
}

// Paragraphs, items, tables and code, each with the index of its first part.
function* unitsOf(parts: readonly Part[]): Generator<readonly [number, readonly Part[]]> {
  let at = 0;
  while (at < parts.length) {
    const from = at;
    const first = parts[at];
    at += 1;
    const code = isBody(first) ? codeOpening(first.text) : undefined;
    if (code !== undefined) {
      while (isBody(parts[at])) {
        const part = parts[at];
        at += 1;
        if (isBody(part) && closesCode(part.text, code)) break;
      }
    } else if (isBody(first) && /^\s*<(?:table|div|ul|ol|details|section|p)\b/i.test(first.text)) {
      while (isBody(parts[at]) && parts[at - 1] !== undefined && !closes(parts[at - 1])) at += 1;
    } else if (isBody(first) && first.text.trim() !== '' && !isRow(first)) {
      const isLabel = readLabel(first.text)?.value;
      while (goesOn(parts[at]) && !(isLabel && isSentenceStart(parts[at]))) at += 1;
    } else if (isRow(first)) {
      while (isRow(parts[at])) at += 1;
    }
    yield [from, parts.slice(from, at)];
  }
}

// Behind `LO: name a river` a line that starts a sentence is no part of it.
function isSentenceStart(part: Part | undefined): boolean {
  return isBody(part) && /^\s{0,3}\p{Lu}/u.test(part.text);
}

function closes(part: Part | undefined): boolean {
  return (
    isBody(part) &&
    (/<\/(?:table|div|ul|ol|details|section|p)>/i.test(part.text) || part.text.trim() === '')
  );
}

function isBody(part: Part | undefined): part is Text {
  return part?.type === 'text' && part.to === 'body';
}

function isRow(part: Part | undefined): boolean {
  return isBody(part) && /^\s*\|/.test(part.text);
}

// Lines of one paragraph or item; an item of a list begins another, and a line with a name too.
function goesOn(part: Part | undefined): boolean {
  if (!isBody(part) || part.text.trim() === '' || isRow(part)) return false;
  return (
    !/^\s*(?:[-*+•]|\d{1,3}[.)])\s/.test(part.text) &&
    codeOpening(part.text) === undefined &&
    readLabel(part.text) === undefined
  );
}

const PICTURE = /^(?:\s*(?:[-*+]\s+)?!\[[^\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)\s*)+$/;

/** No objective or key word is as long. */
const LONG = 400;

function isVocabulary(text: string): boolean {
  return (
    isOverWords(text) ||
    /\b(?:words?|vocab\w*|terms?|terminology)\b[^:]{0,20}:/i.test(text.slice(0, 60))
  );
}

function isShown(text: string, below: Below): boolean {
  if (PICTURE.test(text)) return true;
  if (codeOpening(text) !== undefined || /^\s*</.test(text)) return false;
  switch (below) {
    case 'shown':
      return !isSurelyForTeacher(text) && !isLikelyForTeacher(text);
    case 'words':
      return (
        text.length < LONG &&
        !isBand(text) &&
        !isSurelyForTeacher(text) &&
        !isLikelyForTeacher(text) &&
        !isAboutClass(text)
      );
    case 'task':
      return withoutLabel(text)
        .split('\n')
        .every((line) => line === '' || isOfTask(line));
    case 'nothing':
      return isTask(withoutLabel(text));
  }
}

function withoutLabel(text: string): string {
  const found = /^\s*(?:[-*+•]\s+)?[*_]{0,3}([^:|\n]{2,40}?)[*_]{0,3}:[*_]{0,3}\s*/.exec(text);
  return found !== null && belowOf(found[1] ?? '') !== 'nothing'
    ? text.slice(found[0].length)
    : text;
}

// What all, most and some will do, and what must and could be done, is for planning.
function isBand(text: string): boolean {
  return /^\s*(?:[-*+•|]\s*)?[*_]{0,3}(?:all|most|some|few|many|a few|must|should|could|emerging|developing|secure|mastering|exceeding|expected|working (?:towards|at|above)|greater depth|higher|lower|middle|foundation|core|support|stretch|challenge|bronze|silver|gold)\b[*_]{0,3}(?:\s*[:|–—-]|\s+(?:of\s+)?(?:the\s+)?(?:pupils?|students?|learners?|children|will|should|can|could|may|must)\b)/im.test(
    text,
  );
}

// “Students will be able to …” is an objective; anything else that is said of a class is not for it.
function isAboutClass(text: string): boolean {
  const words = plainWords(text).replaceAll(
    /\b(?:by the end[^.,:]{0,40}[,:]? )?(?:the )?(?:students?|pupils?|learners?|children|you) (?:will|should|can|are|must)(?: be)?(?: able)? ?(?:to)?\b/gi,
    '',
  );
  return /\b(?:students?|pupils?|learners?|teachers?|TA|SEND|EAL|differentiat\w*|assess(?:ed|ment)\b|standards?|curriculum|last (?:time|year|lesson)|[A-Z]{2,}[.-][A-Z0-9]+[.-]\d)/.test(
    words,
  );
}

const TASK_NAME =
  /^(?:(?:your|the|pupils?|pupil'?s|students?|student'?s|learner|class|main|group|paired|individual|independent|extension|challenge|writing|drawing|exit) )*(?:tasks?|instructions for (?:pupils|students)|(?:student|pupil) (?:task|instructions|activity|sheet)|exit ticket|exit questions?|do now|(?:key|big|essential|guiding|discussion|enquiry|inquiry|focus|starter|hook|driving|hinge) questions?|questions|challenge|class task|on the board|for the class)(?: \d{1,2})?$/;

// What a teacher is to put before the class, in the words behind it.
const FOR_BOARD =
  /^(?:(?:display|write|show|put|project)(?: (?:this|these|the following))?(?: up)? on (?:the |your )?(?:white)?(?:board|screen)|display(?: (?:this|these|the following))?|on (?:the )?(?:board|screen))$/;

// What a heading or label says of the words below it.
function belowOf(heading: string): Below {
  const block = readBlockHeading(heading);
  const words = typeof block === 'object' ? block.title : heading;
  if (FOR_BOARD.test(bareName(words) ?? '')) return 'shown';
  const name = planName(words, true);
  if (name?.onBoard === true) return 'words';
  return TASK_NAME.test(bareName(words) ?? '') ? 'task' : 'nothing';
}

// `**Task:** Draw your map`, `Key words:` above a list.
function labelOf(text: string): Below | undefined {
  const [, words] =
    /^\s*(?:[-*+•|]\s*)?[*_]{0,3}([^:|*_]{2,40}?)[*_]{0,3}\s*(?::[*_]{0,3}|\||[*_]{2,3}\s*$)/.exec(
      text,
    ) ?? [];
  if (words === undefined) return undefined;
  const below = belowOf(words);
  // A name that is no plan's says nothing of what stands below: a key word before its meaning.
  return below === 'nothing' && planName(words, true) === undefined ? undefined : below;
}

type Heading = Part & { readonly type: 'heading' };

// Names that only a plan gives to what it says of a class.
const ADULTS =
  /\b(?:differentiat\w*|assess(?:ment|ing)?|standards?|register|seating|groupings?|send|eal|adaptations?|adaptive|scaffold\w*|support for|safeguarding|risk|last (?:time|year|lesson)|reflections? on|evaluation of|notes?|teacher'?s?|staff|ta|prepared|date|room|kit|materials|resources|equipment|apparatus|preparation|set-?up|misconceptions?|accommodations?|modifications?|extensions? for|homework to set|prior|context|rationale|overview|summary|background|behaviou?r|curriculum|cross-?curricular|links?|success for|pupils?|students?|learners?|planning|answers?|mark scheme|rubric|health and safety|pitfalls|tips?|watch (?:out )?for|look (?:out )?for|lesson plan|lesson details|appendix|extra activities|reflections?|takeaways|year|grade|week|term)\b/i;

function headingOf(
  heading: Heading,
  { isTitle, isEarly }: { readonly isTitle: boolean; readonly isEarly: boolean },
): readonly Part[] {
  if (heading.audience === 'class') return [heading];
  const block = readBlockHeading(heading.text);
  const words = plainWords(heading.text);
  if (typeof block === 'object') {
    const title = boardTitle(block.title);
    if (title === plainWords(block.title)) return [heading];
    const text = `${title} (${block.minutes} min${block.optional ? ', optional' : ''})`;
    return [{ ...heading, text }, ...headingAsNote(heading)];
  }
  if (isTitle) {
    const title = words
      .replace(
        /^(?:[\p{L} &]{2,40}\s*\|\s*)?(?:(?:sample|detailed|full|my)\s+)?(?:lesson\s+plan(?:ner)?|(?:teacher|teaching|facilitator|lesson|session)(?:['’]?s)?\s+(?:planner|guide))(?:\s+(?:for|on|to))?\s*(?:[:–—-]\s*|\s+|$)(?:\d{1,2}\s*[:.–—-]\s*)?/iu,
        '',
      )
      .replace(/\s*[:–—-]?\s*\(?lesson\s+plan\)?$/i, '')
      .trim();
    if (title === '') {
      return [{ type: 'break', line: heading.line, soft: true }, ...headingAsNote(heading)];
    }
    return title === words ? [heading] : [{ ...heading, text: title }, ...headingAsNote(heading)];
  }
  const name = planName(words, true);
  const isAdults =
    name?.onBoard !== true &&
    !words.endsWith('?') &&
    belowOf(words) === 'nothing' &&
    (isEarly || isSurelyForTeacher(words) || ADULTS.test(words) || words.length > 90);
  return isAdults
    ? [{ type: 'break', line: heading.line, soft: true }, ...headingAsNote(heading)]
    : [heading];
}
