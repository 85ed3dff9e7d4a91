import { outsideSpans } from '../document/code-blocks.ts';
import type { Problem } from '../document/problem.ts';
import type { SourceLine } from '../document/source-line.ts';
import { INSTEAD, warningOf, type Importer } from './importer.ts';
import { rewriteWith } from './parting.ts';

/** What pandoc, Quarto, Slidev, Hugo and MDX write in braces behind or between words: classes, `**Clay**{.red}`, `[words]{.red}`, `{#layers}`, `{v-click}`, and shortcodes, `{{< kbd F >}}` and `{{% box %}}`. */
export const braces: Importer = {
  name: 'words in braces',
  recognises: ({ lines }) => lines.some(({ text }) => text.includes('{') && MARK.test(text)),
  rewrite: (text) =>
    rewriteWith(text, (problems) => ({
      prose: ({ text: words, line }) => [
        words.includes('{')
          ? outsideSpans(withoutCodeClass(words), (piece) =>
              withoutBraces({ text: withoutClasses(piece), line }, problems),
            )
          : words,
      ],
    })),
};

const MARK = /[\])`]\{|\{(?:[.#:{]|v-|[a-z-]+=)|=\{|:[a-z-]+[[{]/i;

// Classes behind words in brackets, `[words]{.red}`, `![A phone](phone.svg){width=50%}`.
function withoutClasses(text: string): string {
  if (!text.includes(']{') && !text.includes('){')) return text;
  return text
    .replaceAll(/\[([^[\]]{0,500})\]\{[.#][^{}]{0,1000}\}/g, '$1')
    .replaceAll(/(\]\([^()]{0,500}\))\{[^{}]{0,1000}\}/g, '$1');
}

function withoutBraces({ text, line }: SourceLine, problems: Problem[]): string {
  // A character's name in braces is none of them.
  if (!text.includes('{') || !MAY_BE.test(text)) return text;
  const words = /\{\{[<%]/.test(text) ? withoutShortcodes({ text, line }, problems) : text;
  if (HEEDED.test(words)) {
    return words.startsWith('#') && !words.includes('=') ? words.replace(AT_END, '') : words;
  }
  if (words.includes('={') && words.includes('<')) {
    return words.replaceAll(JSX, (_, value: string) => `="${value.replaceAll(/["<>]/g, '')}"`);
  }
  return withoutParts({ text: words.replaceAll(BEHIND, '').replace(AT_END, ''), line }, problems);
}

const MAY_BE = /\{(?:[.#:{]|v-|[a-z-]+=)|=\{|:[a-z-]+[[{]/i;

// A line without the classes behind its pieces of code, `1 + 1`{.python}.
function withoutCodeClass(text: string): string {
  return text.includes('`{')
    ? text.replaceAll(/(?<=[^`\s]`)\{[.#=][^{}`]{0,200}\}(?!`)/g, '')
    : text;
}

// What stands in braces behind a heading, a fence or code may be heeded.
const HEEDED = /^\s*(?::::|```|~~~|#{1,3}[ \t])/;

// What MDX gives an attribute, `<img src={picture} />`.
const JSX = /=\{((?:[^{}]|\{[^{}]{0,200}\}){0,400})\}/g;

// What stands right behind a word, a mark or a bracket.
const BEHIND = /(?<=[\p{L}\p{N}*_"'”)\]])\{[.#][a-z][^{}]{0,200}\}/giu;
const AT_END =
  /(?:[ \t]+|(?<=[\p{L}\p{N}*_)\]!?.”]))\{(?:[.#][a-z][^{}]{0,200}|: ?[.#a-z][^{}]{0,200}|v-[a-z-]{1,20}[^{}]{0,100}|[a-z][a-z-]{0,30}="[^{}]{0,400})\}[ \t]*$|^\{[.#:][^{}]{1,200}\}[ \t]*$/iu;

const SHORTCODE = /\{\{[<%][^{}]{0,300}[>%]\}\}/;

// The keys to press are words; whatever else a shortcode brings is from elsewhere.
function withoutShortcodes({ text, line }: SourceLine, problems: Problem[]): string {
  const keys = text.replaceAll(/\{\{[<%]\s*kbd\s+([^\s<>{}]{1,40})[^<>{}%]{0,100}[>%]\}\}/g, '$1');
  const [code] = SHORTCODE.exec(keys) ?? [];
  if (code === undefined) return keys;
  const message = `“${code.slice(0, 60)}” is left out: ${INSTEAD.parts}`;
  problems.push(warningOf({ text, line }, { code: 'left-out', message }));
  return keys.replaceAll(new RegExp(SHORTCODE, 'g'), '');
}

// Slidev's parts within a line, `:arrow{x1=3}`.
function withoutParts({ text, line }: SourceLine, problems: Problem[]): string {
  const [, part] = PART.exec(text) ?? [];
  if (part === undefined) return text;
  const message = `“:${part.slice(0, 60)}” is left out: ${INSTEAD.parts}`;
  problems.push(warningOf({ text, line }, { code: 'left-out', message }));
  return text.replace(PART, '');
}

const PART = /(?<=^|\s):([a-z][a-z-]{1,30})(?:\[[^[\]]{0,200}\])?\{[^{}]{0,300}\}/i;
