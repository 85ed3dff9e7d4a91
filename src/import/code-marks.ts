import { outsideCode } from '../document/code-blocks.ts';
import type { SourceLine } from '../document/source-line.ts';
import type { Importer } from './importer.ts';
import { rewriteWith } from './parting.ts';

/**
 * How other tools say which lines of code are marked, one group after the other; ours is Slidev's, `~~~js {1|2-3}`.
 *
 *     ```js [1|2-3]
 *     ```{.python code-line-numbers="1|2-3"}
 *     ```ts {*|1}
 *     <pre><code class="language-js" data-line-numbers="1|2-3">
 */
export const codeMarks: Importer = {
  name: 'marked lines of code',
  recognises: ({ lines }) => lines.some(({ text }) => FENCE.test(text) || OPENS.test(text)),
  rewrite: (text) =>
    rewriteWith({ ...text, lines: withFences(text.lines) }, () => ({
      code: ([first, ...rest]) =>
        first === undefined ? [] : [{ ...first, text: withGroups(first.text) }, ...rest],
    })),
};

const GROUPS = String.raw`(?:[\d,|*\s-]|all|none){0,200}`;
const FENCE = new RegExp(
  String.raw`^\s*(?:\`{3,}|~{3,}).{0,200}?(?:\[(?:\s*\d+:)?|line-numbers="|\{)${GROUPS}[\]"}]`,
);
const OPENS =
  /^\s*<pre\b[^<>]{0,400}>\s*<code\b([^<>]{0,400}\bdata-line-numbers="([^"<>]{0,200})"[^<>]{0,400})>(.*)$/;
const CLOSES = /^(.*?)<\/code>\s*<\/pre>\s*$/;

function withGroups(fence: string): string {
  return fence
    .replace(new RegExp(String.raw`\s\[(?:\s*\d+:)?(${GROUPS})\]\s*$`), ' {$1}')
    .replace(
      new RegExp(
        String.raw`\{\s*\.?([\w+#-]*)[^{}]{0,200}?\b(?:code|data)-line-numbers="(${GROUPS})"[^{}]{0,200}\}`,
      ),
      '$1 {$2}',
    )
    .replace(new RegExp(String.raw`\{${GROUPS}\}`), (groups) => groups.replaceAll('*', 'all'));
}

// HTML of which its lines are marked becomes a block of code, with as many lines of the file.
function withFences(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => OPENS.test(text))) return lines;
  const prose = new Set(outsideCode(lines));
  const out: SourceLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const from = lines[at];
    const [, attributes = '', groups = '', first = ''] = OPENS.exec(from?.text ?? '') ?? [];
    if (from === undefined) continue;
    const end = attributes === '' || !prose.has(from) ? -1 : endOf(lines, at, first);
    if (end < 0) {
      out.push(from);
      continue;
    }
    const language = /\b(?:language-|lang(?:uage)?=")([\w+#-]+)/.exec(attributes)?.[1] ?? '';
    const inside = lines.slice(at + 1, end + 1);
    const code = [{ ...from, text: first }, ...inside].map((line, nth, all) => ({
      ...line,
      text: plainCode(nth === all.length - 1 ? (CLOSES.exec(line.text)?.[1] ?? '') : line.text),
    }));
    const last = lines[end] ?? from;
    out.push({ ...from, text: `~~~~${language} {${groups}}` });
    out.push(...trimmed(code));
    out.push({ ...last, text: '~~~~' });
    at = end;
  }
  return out;
}

/** Code of more lines than this on a slide has lost its end. */
const MAX_LINES = 200;

function endOf(lines: readonly SourceLine[], at: number, first: string): number {
  if (CLOSES.test(first)) return at;
  const found = lines.slice(at + 1, at + MAX_LINES).findIndex(({ text }) => CLOSES.test(text));
  return found < 0 ? -1 : at + 1 + found;
}

// As reveal.js reads it: without the tags that protect it, its indent, and what is blank above and below.
function trimmed(code: readonly SourceLine[]): readonly SourceLine[] {
  const from = code.findIndex(({ text }) => text.trim() !== '');
  const to = code.findLastIndex(({ text }) => text.trim() !== '');
  const written = from < 0 ? [] : code.slice(from, to + 1);
  const indents = written
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => text.length - text.trimStart().length);
  const indent = Math.min(...indents);
  return written.map((line) => ({ ...line, text: line.text.slice(indent) }));
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function plainCode(text: string): string {
  return text
    .replaceAll(/<\/?script\b[^<>]{0,100}>|<\/?mark>/g, '')
    .replaceAll(/&(lt|gt|amp|quot);/g, (whole, name: string) => SIGNS[name] ?? whole);
}
