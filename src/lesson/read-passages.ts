import type { SourceLine } from '../document/source-line.ts';
import type { DraftBlock, DraftSlide } from './draft.ts';
import { startFinder } from '../document/find-words.ts';
import { readLines } from './lines.ts';
import { inlinePassages, markdownPassages } from './markdown-passages.ts';
import {
  addWords,
  endPassage,
  placeIn,
  startPassage,
  type Passage,
  type PassageKind,
} from './passage.ts';
import { readDraft, type LessonDraft } from './read-draft.ts';

/** What the class reads of a lesson's head; the rest is for adults. */
const PUPIL_FIELDS: readonly string[] = [
  'on the board',
  'content note',
  'objectives',
  'vocabulary',
];

/** All words of a lesson in the order of the text, each passage with whom it is for and where it stands: pupils' words are those a slide shows. Never throws. */
export function readPassages(text: string): readonly Passage[] {
  const lines = readLines(text);
  const draft = readDraft(lines);
  const taken = draft.taken.flatMap(({ field, text: words, line }) => {
    const written = lines.slice(line - 1, line + 40);
    return markdownPassages([{ text: inItsLines(words, written), line }], written, {
      to: 'teacher',
      role: 'field',
      within: field,
    });
  });
  const passages = [
    ...headPassages(draft),
    ...taken,
    ...staffPassages(draft, lines),
    ...draft.blocks.flatMap((block) => blockPassages(block, lines)),
  ];
  const placed = passages.map((passage) => ({ passage, ...placeIn(passage, 0) }));
  return placed
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .map(({ passage }) => passage);
}

// Without words of its own for the class, the board bears the lesson's title.
function headPassages({ head, front, blocks }: LessonDraft): readonly Passage[] {
  const hasTitleSlide = blocks.some(({ slides }) =>
    slides.some(({ show }) => show.kind === 'title'),
  );
  const forPupils =
    front.boardTitle === '' && !hasTitleSlide ? [...PUPIL_FIELDS, 'title'] : PUPIL_FIELDS;
  let field = '';
  return head.flatMap((line) => {
    const { text } = line;
    // What YAML calls a comment, such as an author’s “# allow …”.
    if (/^\s*#/.test(text)) return [];
    const [, name, value] = /^([\w][\w ]*):(?:\s+(.*))?$/.exec(text) ?? [];
    field = name?.toLowerCase() ?? field;
    const words = (value ?? (name === undefined ? text.replace(/^\s*(?:-\s+)?/, '') : '')).replace(
      /^["'[]|["'\]]$/g,
      '',
    );
    if (field === '' || words.trim() === '' || /^(?:---|\.\.\.)\s*$/.test(text)) return [];
    const passage = startPassage({
      to: forPupils.includes(field) ? 'pupils' : 'teacher',
      role: 'field',
      within: field,
    });
    addWords(passage, words, startFinder([line]).find);
    return endPassage(passage);
  });
}

function staffPassages(
  { staff: { hardQuestions, toReview, ...sections } }: LessonDraft,
  lines: readonly SourceLine[],
): readonly Passage[] {
  const text = { to: 'teacher', role: 'text', within: null } as const;
  const said = (some: readonly SourceLine[]) =>
    markdownPassages(some, asWritten(some, lines), text);
  const asked = hardQuestions.flatMap(({ question, line, answer }) => [
    ...inlinePassages(question, startFinder(lines.slice(line - 1, line)), {
      ...text,
      role: 'hard question',
    }),
    ...said(answer),
  ]);
  const review = toReview.flatMap(({ reviewer, line, points }) => [
    ...headingPassages(reviewer, line, { to: 'teacher', lines }),
    ...said(points),
  ]);
  return [...asked, ...Object.values(sections).flatMap(said), ...review];
}

function blockPassages(
  { title, minutes, line, slides, land }: DraftBlock,
  lines: readonly SourceLine[],
): readonly Passage[] {
  const isShown = minutes === null || slides.some((slide) => slide.line === line);
  const heading = isShown ? [] : headingPassages(title, line, { to: 'teacher', lines });
  const ending = markdownPassages(land, asWritten(land, lines), {
    to: 'teacher',
    role: 'text',
    within: null,
  });
  return [...heading, ...slides.flatMap((slide) => slidePassages(slide, lines)), ...ending];
}

function slidePassages(
  { heading, headingLine, body, notes, show }: DraftSlide,
  lines: readonly SourceLine[],
): readonly Passage[] {
  const text = { to: 'pupils', role: 'text', within: null } as const;
  return [
    ...headingPassages(heading, headingLine, { to: 'pupils', lines }),
    ...(show.kind === 'question'
      ? questionPassages(body, lines, show.fence)
      : markdownPassages(body, asWritten(body, lines), text)),
    ...markdownPassages(notes, asWritten(notes, lines), { ...text, to: 'teacher' }),
  ];
}

type Whose = { readonly to: Passage['to']; readonly lines: readonly SourceLine[] };

// A heading over `===` may run over lines; one that is ours, such as the film's, stands nowhere in the text.
function headingPassages(heading: string, line: number, { to, lines }: Whose): readonly Passage[] {
  const written = lines.slice(line - 1, line + 40);
  const isWritten = written.some(({ text }) => text.includes(heading.slice(0, 12).trimEnd()));
  return isWritten
    ? inlinePassages(inItsLines(heading, written), startFinder(written), {
        to,
        role: 'heading',
        within: null,
      })
    : [];
}

// Its lines were put into one: parted again as they are written, their words are found where they stand.
function inItsLines(heading: string, written: readonly SourceLine[]): string {
  let words = '';
  for (const { text } of written) {
    words += words === '' ? text.trim() : `\n${text.trim()}`;
    if (words.length >= heading.length) break;
  }
  return words.replaceAll('\n', ' ') === heading ? words : heading;
}

type QuestionFence = {
  readonly word: string;
  readonly words: readonly string[];
  readonly line: number;
};

function questionPassages(
  body: readonly SourceLine[],
  lines: readonly SourceLine[],
  fence: QuestionFence,
) {
  const groups: { readonly kind: PassageKind; readonly said: SourceLine[] }[] = [];
  let open = false;
  for (const { text, line } of body) {
    const mark =
      /^\s*(?:[-*+]\s*\[[ xX]?\](?!\()\s*|[-*+]\s+|\d+[.):]\s+|(?:>\s?)+|#+\s+)?/.exec(text)?.[0] ??
      '';
    const said = { text: text.slice(mark.length), line };
    const role = roleOf(fence, mark.trim());
    const last = groups.at(-1);
    const runsOn =
      open && (mark.trim() === '' || (mark.trim().startsWith('>') && last?.kind.role === role));
    open = said.text.trim() !== '';
    if (open && runsOn) last?.said.push(said);
    else if (open) groups.push({ kind: { to: 'pupils', role, within: fence.line }, said: [said] });
  }
  return groups.flatMap(({ kind, said }) =>
    inlinePassages(
      said.map(({ text }) => text).join('\n'),
      startFinder(asWritten(said, lines)),
      kind,
    ),
  );
}

function roleOf({ word, words }: QuestionFence, mark: string): Passage['role'] {
  if (mark.startsWith('>')) return 'explanation';
  if (mark !== '') return 'option';
  // A statement that the lesson calls a fact has to be one.
  return word === 'myth' && !words.includes('fact') ? 'myth' : 'prompt';
}

function asWritten(
  some: readonly SourceLine[],
  lines: readonly SourceLine[],
): readonly SourceLine[] {
  return some.map(({ text, line }) => ({ text: lines[line - 1]?.text ?? text, line }));
}
