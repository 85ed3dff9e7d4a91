import { closesCode, codeOpening } from '../document/code-blocks.ts';
import type { Problem } from '../document/problem.ts';
import type { SourceLine } from '../document/source-line.ts';
import { warningOf, type Importer } from './importer.ts';
import { rewriteWith } from './parting.ts';

const CHUNK = /^\s*`{3,}\s*\{([a-z][\w-]{0,20})\b([^{}]{0,400})\}\s*$/i;
const OPTION = /^\s*(?:#|\/\/|--|%%)\|(?:\s|$)/;

/** More options than a piece of code has. */
const MAX_OPTIONS = 30;

/** Code that knitr or Quarto would run, ` ```{r plot} `: without its options, and left out where its author keeps it from the slide. */
export const chunks: Importer = {
  name: 'knitr and Quarto’s code',
  recognises: ({ lines }) => lines.some(({ text }) => isChunk(text)),
  rewrite: (text) =>
    rewriteWith(text, (problems) => ({
      code: (block) => (isChunk(block[0]?.text ?? '') ? withoutOptions(block, problems) : block),
    })),
};

function isChunk(text: string): boolean {
  return text.includes('{') && CHUNK.test(text);
}

function withoutOptions(block: readonly SourceLine[], problems: Problem[]): readonly SourceLine[] {
  const { text, line } = block[0] ?? { text: '', line: 1 };
  const [, language = '', options = ''] = CHUNK.exec(text) ?? [];
  const isHidden =
    /\b(?:include|echo)\s*=\s*F(?:ALSE)?\b/.test(options) || isHiddenBelow(block) || isEmpty(block);
  if (!isHidden) return block.filter(({ text: own }) => !(own.includes('| ') && OPTION.test(own)));
  const message = `“{${language}${options.slice(0, 40)}}” is left out: code is not run; put what it draws on the slide as a picture, “![what it shows](my-film/plot.svg)”`;
  problems.push(warningOf({ text, line }, { code: 'left-out', message }));
  return [{ text: '', line }];
}

// What another file brings.
function isEmpty([first, second]: readonly SourceLine[]): boolean {
  const mark = codeOpening(first?.text ?? '');
  return mark !== undefined && closesCode(second?.text ?? '', mark);
}

function isHiddenBelow(block: readonly SourceLine[]): boolean {
  const options = block.slice(1, 1 + MAX_OPTIONS).map(({ text }) => text);
  const end = options.findIndex((text) => !OPTION.test(text));
  return options
    .slice(0, end < 0 ? MAX_OPTIONS : end)
    .some((text) => /\|\s*(?:echo|include):\s*false\b/.test(text));
}
