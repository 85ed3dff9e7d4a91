import { isParent, type Node } from '../../src/document/nodes.ts';
import { toHtml } from '../../src/document/to-html.ts';
import { tests } from 'commonmark-spec';
import { expect, test } from 'vitest';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLines } from '../../src/document/lines.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { sanitise } from '../../src/document/sanitise.ts';
import { onOneSlide, severalSlides, type Reason } from './commonmark-differences.ts';

const examples = tests.map(({ number, markdown, html }) => ({
  number,
  markdown: tabbed(markdown),
  html: tabbed(html),
  wanted: plain(tabbed(html)),
}));
const MEDIA = '../../media/';

// Its tabs are written as arrows.
function tabbed(text: string): string {
  return text.replaceAll('→', '\t');
}

// What a browser shows alike is alike: `&quot;` and `"` in text, and an empty quote on one line or two.
function plain(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('<blockquote>\n</blockquote>', '<blockquote></blockquote>')
    .trim();
}

function rendered(markdown: string): string {
  const { document } = parseDocument(readLines(markdown), { audience: 'class' });
  return plain(toHtml(document.children.map(withoutColours), { mediaBase: MEDIA }));
}

// Code in a language that is known has colours, of which CommonMark says nothing.
function withoutColours(node: Node): Node {
  if (node.kind === 'code') return { ...node, colours: null };
  return isParent(node) ? { ...node, children: node.children.map(withoutColours) } : node;
}

function listed(reasons: readonly Reason[]): readonly number[] {
  return [...new Set(reasons.flatMap((reason) => reason.examples))].toSorted((a, b) => a - b);
}

test('all 652 examples of CommonMark 0.31 are there', () => {
  expect(examples.map(({ number }) => number)).toEqual(
    Array.from({ length: 652 }, (_, at) => at + 1),
  );
});

test('every example comes out as CommonMark says, but for what is listed', () => {
  const differ = examples
    .filter(({ markdown, wanted }) => rendered(markdown) !== wanted)
    .map(({ number }) => number);
  expect(differ).toEqual(listed(onOneSlide));
});

test('what differs is made by sanitising alone: each comes out as what CommonMark says, sanitised', () => {
  for (const { number, markdown, html } of examples) {
    const paths = new Set(
      parseDocument(readLines(markdown), { audience: 'class' }).pictures.map(({ path }) => path),
    );
    const place = (src: string, alt: string) => (paths.has(src) ? { src: MEDIA + src, alt } : null);
    expect(rendered(markdown), `example ${number}`).toBe(plain(sanitise(html, place)));
  }
});

test('each difference is what its reason says', () => {
  for (const { number, markdown, wanted } of examples) {
    const reasons = onOneSlide.filter((reason) => reason.examples.includes(number));
    if (reasons.length === 0 || reasons.some(({ made }) => made === undefined)) continue;
    const made = reasons.reduce((html, reason) => reason.made?.(html) ?? html, wanted);
    expect(rendered(markdown), `example ${number}`).toBe(made);
  }
});

test('in a lesson every example is one slide, but for what is listed', () => {
  const differ = examples.filter(
    ({ markdown }) =>
      slidesOf(readLesson('example', `---\ntitle: Example\n---\n${markdown}`).lesson).length !== 1,
  );
  expect(differ.map(({ number }) => number)).toEqual(listed(severalSlides));
});
