import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlTags } from '../../src/lesson/html-tags.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const gone =
  'iframe video audio source track object embed applet script noscript style svg math canvas form input button select textarea label ' +
  'base meta link head body html title dialog template font center big marquee picture section article nav header footer details summary ' +
  'Tweet Youtube MyCard my-card Toc';

test.each(gone.split(' '))('<%s> is never left out in silence, and the warning names its line', (name) => {
  const { problems } = readLesson('a', `---\ntitle: A\n---\n### One\n\nwords <${name} a="b">c</${name}> words\n\n<${name}>\n\nd\n\n</${name}>`);
  expect(problems.map(({ code, line, column }) => ({ code, line, column }))).toEqual([
    { code: 'left-out', line: 6, column: 7 },
    { code: 'left-out', line: 8, column: 1 },
  ]);
});

test('tags are found wherever they stand, and every one within the text', () => {
  const piece = fc.constantFrom('<', '>', '"', "'", '<!--', '-->', '<b a="', '<script>', '</script', '<a', ' x=', '/', '\n', 'words');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = pieces.join('');
      const tags = htmlTags(html);
      for (const { at, name, attributes } of tags) expect(html.slice(at, at + 1 + name.length + attributes.length)).toBe(`<${name}${attributes}`);
      expect(tags.map(({ at }) => at)).toEqual(tags.map(({ at }) => at).toSorted((a, b) => a - b));
    }),
  );
});
