import type { SourceLine } from '../document/source-line.ts';

/** The lines between a question's fences, sorted: what is asked, what can be picked, what explains the result. */
export type QuestionLines<Item> = {
  readonly prompt: readonly SourceLine[];
  readonly items: readonly (Item & Found)[];
  readonly explanation: readonly SourceLine[];
  /** Lines after the options that belong to nothing. */
  readonly stray: readonly SourceLine[];
};

/** Words that can be picked, on one line; the line they begin in, and all of their lines. */
type Found = {
  readonly text: string;
  readonly line: number;
  readonly lines: readonly SourceLine[];
};

type Sorted<Item> = {
  readonly prompt: SourceLine[];
  readonly items: (Item & Found)[];
  readonly explanation: SourceLine[];
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
      sorted.explanation.push({ text: words.slice(1).trim(), line });
      previous = 'explanation';
    } else if (item !== undefined) {
      sorted.items.push({ ...item, line, lines: [{ text: item.text, line }] });
      previous = 'item';
    } else previous = placeText(sorted, { text: words, line }, previous);
  }
  return { ...sorted, explanation: sorted.explanation.filter(({ text }) => text !== '') };
}

// A line that runs on belongs to what stands above it, as in Markdown.
function placeText<Item>(
  sorted: Sorted<Item>,
  { text, line }: SourceLine,
  previous: 'blank' | 'prompt' | 'item' | 'explanation',
): 'blank' | 'prompt' | 'item' | 'explanation' {
  const last = sorted.items.at(-1);
  if (previous === 'explanation') {
    sorted.explanation.push({ text, line });
    return 'explanation';
  }
  if (last === undefined) {
    sorted.prompt.push({ text, line });
    return 'prompt';
  }
  if (previous === 'item') {
    sorted.items[sorted.items.length - 1] = {
      ...last,
      text: `${last.text} ${text}`,
      lines: [...last.lines, { text, line }],
    };
    return 'item';
  }
  sorted.stray.push({ text, line });
  return 'blank';
}
