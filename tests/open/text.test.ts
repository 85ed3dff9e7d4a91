import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { checkSlides } from '../../src/open/check-slides.ts';
import { openFile, openPasted } from '../../src/open/open-file.ts';
import { boardOf, lessonOf, notesOf, opened } from './lesson-seen.ts';
import { PNG } from './small-pictures.ts';

const TEXT_WITH_HEAD = '---\ntitle: Ice\n---\n\n### Ice\n\nWords.\n\n';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const plans = new URL('../import/plans/', import.meta.url);
const names = readdirSync(plans).filter((name) => name.endsWith('.md'));

function pasted(html: string, text = '') {
  const found = openPasted({ html, text });
  if (found.kind !== 'opened') throw new Error(found.message);
  return found;
}

describe('a plan in Markdown', () => {
  test.each(names)(
    '%s becomes a lesson of ours that shows the class the same, with the same notes',
    (name) => {
      const text = readFileSync(new URL(name, plans), 'utf8');
      const made = opened(name, bytesOf(text));
      const [before, after] = [readLesson('x', text).lesson, readLesson('x', made.text).lesson];
      const minutes = boardOf(before).filter((line) => line.startsWith('['));
      const shown = boardOf(after);
      expect(shown.filter((line) => !line.startsWith('['))).toEqual(
        boardOf(before).filter((line) => !line.startsWith('[')),
      );
      expect(shown.filter((line) => line.startsWith('['))).toEqual(expect.arrayContaining(minutes));
      expect(notesOf(after)).toBe(notesOf(before));
      const meant = ({ vocabulary }: typeof after) =>
        vocabulary.filter(({ meaning }) => meaning !== '');
      expect(meant(after)).toEqual(meant(before));
      expect([after.objectives, after.resources, after.minutes, after.stage]).toEqual([
        before.objectives,
        before.resources,
        before.minutes,
        before.stage,
      ]);
    },
  );

  test('stays as it is, letter by letter, where it is a lesson of ours', () => {
    for (const name of readdirSync('lessons').filter((one) => /^(?!README).*\.md$/.test(one))) {
      const text = readFileSync(`lessons/${name}`, 'utf8');
      expect(opened(name, bytesOf(text)).text).toBe(text);
    }
  });

  test('has its own handouts at its end as they were, and on no slide', () => {
    const deck = '---\nmarp: true\n---\n\n# Ice\n\n---\n\n## Two\n\n<!-- Wait. -->\n\n';
    const key =
      ':::: handout\ntitle: Key\naudience: staff\n\nThe answer is B.\n\n---\n\nTwo.\n::::\n';
    const made = opened('ice.md', bytesOf(`${deck}${key}\n---\n\n## Three\n`));
    expect(made.text.endsWith(`### Three\n\n${key}`)).toBe(true);
    const { lesson } = readLesson('ice', made.text);
    expect(lesson.handouts).toMatchObject([{ title: 'Key' }]);
    expect(JSON.stringify([boardOf(lesson), notesOf(lesson)])).not.toContain('The answer');
    const { parts } = checkSlides(`${TEXT_WITH_HEAD}${key}`, 'text', new Map());
    expect(parts.map(({ written }) => written)).toEqual(['Words.']);
  });

  test('is read however it is stored', () => {
    const text = '# Café – “wet”\n\nNotes:\nSay it.\n';
    const utf16 = new Uint8Array(
      [...`\uFEFF${text}`].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]),
    );
    const windows = new Uint8Array(
      [...text].map(
        (one) => ({ '–': 0x96, '“': 0x93, '”': 0x94, é: 0xe9 })[one] ?? one.charCodeAt(0),
      ),
    );
    for (const bytes of [
      bytesOf(text),
      bytesOf(`\uFEFF${text}`),
      utf16,
      utf16.subarray(2),
      windows,
    ]) {
      expect(opened('cafe.md', bytes).text).toContain('# Café – “wet”');
    }
    expect(opened('cafe.md', windows).findings.at(-1)).toMatchObject({ kind: 'changed' });
  });

  test('says of a slide with a section’s name that it is for the class, and of a section whose it is', () => {
    const deck =
      '---\nmarp: true\n---\n\n# Camels\n\nHot\n\n---\n\n# Adaptations of the fox\n\nEars\n\n---\n\n# Resources\n\n- A jar\n\n---\n\n# Adaptations\n\nA seat by the window\n';
    const made = opened('camels.md', bytesOf(deck));
    expect(boardOf(lessonOf(made))).toEqual(boardOf(readLesson('camels', deck).lesson));
    expect(boardOf(lessonOf(made))).toEqual(
      expect.arrayContaining(['# Adaptations of the fox', '# Resources']),
    );
    const { problems } = readLesson('camels', made.text);
    expect(problems.filter(({ code }) => code === 'section-or-slide')).toEqual([]);
  });

  test('keeps a part with minutes whose name is a section’s on the board', () => {
    const plan =
      '# Camels\n\n## Starter (5 min)\n\n- Ask pupils what lives in a desert.\n- Hand out the cards.\n\n<!-- for the class -->\n## Adaptations (10 min)\n\n- Draw your camel.\n\n### Ears\n\n- Why are they large?\n\n<!-- for the class -->\n## Hard questions (5 min)\n';
    expect(boardOf(lessonOf(pasted('', plan)))).toEqual([
      '# Camels',
      '[5 min]',
      '# Starter',
      '[10 min]',
      '# Adaptations',
      'Draw your camel.',
      '# Ears',
      'Why are they large?',
      '[5 min]',
      '# Hard questions',
    ]);
  });

  test('names the tool whose deck it is, and what is left out of it', () => {
    const deck =
      '---\nmarp: true\nheader: School\n---\n\n# Soil\n\n<!-- Say hello. -->\n\n---\n\n## Jars\n\n### Small\n\nwords\n';
    const made = opened('soil.md', bytesOf(deck));
    expect(made.tool).not.toBeNull();
    expect(boardOf(lessonOf(made))).toEqual(boardOf(readLesson('soil', deck).lesson));
    expect(made.findings).toContainEqual(
      expect.objectContaining({ kind: 'left-out', place: 'line 3' }),
    );
  });

  test('brings pictures that lie beside it, and those written into it', () => {
    const data = `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`;
    const text = `# Soil\n\n## Jar\n\n![A jar](pictures/jar%201.png)\n\n![Sand][image1]\n\n\`\`\`\n![code](pictures/jar%201.png)\n\`\`\`\n\n[image1]: <${data}>\n`;
    const made = openFile({
      name: 'soil.md',
      bytes: bytesOf(text),
      beside: (path) => (path === 'pictures/jar 1.png' ? PNG : null),
    });
    if (made.kind !== 'opened') throw new Error(made.message);
    expect(made.media.map(({ path }) => path)).toEqual(['soil/jar-1.png', 'soil/picture-2.png']);
    expect(made.text).toContain('![A jar](soil/jar-1.png)');
    expect(made.text).toContain('![code](pictures/jar%201.png)');
    expect(made.text).toContain('[image1]: soil/picture-2.png');
  });
});

describe('what is pasted', () => {
  test('from a word processor has its headings, lists, bold words and tables, and no words in doubt on the board', () => {
    const html = `<html><head><style>p {}</style></head><body><b style="font-weight:normal"><h1>Soil</h1><h2>Starter (5 min)</h2><p class="MsoNormal">Hand out the <b>jars</b>.</p><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><!--[if !supportLists]-->·&nbsp;<!--[endif]-->One</p><h2>Questions</h2><ul><li>What is soil?<ul><li>Why?</li></ul></li></ul><table><tr><td>a</td><td>b</td></tr></table></b></body></html>`;
    const made = pasted(html);
    expect(boardOf(lessonOf(made))).toEqual([
      '# Soil',
      '[5 min]',
      '# Starter',
      '# Questions',
      'What is soil? Why?',
    ]);
    expect(made.text).toContain('Hand out the **jars**.');
    expect(made.text).toContain('- One');
    expect(made.text).toContain('| a | b |');
  });

  test('from a web page asks for nothing and runs nothing', () => {
    const made = pasted(
      '<h1>Soil</h1><script>alert(1)</script><p onclick="alert(1)">Words <a href="javascript:alert(1)">here</a></p><img src="https://example.org/x.png"><iframe src="https://example.org"></iframe><p hidden>Hidden</p>',
    );
    expect(made.text).not.toMatch(/alert|javascript|example\.org|Hidden|onclick/);
    expect(made.findings.filter(({ kind }) => kind === 'left-out').length).toBe(2);
  });

  test('from a chatbot is read as Markdown, without the block of code round it', () => {
    const text =
      'Sure! Here is a plan.\n\n```markdown\n# Soil\n\n## Starter (5 min)\n\n- Ask pupils what soil is.\n\n## Task (10 min)\n\n- Draw your jar.\n```\n\nShall I make a worksheet?\n';
    const made = pasted('<p>x</p>', text);
    expect(boardOf(lessonOf(made))).toEqual(
      expect.arrayContaining(['[5 min]', '# Starter', '[10 min]', '# Task', 'Draw your jar.']),
    );
    expect(boardOf(lessonOf(made)).join()).not.toMatch(/Sure|Shall I|Ask pupils/);
  });

  test('as plain words is in the notes', () => {
    const made = pasted('', 'Soil is old.\n\nIt is made of sand.\n');
    expect(boardOf(lessonOf(made)).join('')).not.toContain('sand');
    expect(notesOf(lessonOf(made))).toContain('it is made of sand');
  });

  test('with nothing in it gets a sentence that says what to do', () => {
    expect(openPasted({ html: ' ', text: '' })).toMatchObject({
      kind: 'not-opened',
      code: 'empty-file',
    });
  });
});
