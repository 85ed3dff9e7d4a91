import { expect, it } from 'vitest';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { toHtml } from '../../src/document/to-html.ts';
import { BOARD_VIEW } from '../../src/slides/slide-kind.ts';

const HEAD = '---\ntitle: Loops\n---\n\n### Loop\n\n';

function onBoard(text: string) {
  const { lesson, problems } = readLesson('loops', HEAD + text);
  return {
    html: slidesOf(lesson)
      .map(({ body }) => toHtml(body, BOARD_VIEW))
      .join(''),
    problems,
  };
}

const OURS = onBoard('~~~js {1|2-3}\nlet a = 1 < 2\nlet b\nlet c\n~~~\n');

it.each([
  ['Slidev', '```js {1|2-3}{lines:true}\nlet a = 1 < 2\nlet b\nlet c\n```\n'],
  ['reveal.js in Markdown', '```js [1|2-3]\nlet a = 1 < 2\nlet b\nlet c\n```\n'],
  ['reveal.js with a first number', '```js [7: 1|2-3]\nlet a = 1 < 2\nlet b\nlet c\n```\n'],
  ['Quarto', '```{.js code-line-numbers="1|2-3"}\nlet a = 1 < 2\nlet b\nlet c\n```\n'],
  ['Pandoc', '~~~{.js .x data-line-numbers="1|2-3"}\nlet a = 1 < 2\nlet b\nlet c\n~~~\n'],
  [
    'reveal.js in HTML',
    '<pre><code class="language-js" data-trim data-line-numbers="1|2-3">\n  let a = 1 &lt; 2\n  let b\n  let c\n</code></pre>\n',
  ],
  [
    'reveal.js in HTML with code beside its tags',
    '<pre><code data-line-numbers="1|2-3" class="language-js"><script type="text/template">let a = 1 < 2\nlet b\nlet c</script></code></pre>\n',
  ],
])('the marked lines of %s are ours', (_, text) => {
  expect(onBoard(text)).toEqual(OURS);
});

it('“*” of Slidev is all lines, and so is nothing before the first “|” of Quarto', () => {
  const all = onBoard('~~~js {all|1}\na\nb\n~~~\n').html;
  expect(all).toContain('mark-0 mark-1');
  expect(onBoard('```js {*|1}\na\nb\n```\n').html).toBe(all);
  expect(onBoard('```{.js code-line-numbers="|1"}\na\nb\n```\n').html).toBe(all);
});

it('HTML code without an end, and code without numbers, is as it was', () => {
  const open = '<pre><code data-line-numbers="1|2">\nlet a\n\nWords.\n';
  expect(onBoard(open).html).not.toContain('code-lines');
  expect(onBoard('<pre><code class="language-js">\nlet a\n</code></pre>\n').html).not.toContain(
    'code-lines',
  );
  expect(onBoard('```js [link](x)\nlet a\n```\n').html).not.toContain('code-lines');
});

it('code about slides stays as it is', () => {
  const html = '<pre><code data-line-numbers="1|2">\nlet a\n</code></pre>';
  expect(onBoard(`~~~html\n${html}\n~~~\n`).html).toContain('data-line-numbers');
});

it('a mistake in them is at its line of the file', () => {
  const { problems } = onBoard('Words.\n\n```js [1|7]\nlet a\n```\n');
  expect(problems).toMatchObject([{ code: 'code-lines', line: 9, column: 1 }]);
});
