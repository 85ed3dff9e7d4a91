import type { Fix, Problem } from '../document/problem.ts';
import { placeOfField } from '../lesson/place-of-field.ts';
import { signIn } from '../subjects/recogniser.ts';
import { NOT_SAFEGUARDING, packs, subjectNames } from '../subjects/subjects.ts';
import type { CheckedLesson } from './hazard.ts';

/** What a lesson is asked whose head no longer says that it is about safeguarding: it is still one, and its author reads what would go. */
function staysSafeguarding(lesson: CheckedLesson['lesson'], text: string): Problem {
  return {
    code: 'stays-safeguarding',
    severity: 'warning',
    ...placeOfField(lesson, 'subject'),
    message: `This was a safeguarding lesson, and stays one until your safeguarding lead releases it. Released, it would lose the checks of its words, the approval before it is taught, the help slide and the question box. Put “${SAFEGUARDING}” back, or ask your lead`,
    fixes: [{ label: 'Put it back', ...edit(text, subjectLine(text), SAFEGUARDING) }],
  };
}

/** What a lesson is asked whose head does not say what it is about, and whose words tell of safeguarding; nothing once it is answered. The approval of safeguarding holds until then, and its checks are said after it. */
export function whichSubject({ lesson, lines }: CheckedLesson, text: string): readonly Problem[] {
  if (lesson.subject.isHeld === true) return [staysSafeguarding(lesson, text)];
  if (lesson.subject.isAnswered) return [];
  const written = subjectLine(text);
  const sign = signIn(lines);
  const says =
    sign === null ? '' : `it says “${sign.words.slice(0, 40)}” in line ${sign.line}, and `;
  const message = `Cannot tell whether this lesson is about safeguarding: ${says}its head ${written === null ? 'names no subject' : `says “${written.words}”`}. It needs a line “${SAFEGUARDING}” there, or “${otherLine(written, text)}” if it is about something else`;
  return [
    {
      code: 'which-subject',
      severity: 'error',
      ...placeOfField(lesson, 'subject'),
      message,
      fixes: fixesOf(text, written),
    },
  ];
}

type Written = { readonly words: string; readonly from: number; readonly to: number };

type TextLine = { readonly words: string; readonly from: number };

// Each line with where it begins; what ends it, and a byte order mark, are no part of it.
function linesOf(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  for (const part of text.slice(from).split(/(\r\n|\n|\r)/)) {
    if (!/^[\r\n]/.test(part)) lines.push({ words: part, from });
    from += part.length;
  }
  return lines;
}

/** The lines of the head, without the `---` around them; null where there is none. */
function headOf(text: string): readonly TextLine[] | null {
  const lines = linesOf(text);
  const start = lines.findIndex(({ words }) => words.trim() !== '');
  if (lines[start]?.words.trimEnd() !== '---') return null;
  const end = lines.findIndex(({ words }, at) => at > start && /^(?:---|\.\.\.)\s*$/.test(words));
  const head = lines.slice(start + 1, end < 0 ? lines.length : end);
  // A `---` that opens a file may be the edge of its first slide.
  const first = head.find(({ words }) => !/^\s*(?:#|$)/.test(words));
  return first !== undefined && /^[\w][\w ]*:/.test(first.words) ? head : null;
}

const FIELD = /^\s*subject\s*:\s*(.*)$/i;

// What in the head names the subject: its line, and those that go on with it.
function subjectLine(text: string): Written | null {
  const head = headOf(text) ?? [];
  const at = head.findIndex(({ words }) => FIELD.test(words));
  const line = head[at];
  if (line === undefined) return null;
  const after = head.slice(at + 1);
  const end = after.findIndex(({ words }) => !/^\s+\S|^- /.test(words));
  const last = after.slice(0, end < 0 ? after.length : end).at(-1) ?? line;
  const [, words = ''] = FIELD.exec(line.words) ?? [];
  return {
    words: words
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .replaceAll(/^["']|["']$/g, ''),
    from: line.from,
    to: last.from + last.words.length,
  };
}

const SAFEGUARDING = 'subject: safeguarding';

// A list, or nothing at all, is no name that could stand: then it is the one in a plan's label, “Subject: PSHE”, if we know it.
function otherLine(written: Written | null, text: string): string {
  const isName = written !== null && /^[\p{L}\p{N}]/u.test(written.words);
  const name = isName ? written.words : labelIn(text);
  return `subject: ${name === '' ? 'general' : name}${NOT_SAFEGUARDING}`;
}

/** Lines of a plan among which its labels stand. */
const NEAR = 40;

function labelIn(text: string): string {
  const packed = packs.map(({ name }) => name);
  const names = subjectNames().filter((name) => !packed.includes(name));
  const labels = linesOf(text.slice(0, 10_000))
    .slice(0, NEAR)
    .map(({ words }) => LABEL.exec(words.slice(0, 200))?.[1]?.trim() ?? '');
  return labels.find((name) => names.includes(name.toLowerCase())) ?? '';
}

const LABEL = /^[\s|*_-]*(?:lesson )?subject(?: area)?[*_\s]*[:|][*_\s]*([\p{L} ]{2,40})/iu;

function fixesOf(text: string, written: Written | null): readonly Fix[] {
  return [
    { label: 'This is safeguarding', ...edit(text, written, SAFEGUARDING) },
    { label: 'This is another subject', ...edit(text, written, otherLine(written, text)) },
  ];
}

function edit(text: string, written: Written | null, line: string): Omit<Fix, 'label'> {
  if (written !== null) return { from: written.from, to: written.to, insert: line };
  const ending = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const first = headOf(text)?.[0];
  if (first !== undefined) {
    return { from: first.from, to: first.from, insert: `${line}${ending}` };
  }
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return { from: start, to: start, insert: `---${ending}${line}${ending}---${ending}${ending}` };
}
