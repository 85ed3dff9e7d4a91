import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/cli/root.ts';

const text = readFileSync(join(root, 'lessons', 'for-the-whole-world-to-see.md'), 'utf8');
const headEnd = text.indexOf('\n---\n', 4) + '\n---\n'.length;
const [head, body] = [text.slice(0, headEnd), text.slice(headEnd)];

/** The lesson that ships over and over, with new names for its questions and stops, up to this many characters. */
function lessonsUpTo(length: number): string {
  const parts = [head];
  let size = head.length;
  for (let n = 0; size < length; n += 1) {
    const part = body.replaceAll(/^(::: \w+ [a-z0-9-]+|### Stop [a-z0-9-]+)/gm, `$1-${n}`);
    parts.push(part);
    size += part.length;
  }
  return parts.join('').slice(0, length);
}

const words =
  'Someone keeps asking, and everyone who sees it can stop it: they say what they have seen to an adult. ';
const HEAD = '---\ntitle: Pressure\nminutes: 40\n---\n';

/** Texts of any length in shapes that a reader may find hard. */
export const shapes: Readonly<Record<string, (length: number) => string>> = {
  'the lesson that ships, over and over': lessonsUpTo,
  'one huge slide': (length) => `${HEAD}### One\n\n${`${words}\n`.repeat(length / words.length)}`,
  'many tiny slides': (length) => HEAD + '### One\n\nWords\n\n'.repeat(length / 16),
  'many questions': (length) =>
    HEAD +
    Array.from(
      { length: length / 90 },
      (_, n) =>
        `::: choice q-${n} character\nHow much pressure is there?\n\n- None\n- A little\n\n> Some.\n:::\n\n`,
    ).join(''),
  'one long line': (length) => HEAD + words.repeat(length / words.length),
  'emphasis without end': (length) => `${HEAD}### One\n\n${'**a *b _c '.repeat(length / 10)}`,
  'emphasis without end, on many slides': (length) =>
    HEAD + `### One\n\n${'**a *b _c '.repeat(100)}\n\n`.repeat(length / 1012),
  'fences without end': (length) => HEAD + '::: film\n'.repeat(length / 9),
  'code without end': (length) => HEAD + '```a\n'.repeat(length / 5),
  'a comment without end': (length) =>
    `${HEAD}### One\n<!-- ${`${words}\n`.repeat(length / words.length)}`,
  'a huge head': (length) =>
    `---\ntitle: Pressure\nobjectives:\n${'  - I can say no to pressure\n'.repeat(length / 29)}---\n### One\n`,
  'notes only': (length) =>
    `${HEAD}### One\n\nNotes:\n${`${words}\n\n`.repeat(length / words.length)}`,
  'findings only': (length) =>
    HEAD +
    '### One\n\nShe should have known better, and it was her own fault.\n\n'.repeat(length / 66),
};
