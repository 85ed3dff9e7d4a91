import { readdirSync, readFileSync } from 'node:fs';
import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/document/markdown.ts';
import { isParent, type Node } from '../../src/document/nodes.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { readPicturePath } from '../../src/document/pictures.ts';
import { sanitise } from '../../src/document/sanitise.ts';
import { LESSON_VIEW, toHtml } from '../../src/document/to-html.ts';
import { nodesIn } from '../../src/document/visit.ts';
import { readLines } from '../../src/document/lines.ts';
import { anyLesson } from '../lesson/arbitrary-lesson.ts';
import { runs } from '../thorough.ts';

// Formulas, and the colours of code, are drawn by the tree alone: here they are plain code, as on the way through the allow-list.
function withoutFormulas(node: Node): Node {
  if (node.kind === 'maths') {
    const { span } = node;
    return { kind: 'element', tag: 'code', attributes: {}, span, children: [] };
  }
  if (node.kind === 'code') return { ...node, colours: null };
  return isParent(node) ? { ...node, children: node.children.map(withoutFormulas) } : node;
}

// What markdown-it's own renderer makes of a text, through the allow-list.
function rendered(text: string): string {
  const lines = readLines(text).map((line) => line.text);
  if (lines.every((line) => line.trim() === '')) return '';
  const source = lines.join('\n');
  const env = {};
  const tokens = markdown.parse(source, env);
  for (const token of tokens.flatMap((one) => [one, ...(one.children ?? [])])) {
    if (token.type.startsWith('maths_')) token.content = '';
  }
  const html = markdown.renderer.render(tokens, markdown.options, env);
  return sanitise(html, (src, alt, title) => {
    const read = readPicturePath(src);
    if ('refused' in read) return null;
    const size = /^(?:small|medium|large|full)$/.test(title) ? `picture--${title}` : '';
    return { src: LESSON_VIEW.mediaBase + encodeURI(read.path), alt, size };
  }).trim();
}

function drawn(source: string): string {
  const { children } = parseDocument(readLines(source), { audience: 'class' }).document;
  return toHtml(children.map(withoutFormulas));
}

function textsOf(folder: string, end: string): readonly string[] {
  const path = new URL(folder, import.meta.url);
  return readdirSync(path)
    .filter((name) => name.endsWith(end))
    .map((name) => readFileSync(new URL(name, path), 'utf8'));
}

const PARTS =
  '* ** _ ` ``` - 1. > | |---| # #### [a](https://example.org) [b](javascript:x) ![c](d.svg) ![{Sam}](film/a.svg "small") <b> <br> </b> <div> </div> <p> </ul> <li class="step"> <img src="film/b.png"> <script> & &amp; " \' \\ ~~ --- === {Sam} [^a] +++ word'.split(
    ' ',
  );
const LAYOUTS = [
  '[^a]: A study',
  '::: reveal',
  '::: columns',
  '::: chat\nSam: No.\nWhy?\n(Later)\nAlex: Please',
  '::: cards\n### A\n- b\n### C\n- d\n:::',
  '| a | b |\n|---|:-:|\n| c | d |',
  ':::',
  'words that go\non',
  '\uE000',
];
const anyMarkdown = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...PARTS, ...LAYOUTS), fc.string({ maxLength: 3 })),
      fc.constantFrom('', ' ', '\n', '\n\n'),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.flat().join(''));

describe('a tree is drawn as markdown-it draws the text and the allow-list lets it through', () => {
  test.each([
    ['each part of our lessons', textsOf('../../lessons/', '.md').flatMap(inParts)],
    ['each part of our handouts', textsOf('../../handouts/', '.md').flatMap(inParts)],
    ['each example of the reader’s tests', textsOf('../lesson/', '.txt').flatMap(inParts)],
    ['each of CommonMark’s examples', examples.map((one) => one.markdown.replaceAll('→', '\t'))],
  ])('%s', (_, sources) => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.map(drawn)).toEqual(sources.map(rendered));
  });

  test.each(['</div> !', '! </div>', '</div> a </div>', '</div> *a* b </p> ', '<li\n\n<b>'])(
    'a tag that closes nothing, or is never closed: %j',
    (source) => expect(drawn(source)).toBe(rendered(source)),
  );

  test('any Markdown, with any HTML in it', () => {
    for (const text of [anyLesson, anyMarkdown]) {
      fc.assert(
        fc.property(text, (source) => {
          expect(drawn(source)).toBe(rendered(source));
        }),
        runs(2000),
      );
    }
  });
});

// But for tags that end in themselves as Vue's do, which a browser reads otherwise.
function inParts(text: string): readonly string[] {
  return text
    .split(/^(?:---|\.|#{1,3} .*)$/m)
    .filter((part) => !/<(?:iframe|svg|script|style|textarea)\b[^>]*\/>/i.test(part));
}

describe('a node', () => {
  const nodesOf = (text: string): readonly Node[] => [
    ...nodesIn(parseDocument(readLines(text), { audience: 'class' }).document),
  ];

  test('of words is where they are written, whatever marks come before them', () => {
    const lines = ['- One **two**', '  and {Sam}', '', '> `three` [four](https://example.org)'];
    const places = nodesOf(lines.join('\n')).flatMap((node) =>
      node.kind === 'text' || node.kind === 'codeSpan' ? [[node.text, node.span] as const] : [],
    );
    expect(places.length).toBe(6);
    for (const [text, span] of places) {
      const { line = 0, column = 0 } = span ?? {};
      expect(lines[line - 1]?.slice(column - 1).startsWith(text), text).toBe(true);
    }
  });

  test('of HTML that Markdown has a word for is of that kind, and of all other HTML an element', () => {
    const kinds = nodesOf(
      '<ul><li>a</li></ul>\n<p lang="pl">b <strong>c</strong> <mark>d</mark></p>',
    );
    expect(kinds.flatMap((node) => (isParent(node) ? [node.kind] : []))).toEqual([
      'list',
      'item',
      'element',
      'strong',
      'element',
    ]);
  });

  test('of HTML lies in two hundred others at most, and keeps its words', () => {
    const deep = `${'<b>'.repeat(5000)}words`;
    const nodes = nodesOf(deep);
    expect(nodes.filter(isParent).length).toBeLessThanOrEqual(201);
    expect(nodes.some((node) => node.kind === 'text' && node.text === 'words')).toBe(true);
  });
});
