import type { SourceLine } from '../document/source-line.ts';

/** The lines between a question's fences, sorted: what is asked, what can be picked, what explains the result. */
export type QuestionLines<Item> = {
  readonly prompt: string;
  readonly items: readonly (Item & { readonly text: string; readonly line: number })[];
  readonly explanation: string;
  /** Lines after the options that belong to nothing. */
  readonly stray: readonly SourceLine[];
};

type Sorted<Item> = {
  readonly prompt: string[];
  readonly items: (Item & { readonly text: string; readonly line: number })[];
  readonly explanation: string[];
  readonly stray: SourceLine[];
};

/** Sorts a question's lines: lines before the first option are the prompt, `>` lines the explanation; `readItem` knows an option. */
export function sortLines<Item extends { readonly text: string }>(
  lines: readonly SourceLine[],
  readItem: (line: string) => Item | undefined,
): QuestionLines<Item> {
  const sorted: Sorted<Item> = { prompt: [], items: [], explanation: [], stray: [] };
  let previous: 'blank' | 'prompt' | 'item' | 'explanation' = 'blank';
  for (const { text, line } of lines) {
    const words = text.trim();
    const item = readItem(words);
    if (words === '') previous = 'blank';
    else if (words.startsWith('>')) {
      sorted.explanation.push(words.slice(1).trim());
      previous = 'explanation';
    } else if (item !== undefined) {
      sorted.items.push({ ...item, line });
      previous = 'item';
    } else previous = placeText(sorted, { text: words, line }, previous);
  }
  const join = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  return { ...sorted, prompt: join(sorted.prompt), explanation: join(sorted.explanation) };
}

// A line that runs on belongs to what stands above it, as in Markdown.
function placeText<Item>(
  sorted: Sorted<Item>,
  { text, line }: SourceLine,
  previous: 'blank' | 'prompt' | 'item' | 'explanation',
): 'blank' | 'prompt' | 'item' | 'explanation' {
  const last = sorted.items.at(-1);
  if (previous === 'explanation') {
    sorted.explanation.push(text);
    return 'explanation';
  }
  if (last === undefined) {
    sorted.prompt.push(text);
    return 'prompt';
  }
  if (previous === 'item') {
    sorted.items[sorted.items.length - 1] = { ...last, text: `${last.text} ${text}` };
    return 'item';
  }
  sorted.stray.push({ text, line });
  return 'blank';
}
