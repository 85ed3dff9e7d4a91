import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLines } from '../../src/document/lines.ts';
import type { Document } from '../../src/document/nodes.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { cleanParts, type CleanPart } from '../../src/document/sanitise.ts';
import { draw } from '../../src/document/to-html.ts';
import { drawNamed } from '../../src/lesson/named-html.ts';
import { showNames } from '../../src/lesson/today.view.ts';
import { html, type Html } from '../../src/text/html.ts';

function parsed(text: string): Document {
  return parseDocument(readLines(text), { audience: 'class' }).document;
}

const kit = { Sam: 'Kit' };
const SAM = '<span data-character="Sam">Kit</span>';

describe('a lesson’s text is drawn', () => {
  test.for([
    ['{Sam} waits, {Robin} {constructor}.', `<p>${SAM} waits, {Robin} {constructor}.</p>`],
    ['`{Sam}` {Sam}', `<p><code>{Sam}</code> ${SAM}</p>`],
    ['    {Sam}', '<pre><code>{Sam}\n</code></pre>'],
    ['<abbr title="{Sam}">S</abbr>', '<abbr title="Kit" data-named-title="{Sam}">S</abbr>'],
    [
      '[her]{.x} [site](https://a.example/ "{Sam}")',
      '<a href="https://a.example/" title="Kit" data-named-title="{Sam}">site</a>',
    ],
  ])('with names in it: %s', ([text = '', wanted]) => {
    expect(drawNamed(draw(parsed(text)), kit)).toContain(wanted);
  });

  test('with a picture’s words kept as they were written', () => {
    expect(drawNamed(draw(parsed('![{Sam} waits](a.svg)')), kit)).toContain(
      ' alt="Kit waits" data-named-alt="{Sam} waits"',
    );
  });

  test('with its braces where no names are asked for', () => {
    expect(String(draw(parsed('{Sam} ![{Sam}](a.svg)')))).toMatch(
      /^<p>\{Sam\} <img .*alt="\{Sam\}"/,
    );
  });
});

describe('a template is drawn', () => {
  const sam = '{Sam}';
  test.for<[Html, string]>([
    [html`<h2>${'How is {Sam}?'}</h2>`, `<h2>How is ${SAM}?</h2>`],
    [html`<ul>${['{Sam}', html`<li>${sam}</li>`]}</ul>`, `<ul>${SAM}<li>${SAM}</li></ul>`],
    [
      html`<p title="Hide “${sam}”, ${2}" class="${'a'}" hidden>${sam}</p>`,
      `<p title="Hide “Kit”, 2" data-named-title="Hide “{Sam}”, 2" class="a" hidden>${SAM}</p>`,
    ],
    [
      html`<p${html` title="${sam}" lang="en"`}>${null}</p>`,
      '<p title="Kit" data-named-title="{Sam}" lang="en"></p>',
    ],
    [
      html`<p data-names="${JSON.stringify(kit)}">{Sam}</p>`,
      '<p data-names="{&quot;Sam&quot;:&quot;Kit&quot;}">{Sam}</p>',
    ],
  ])('with names wherever a value has them', ([template, wanted]) => {
    expect(drawNamed(template, kit)).toBe(wanted);
  });

  test('with names that can never become markup, whatever they are', () => {
    const template = html`<p title="${sam}">${sam}</p>${draw(parsed('{Sam} ![{Sam}](a.svg)'))}`;
    fc.assert(
      fc.property(fc.string(), (name) => {
        const made = drawNamed(template, { Sam: `${name}x` });
        expect(made.match(/[<>]/g)).toHaveLength(18);
        expect(made.match(/"/g)).toHaveLength(14);
      }),
    );
  });
});

test('a page that was drawn with some names and given others is as if it was drawn with those', () => {
  const odd = fc.string().map((words) => words.replaceAll(/[{}]/g, ''));
  const name = fc.oneof(fc.constantFrom("O'Neil", '<b>', '&amp;', '"'), odd);
  const names = fc.record({ Sam: name, Alex: name });
  const page = html`<h2 title="To ${'{Alex}'}, {x}">${'{Sam} and {Alex}'}</h2>${draw(
    parsed('{Sam}, {Robin} `{Sam}`\n\n![{Alex} and {Sam}](a.svg)'),
  )}`;
  fc.assert(
    fc.property(names, names, (before, after) => {
      const shown = pageOf(drawNamed(page, before));
      showNames(shown.page, after);
      expect(shown.parts).toEqual(pageOf(drawNamed(page, after)).parts);
    }),
  );
});

type Part =
  | { is: 'opens'; tag: string; attributes: Record<string, string> }
  | { is: 'closes'; tag: string }
  | { is: 'words'; words: string };

// What `showNames` asks of a page, and no more: the specs have it in a browser.
function pageOf(markup: string): { readonly page: ParentNode; readonly parts: Part[] } {
  const parts = [...cleanParts(markup)].map(partOf);
  const querySelectorAll = (selector: string) =>
    parts.flatMap((part) =>
      part.is === 'opens' && Object.hasOwn(part.attributes, selector.slice(1, -1))
        ? [elementOf(part, parts)]
        : [],
    );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a page as is used
  return { page: { querySelectorAll } as unknown as ParentNode, parts };
}

function elementOf(part: Extract<Part, { is: 'opens' }>, parts: Part[]): object {
  return {
    dataset: { character: part.attributes['data-character'] },
    getAttribute: (name: string) => part.attributes[name] ?? null,
    setAttribute: (name: string, value: string) => (part.attributes[name] = value),
    set textContent(words: string) {
      const at = parts.indexOf(part) + 1;
      const end = parts.findIndex(({ is }, index) => index >= at && is === 'closes');
      parts.splice(at, end - at, ...(words === '' ? [] : [{ is: 'words' as const, words }]));
    },
  };
}

function partOf(part: CleanPart): Part {
  switch (part.is) {
    case 'opens': {
      const pairs = Object.entries(part.attributes).map(([name, value]) => [name, read(value)]);
      return { is: 'opens', tag: part.tag, attributes: Object.fromEntries(pairs) };
    }
    case 'closes':
      return part;
    case 'words':
      return { is: 'words', words: read(part.words) };
  }
}

function read(words: string): string {
  return words.replaceAll('&#39;', "'");
}
