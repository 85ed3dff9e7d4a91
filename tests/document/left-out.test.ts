import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlTags } from '../../src/document/html-tags.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const gone =
  'iframe video audio source track object embed applet script noscript style svg math canvas form input button select textarea label ' +
  'base meta link head body html title dialog template font center big marquee picture section article nav header footer details summary ' +
  'Tweet Youtube MyCard my-card Toc';

/** A slide that was made for one of these is empty without it. */
const embedded: readonly string[] = ['iframe', 'video', 'audio', 'object', 'embed'];

test.each(gone.split(' '))(
  '<%s> is never left out in silence, and the message has its line',
  (name) => {
    const { problems } = readLesson(
      'a',
      `---\ntitle: A\n---\n### One\n\nwords <${name} a="b">c</${name}> words\n\n<${name}>\n\nd\n\n</${name}>`,
    );
    const kind = embedded.includes(name)
      ? { code: 'embedded-media', severity: 'error' }
      : { code: 'left-out', severity: 'warning' };
    expect(
      problems.map(({ code, severity, line, column }) => ({ code, severity, line, column })),
    ).toEqual([
      { ...kind, line: 6, column: 7 },
      { ...kind, line: 8, column: 1 },
    ]);
  },
);

test('tags are found at any place, and every one is within the text', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '<!--',
    '-->',
    '<b a="',
    '<script>',
    '</script',
    '<a',
    ' x=',
    '/',
    '\n',
    'words',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = pieces.join('');
      const tags = htmlTags(html);
      for (const { at, name, attributes } of tags) {
        expect(html.slice(at, at + 1 + name.length + attributes.length)).toBe(
          `<${name}${attributes}`,
        );
      }
      expect(tags.map(({ at }) => at)).toEqual(tags.map(({ at }) => at).toSorted((a, b) => a - b));
    }),
  );
});
