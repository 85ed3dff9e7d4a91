import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { sanitise, sanitisePlain } from '../../src/document/sanitise.ts';
import { plainText } from '../../src/lesson/slide.ts';
import { runs } from '../thorough.ts';

const markdown = markdownIt({ html: false, xhtmlOut: true });
const noPicture = () => null;

const marks =
  '* ** _ ` ``` - 1. > | |---| # #### [a](https://example.org) [b](javascript:x) ![c](d.svg) <b> & &amp; " \' \\ ~~ --- ===';
const anyMarkdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(...marks.split(' '), 'word', 'https://example.org', '    '),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .chain((parts) =>
    fc
      .array(fc.constantFrom('', ' ', '\n', '\n\n'), {
        minLength: parts.length,
        maxLength: parts.length,
      })
      .map((gaps) => parts.map((part, at) => part + gaps[at]).join('')),
  );

// The quick way, and the long one; the quick way may leave it to the long one.
function bothWays(source: string): readonly [string, string] {
  const html = markdown.render(source);
  const long = sanitise(html, noPicture);
  return [sanitisePlain(html) ?? long, long];
}

test('what Markdown alone makes is sanitised the quick way as the long way', () => {
  const sources = examples.map((example) => bothWays(example.markdown));
  expect(sources.map(([quick]) => quick)).toEqual(sources.map(([, long]) => long));
  fc.assert(
    fc.property(anyMarkdown, (source) => {
      const [quick, long] = bothWays(source);
      expect(quick).toBe(long);
    }),
    runs(3000),
  );
});

test.for([
  '<p onclick="a">',
  '<script>',
  '<P>',
  '<a href="https://a" title="b">',
  '<a href="http://a">',
  '&#60;',
  '<p',
  '<<p>p>',
  '<img src="a">',
])('%s is not let through the quick way', (html) =>
  expect(sanitisePlain(`<p>${html}</p>`)).toBeNull(),
);

test('words without marks are read as Markdown reads them', () => {
  const unit = fc.constantFrom('a', 'É', '1', ' ', '.', ',', ':', '-', '(', ')', '’', '?', ';');
  fc.assert(
    fc.property(fc.string({ unit }), (source) => {
      const longWay = plainText(`${source}\\!`).slice(0, -1);
      expect(plainText(source)).toBe(longWay.trim());
    }),
  );
});
