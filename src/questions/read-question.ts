import { TAGS, type Kind, type Question, type QuestionOutline, type SourceLine, type Tag } from '../poll/question.ts';
import type { Problem } from '../text/problem.ts';

/** A question's opening fence, `::: choice pressure character`, and the lines up to its `:::`. */
export type QuestionSource = {
  readonly kind: string;
  /** The words behind the kind. */
  readonly words: readonly string[];
  readonly line: number;
  readonly column: number;
  readonly lines: readonly SourceLine[];
};

/** A question, or null with at least one error; the outline is what could be read either way. */
export type ReadQuestion = { readonly question: Question | null; readonly outline: QuestionOutline; readonly problems: readonly Problem[] };

/** Reads a question of one kind; `plain` turns Markdown into plain words. */
export function readQuestion(source: QuestionSource, kind: Kind, plain: (markdown: string) => string): ReadQuestion {
  const found = kind.outline(source.lines);
  const options = found.options.map((option) => ({ ...option, text: plain(option.text) }));
  const outline: QuestionOutline = { ...found, options, prompt: plain(found.prompt), explanation: plain(found.explanation) };
  const { id, tag, problems: head } = readHead(source);
  const wrong = [...head, ...optionProblems(source, outline), ...rightProblems(source, outline, { tag, marks: kind.marks })].map(
    ({ code, message }): Problem => ({ code, severity: 'error', line: source.line, column: source.column, message }),
  );
  const problems = [...wrong, ...found.problems];
  if (tag === undefined || problems.some(({ severity }) => severity === 'error')) return { question: null, outline, problems };
  const asked = { id, kind: source.kind, picks: kind.picks, prompt: outline.prompt, options, explanation: outline.explanation };
  return { question: tag === 'knowledge' ? { ...asked, tag, right: outline.right } : { ...asked, tag }, outline, problems };
}

type Wrong = { readonly code: string; readonly message: string };

const TAG_WORDS = `${TAGS.slice(0, -1).join(', ')} or ${TAGS.at(-1)}`;

function readHead({ kind, words }: QuestionSource): { readonly id: string; readonly tag: Tag | undefined; readonly problems: readonly Wrong[] } {
  const [id = '', tag] = words;
  const example = `as in “::: ${kind} my-question character”`;
  const cannot = `Cannot read question “${[kind, ...words].join(' ').slice(0, 80)}”`;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 60) {
    return {
      id,
      tag: undefined,
      problems: [
        { code: 'question-id', message: `${cannot}: its name needs to be lower-case words joined by hyphens, at most 60 characters, ${example}` },
      ],
    };
  }
  if (tag === undefined) {
    const problem = isTag(id)
      ? { code: 'question-id', message: `${cannot}: it has no name, it needs one before “${id}”, ${example}` }
      : { code: 'no-tag', message: `${cannot}: it does not say what it is about, it needs ${TAG_WORDS}, ${example}` };
    return { id, tag, problems: [problem] };
  }
  if (!isTag(tag)) {
    return {
      id,
      tag: undefined,
      problems: [
        { code: 'unknown-tag', message: `${cannot}: “${tag.slice(0, 40)}” is not something a question can be about, it needs ${TAG_WORDS}` },
      ],
    };
  }
  if (words.length > 2) {
    return {
      id,
      tag,
      problems: [{ code: 'question-words', message: `${cannot}: it has words to spare, it needs only a name and what it is about, ${example}` }],
    };
  }
  return { id, tag, problems: [] };
}

function optionProblems(source: QuestionSource, { prompt, options }: QuestionOutline): readonly Wrong[] {
  const cannot = cannotRead(source, prompt);
  const has = `it has ${options.length} ${options.length === 1 ? 'option' : 'options'}`;
  const wrong: Wrong[] = [];
  if (prompt === '') wrong.push({ code: 'empty-prompt', message: `${cannot}: it asks nothing, it needs its question above the options` });
  if (options.length < 2) wrong.push({ code: options.length === 1 ? 'one-option' : 'no-options', message: `${cannot}: ${has}, it needs at least 2` });
  if (options.length > 5) wrong.push({ code: 'too-many-options', message: `${cannot}: ${has}, it needs at most 5` });
  return wrong;
}

type About = { readonly tag: Tag | undefined; readonly marks: Kind['marks'] };

function rightProblems(source: QuestionSource, { prompt, right }: QuestionOutline, { tag, marks }: About): readonly Wrong[] {
  const cannot = cannotRead(source, prompt);
  const wrong = (message: string): readonly Wrong[] => [{ code: 'right-answer', message: `${cannot}: ${message}` }];
  const has = `it is a knowledge question with ${right.length} right answers`;
  if (tag !== 'knowledge') {
    return tag === undefined || right.length === 0
      ? []
      : wrong(`it is a ${tag} question with a right answer, it needs none; only a knowledge question has one`);
  }
  switch (marks) {
    case 'one':
      return right.length === 1 ? [] : wrong(`${has}, it needs exactly 1, written “- [x] …”`);
    case 'some':
      return right.length > 0 ? [] : wrong(`${has}, it needs at least 1, written “- [x] …”`);
    case 'none':
      return wrong(`a ${source.kind} has no right answer, it needs to be about character, view or confidence`);
  }
}

function cannotRead({ words }: QuestionSource, prompt: string): string {
  return `Cannot read question “${(prompt === '' ? words.join(' ') : prompt).slice(0, 80)}”`;
}

function isTag(word: string): word is Tag {
  return (TAGS as readonly string[]).includes(word);
}
