import type { SourceLine } from '../document/source-line.ts';
import type { Node } from '../document/nodes.ts';
import { toWords } from '../document/to-text.ts';
import type { Kind, Question, QuestionNodes, Tag } from '../poll/question.ts';
import type { Problem } from '../document/problem.ts';
import { readHead, type Wrong } from './read-head.ts';

/** A question's opening fence, `::: choice pressure character`, and the lines up to its `:::`. */
export type QuestionSource = {
  readonly kind: string;
  /** The words behind the kind. */
  readonly words: readonly string[];
  readonly line: number;
  readonly column: number;
  /** The heading right above the fence, in plain words; it goes before the prompt. */
  readonly heading: string;
  readonly lines: readonly SourceLine[];
};

/** What could be read of a question, in plain words. */
type PlainOutline = Pick<Question, 'prompt' | 'options' | 'explanation'> & {
  readonly right: readonly string[];
};

/** A question, or null with at least one error; the outline and the nodes are what could be read either way. */
export type ReadQuestion = {
  readonly question: Question | null;
  readonly outline: PlainOutline;
  readonly nodes: QuestionNodes;
  /** True for a statement that may be a myth. */
  readonly isStatement: boolean;
  /** True where it says that it is asked before and after. */
  readonly isBefore: boolean;
  readonly problems: readonly Problem[];
};

/** Reads a question of one kind; `parse` makes nodes of some lines of Markdown. */
export function readQuestion(
  source: QuestionSource,
  kind: Kind,
  parse: (lines: readonly SourceLine[]) => readonly Node[],
): ReadQuestion {
  const { id, tag, words, isBefore, problems: head } = readHead(source, kind);
  const found = kind.outline(source.lines, { tag, words, line: source.line });
  const isStatement = kind.marks === 'said';
  const parsed = found.options.map(({ lines, ...option }) => ({ option, nodes: parse(lines) }));
  const options = parsed.map(({ option, nodes: own }) => ({ ...option, text: toWords(own) }));
  const nodes: QuestionNodes = {
    line: source.line,
    prompt: parse(found.prompt),
    // What a statement is called, “Myth” or “Fact”, its author has not written.
    options: (isStatement ? [] : parsed).map(({ option, nodes: own }) => ({
      nodes: own,
      isWrong: tag === 'knowledge' && found.wrong.includes(option.id),
    })),
    explanation: parse(found.explanation),
    isMyth: isStatement && !source.words.some((word) => kind.words.includes(word)),
  };
  const outline: PlainOutline = {
    options,
    right: found.right,
    prompt: joinPrompt(source.heading, toWords(nodes.prompt), kind),
    explanation: toWords(nodes.explanation),
  };
  const wrong = [
    ...head,
    ...optionProblems(source, outline, kind),
    ...rightProblems(source, outline, { tag, marks: kind.marks }),
  ].map(({ code, message }): Problem => ({
    code,
    severity: 'error',
    line: source.line,
    column: source.column,
    message,
  }));
  const problems = [...wrong, ...found.problems];
  const read = { outline, nodes, isStatement, isBefore, problems };
  if (tag === undefined || problems.some(({ severity }) => severity === 'error')) {
    return { question: null, ...read };
  }
  const { prompt, explanation, right } = outline;
  const asked = {
    id,
    kind: source.kind,
    picks: kind.picks,
    prompt,
    options,
    explanation,
    paired: false,
  };
  return { question: tag === 'knowledge' ? { ...asked, tag, right } : { ...asked, tag }, ...read };
}

// “Quick check” above “Who can help?” is asked as “Quick check: Who can help?”; what the prompt or the board says anyway is not said twice.
function joinPrompt(heading: string, prompt: string, { marks }: Kind): string {
  const isRepeated =
    prompt.toLowerCase().startsWith(heading.toLowerCase()) ||
    (marks === 'said' && /^myths?\b.*\bfacts?\b\W*$/i.test(heading));
  if (heading === '' || (isRepeated && prompt !== '')) return prompt;
  if (prompt === '') return heading;
  return /[.?!:…]$/.test(heading) ? `${heading} ${prompt}` : `${heading}: ${prompt}`;
}

function optionProblems(
  source: QuestionSource,
  { prompt, options }: PlainOutline,
  { marks }: Kind,
): readonly Wrong[] {
  const cannot = cannotRead(source, prompt);
  const has = `it has ${options.length} ${options.length === 1 ? 'option' : 'options'}`;
  const empty =
    marks === 'said'
      ? 'it says nothing, it needs a statement'
      : 'it asks nothing, it needs its question above the options';
  const wrong: Wrong[] = [];
  if (prompt === '') wrong.push({ code: 'empty-prompt', message: `${cannot}: ${empty}` });
  if (options.length < 2) {
    wrong.push({
      code: options.length === 1 ? 'one-option' : 'no-options',
      message: `${cannot}: ${has}, it needs at least 2`,
    });
  }
  if (options.length > 5) {
    wrong.push({ code: 'too-many-options', message: `${cannot}: ${has}, it needs at most 5` });
  }
  return wrong;
}

type About = { readonly tag: Tag | undefined; readonly marks: Kind['marks'] };

function rightProblems(
  source: QuestionSource,
  { prompt, right }: PlainOutline,
  { tag, marks }: About,
): readonly Wrong[] {
  const cannot = cannotRead(source, prompt);
  const wrong = (message: string): readonly Wrong[] => [
    { code: 'right-answer', message: `${cannot}: ${message}` },
  ];
  const has = `it is a knowledge question with ${right.length} right answers`;
  if (tag !== 'knowledge') {
    return tag === undefined || right.length === 0
      ? []
      : wrong(
          `it is a ${tag} question with a right answer, it needs none; only a knowledge question has one`,
        );
  }
  switch (marks) {
    case 'one':
      return right.length === 1 ? [] : wrong(`${has}, it needs exactly 1, written “- [x] …”`);
    case 'some':
      return right.length > 0 ? [] : wrong(`${has}, it needs at least 1, written “- [x] …”`);
    case 'order':
    case 'said':
      return [];
    case 'none':
      return wrong(
        `a ${source.kind} has no right answer, it needs to be about character, view or confidence`,
      );
  }
}

function cannotRead({ words }: QuestionSource, prompt: string): string {
  return `Cannot read question “${(prompt === '' ? words.join(' ') : prompt).slice(0, 80)}”`;
}
