import type { Token } from 'markdown-it';
import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';
import { withoutSlot } from './dialects/slots.ts';
import { markdown } from '../document/markdown.ts';
import { htmlProblems } from '../document/html-problems.ts';
import { pictureFinder } from '../document/picture-places.ts';
import { isPictureSize, readPicturePath, writtenAddress } from '../document/pictures.ts';
import { sanitise, sanitisePlain, takesItsText } from '../document/sanitise.ts';

/** How a lesson's HTML is to be made. */
export type RenderOptions = {
  /** What goes before a picture's path under `media/`, seen from the page the slide is shown on: `../../media/` for `board/<slug>/`. */
  readonly mediaBase: string;
  /** The names of sources that are told elsewhere in the lesson. */
  readonly told?: ReadonlySet<string>;
};

/** Rendered Markdown: safe HTML, the pictures in it, and what is wrong with them. */
export type Rendered = {
  readonly html: string;
  readonly pictures: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
  }[];
  readonly problems: readonly Problem[];
};

/** More on one slide than anybody could read is shown as plain text: it keeps reading time in step with length. */
export const LONGEST_SLIDE = 100_000;

const NOTHING: Rendered = { html: '', pictures: [], problems: [] };

/** Renders the lines of a slide. */
export function renderLines(
  lines: readonly SourceLine[],
  { mediaBase, told = new Set() }: RenderOptions,
): Rendered {
  const source = lines.map(({ text }) => withoutSlot(text)).join('\n');
  const first = lines.find(({ text }) => text.trim() !== '')?.line;
  if (first === undefined) return NOTHING;
  if (source.length > LONGEST_SLIDE) {
    const message = `Cannot lay out this slide: it has ${source.length} characters, it needs fewer than ${LONGEST_SLIDE}`;
    return {
      html: `<p>${markdown.utils.escapeHtml(source)}</p>`,
      pictures: [],
      problems: [{ code: 'slide-too-long', severity: 'error', line: first, column: 1, message }],
    };
  }
  const pictures: Rendered['pictures'][number][] = [];
  const problems: Problem[] = [];
  const env = {
    told,
    tell: (at: number, problem: Pick<Problem, 'code' | 'severity' | 'message'>) =>
      problems.push({ ...problem, line: lines[at]?.line ?? first, column: 1 }),
  };
  const tokens = markdown.parse(source, env);
  if (source.includes('/>')) closeTags(tokens);
  problems.push(...htmlProblems(tokens, lines));
  const find = pictureFinder(tokens, lines);
  const made = markdown.renderer.render(tokens, markdown.options, env);
  const plain = hasHtml(tokens) ? null : sanitisePlain(made);
  if (plain !== null) return { html: plain.trim(), pictures, problems };
  const html = sanitise(made, (src, alt, title) => {
    const place = find(src);
    const read = readPicturePath(src);
    const name = writtenAddress(src).slice(0, 80);
    if ('refused' in read) {
      problems.push({
        code: 'picture-path',
        severity: 'error',
        ...place,
        message: `Cannot show the picture “${name}”: ${read.refused}, it needs a path under media/ such as “my-film/phone.svg”`,
      });
      return null;
    }
    if (alt.trim() === '') {
      problems.push({
        code: 'no-alt-text',
        severity: 'error',
        ...place,
        message: `Cannot describe the picture “${name}”: it has no words for those who cannot see it, it needs “![what it shows](${src.slice(0, 80)})”`,
      });
    }
    pictures.push({ path: read.path, ...place });
    if (title !== '' && !isPictureSize(title)) {
      const words = title.slice(0, 40);
      const message = `Cannot read the size “${words}”: it needs to be “small”, “medium”, “large” or “full”; what the picture shows goes between “[” and “]”`;
      problems.push({ code: 'picture-size', severity: 'warning', ...place, message });
    }
    return {
      src: mediaBase + encodeURI(read.path),
      alt,
      size: isPictureSize(title) ? `picture--${title}` : '',
    };
  });
  return { html: html.trim(), pictures, problems };
}

// Tools that read HTML as Vue does close `<iframe src="…" />`; browsers would take what follows into it.
function closeTags(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.children !== null) closeTags(token.children);
    if (token.type !== 'html_block' && token.type !== 'html_inline') continue;
    if (!token.content.includes('/>')) continue;
    token.content = token.content.replaceAll(CLOSED, (tag, name: string) =>
      takesItsText(name) ? `${tag}</${name}>` : tag,
    );
  }
}

const CLOSED = /<([a-z]+)(?:\s[^<>]{0,2000})?\/>/gi;

function hasHtml(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ type, children }) =>
      type === 'html_block' || type === 'html_inline' || (children !== null && hasHtml(children)),
  );
}

/** Markdown as plain words, on one line: for headings, prompts and options. */
export function plainText(source: string): string {
  if (!/[^\p{L}\p{N} .,:;?'’“”()–-]/u.test(source)) return source.trim().replaceAll(/ +/g, ' ');
  const [inline] = markdown.parseInline(source.slice(0, LONGEST_SLIDE), {});
  const words = (inline?.children ?? []).map(({ type, content }) => {
    if (type === 'text' || type === 'code_inline' || type === 'text_special') return content;
    return type === 'softbreak' || type === 'hardbreak' || /^<br\b/i.test(content) ? ' ' : '';
  });
  return words.join('').replaceAll(/\s+/g, ' ').trim();
}
