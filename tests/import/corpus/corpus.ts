import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A line of a plan, and what it is as the plan's table has it: the letters are in this folder's README. */
export type CorpusLine = { readonly letter: string; readonly text: string };

export type CorpusQuestion = {
  readonly words: string;
  readonly options: readonly string[];
  /** The right options, from 1; empty where the plan does not say, or says two things. */
  readonly right: readonly number[];
};

/** A plan with its table. */
export type CorpusPlan = {
  readonly name: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly isHeldBack: boolean;
  readonly title: string;
  readonly stage: string;
  readonly minutes: number | null;
  readonly never: readonly string[];
  readonly show: readonly string[];
  readonly questions: readonly CorpusQuestion[];
  readonly lines: readonly CorpusLine[];
};

const FOLDER = new URL('./', import.meta.url);

/** Every plan of this folder, by name. */
export function readCorpus(): readonly CorpusPlan[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.plan.txt'))
    .toSorted()
    .map((name) => readPlan(name.replace('.plan.txt', '')));
}

function readPlan(name: string): CorpusPlan {
  const source = readFileSync(new URL(`${name}.plan.txt`, FOLDER), 'utf8');
  const cut = source.indexOf('\n====\n');
  const fields = source
    .slice(0, cut)
    .split('\n')
    .map((line) => ({
      key: line.slice(0, line.indexOf(':')),
      value: line.slice(line.indexOf(':') + 1).trim(),
    }));
  const all = (field: string) => fields.flatMap(({ key, value }) => (key === field ? [value] : []));
  const lines = source
    .slice(cut + '\n====\n'.length)
    .split('\n')
    .map((line): CorpusLine => ({ letter: line.slice(0, 1), text: line.slice(3) }));
  const text = lines.map((line) => line.text).join('\n');
  const docx = new URL(`${name}.docx`, FOLDER);
  const isWord = existsSync(docx);
  const minutes = Number(all('minutes')[0]);
  return {
    name,
    file: isWord
      ? { name: `${name}.docx`, bytes: readFileSync(docx) }
      : { name: `${name}.md`, bytes: new TextEncoder().encode(text) },
    isHeldBack: BigInt(`0x${createHash('sha256').update(text).digest('hex')}`) % 3n === 0n,
    title: all('title')[0] ?? '',
    stage: all('stage')[0] ?? 'none',
    minutes: Number.isFinite(minutes) ? minutes : null,
    never: all('never'),
    show: all('show'),
    questions: all('question').map(readQuestion),
    lines,
  };
}

function readQuestion(line: string): CorpusQuestion {
  const parts = line.split(' | ');
  const right = /right: (.*)/.exec(parts.at(-1) ?? '')?.[1] ?? 'none';
  return {
    words: parts[0] ?? '',
    options: (parts[1] ?? '').split(' ; ').map((option) => option.trim()),
    right: right === 'none' ? [] : right.split(',').map(Number),
  };
}
