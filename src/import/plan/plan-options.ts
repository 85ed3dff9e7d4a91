import { isSurelyForTeacher } from '../../document/teacher-words.ts';
import type { Part } from '../../lesson/part.ts';

type Text = Part & { readonly type: 'text' };

/** An option as plans write it, `a) the lungs`, `B. the heart`, `(c) both`, behind a bullet or not. */
const OPTION = /^\s*(?:[-*+•]\s+)?\(?([A-Ha-h])(?:[.:]|\))\s+(\S.*)$/;

/** What tells which option is right. */
const MARKED =
  /[✅✔✓☑★←→]|<-|->|\[x\]|\(\s*(?:correct|right|true|answer|ans)\b|\b(?:correct|answer|ans)\s*[:!]|^\s*(?:\*\*|__).*(?:\*\*|__)\s*$/iu;

const LETTERS = 'abcdefgh';

/**
 * The lines of questions whose options stand below them, a line each, and which give no answer
 * away: the question and all of its options, or none of them. Where one of the options is marked
 * or held back, what is left would tell which.
 */
export function askedLines(parts: readonly Part[]): ReadonlySet<number> {
  const asked = new Set<number>();
  const lines = parts.filter(
    (part): part is Text => part.type === 'text' && part.text.trim() !== '',
  );
  for (const [at, stem] of lines.entries()) {
    if (!isStem(stem)) continue;
    const options: Text[] = [];
    for (let next = at + 1; ; next += 1) {
      const line = lines[next];
      if (line === undefined || letterOf(line) !== LETTERS[options.length]) break;
      options.push(line);
    }
    const isWhole = options.length >= 2 && options.every(isUnmarked);
    // An option behind them that is out of its order is one of a list that we do not understand.
    const behind = lines[at + 1 + options.length];
    if (!isWhole || (behind !== undefined && letterOf(behind) !== undefined)) continue;
    for (const { line } of [stem, ...options]) asked.add(line);
  }
  return asked;
}

function isStem(part: Text): boolean {
  const { text } = part;
  return (
    isUnmarked(part) &&
    letterOf(part) === undefined &&
    /\?[*_\s]*$|_{3,}|…|:[*_\s]*$|^\s*(?:\d{1,2}[.)]|q\d)/i.test(text) &&
    !isSurelyForTeacher(text)
  );
}

function isUnmarked({ to, text }: Text): boolean {
  return to === 'body' && !MARKED.test(text);
}

function letterOf({ text }: Text): string | undefined {
  return OPTION.exec(text)?.[1]?.toLowerCase();
}
