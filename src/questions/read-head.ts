import { TAGS, type Kind, type Tag } from '../poll/question.ts';

/** Something wrong with a question, reported at its fence. */
export type Wrong = { readonly code: string; readonly message: string };

/** What a question's fence says: its name, what it is about (undefined where that cannot be read), its kind's own words, and whether it is asked again later. */
type Head = {
  readonly id: string;
  readonly tag: Tag | undefined;
  readonly words: readonly string[];
  readonly isBefore: boolean;
  readonly problems: readonly Wrong[];
};

/** Says of any question that it is asked once more, further down. */
const BEFORE = 'before';

const TAG_WORDS = `${TAGS.slice(0, -1).join(', ')} or ${TAGS.at(-1)}`;

/** Reads the words behind a question's kind, `pressure character`. */
export function readHead(
  { kind: name, words: all }: { readonly kind: string; readonly words: readonly string[] },
  kind: Kind,
): Head {
  const [id = '', ...rest] = all;
  const isBefore = rest.includes(BEFORE);
  const behind = rest.filter((word) => word !== BEFORE);
  const words = behind.filter((word) => kind.words.includes(word));
  const [tag, ...more] = behind.filter((word) => !kind.words.includes(word));
  const example = `as in “::: ${name} my-question${kind.tag === null ? ' character' : ''}”`;
  const cannot = `Cannot read question “${[name, ...all].join(' ').slice(0, 80)}”`;
  const about = (known: Tag | undefined): Head => ({
    id,
    tag: known,
    words,
    isBefore,
    problems: [],
  });
  const refuse = (code: string, message: string): Head => ({
    ...about(undefined),
    problems: [{ code, message: `${cannot}: ${message}` }],
  });
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 60) {
    return refuse(
      'question-id',
      `its name needs to be lower-case words joined by hyphens, at most 60 characters, ${example}`,
    );
  }
  if (tag === undefined && (isTag(id) || kind.words.includes(id))) {
    return refuse('question-id', `it has no name, it needs one before “${id}”, ${example}`);
  }
  if (kind.tag !== null) {
    const isValid = tag === undefined || (tag === kind.tag && more.length === 0);
    return isValid
      ? about(kind.tag)
      : refuse(
          'question-words',
          `it needs only a name, or a name and “${kind.words.join('” or “')}”, ${example}`,
        );
  }
  if (tag === undefined) {
    return refuse('no-tag', `it does not say what it is about, it needs ${TAG_WORDS}, ${example}`);
  }
  if (!isTag(tag)) {
    return refuse(
      'unknown-tag',
      `“${tag.slice(0, 40)}” is not something a question can be about, it needs ${TAG_WORDS}`,
    );
  }
  return more.length === 0
    ? about(tag)
    : {
        ...refuse(
          'question-words',
          `it has words to spare, it needs only a name and what it is about, ${example}`,
        ),
        tag,
      };
}

function isTag(word: string): word is Tag {
  return (TAGS as readonly string[]).includes(word);
}
