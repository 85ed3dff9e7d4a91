import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lessonTextBlocks } from '../../src/checks/lesson-text-blocks.ts';
import { placeIn, type TextBlock } from '../../src/checks/text-block.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { anyLesson } from '../lesson/arbitrary-lesson.ts';
import { runs } from '../thorough.ts';

const textBlocksOf = (text: string): readonly TextBlock[] =>
  lessonTextBlocks(readLesson('a-lesson', text).lesson);

/** One line for each text block: its audience, what it is, where it starts, and its words. */
function outlineOf(text: string): readonly string[] {
  return textBlocksOf(text).map((textBlock) => {
    const { line, column } = placeIn(textBlock, 0);
    return `${textBlock.to} ${textBlock.role}${textBlock.within === null ? '' : ` ${textBlock.within}`} ${line}:${column} ${textBlock.text}`;
  });
}

describe('text blocks', () => {
  test('are what a slide shows, each cell, picture and link apart', () => {
    const text = [
      '# Pressure <!-- said -->',
      '',
      'Ask **an adult**, or [look here](https://example.org/a).',
      '- one \\- and &amp; two',
      '',
      '| Who | When |',
      '| --- | --- |',
      '| A friend | Now |',
      '',
      '![A phone](a-film/phone.svg)',
      '',
      '[^1]: A report, 2024',
      '',
      '<p>Bold <b>words</b><img src="a-film/x.svg" alt="A hand"></p>',
      '',
      '#### Small',
      'Notes: Listen',
    ];
    expect(outlineOf(text.join('\n'))).toEqual([
      'pupils heading 1:3 Pressure',
      'teacher text 1:17 said',
      'pupils text 3:1 Ask an adult, or look here.',
      'pupils address 3:34 https://example.org/a',
      'pupils text 4:3 one - and & two',
      'pupils cell 6:3 Who',
      'pupils cell 6:9 When',
      'pupils cell 8:3 A friend',
      'pupils cell 8:14 Now',
      'pupils alt 10:3 A phone',
      'pupils footnote 12:1 [^1]: A report, 2024',
      'pupils text 14:4 Bold words',
      'pupils alt 14:50 A hand',
      'pupils heading 16:6 Small',
      'teacher text 17:8 Listen',
    ]);
  });

  test('of resources, sources and outlines are the teacher’s', () => {
    const text =
      '# One\n## Resources\n- Slips\n## Lesson outline\n\n| Part | Time | What |\n|---|---|---|\n| Start | 5 | Agree rules |';
    expect(outlineOf(text)).toEqual([
      'pupils heading 1:3 One',
      'teacher field resources 2:4 Resources',
      'teacher field resources 3:3 Slips',
      'pupils heading 8:3 Start',
      'teacher text 8:15 What: Agree rules',
    ]);
  });

  test('of a question are its prompt, its options and what explains the result', () => {
    const text =
      '# One\n::: choice how character\nHow does *Sam*\nfeel?\n- Fine\n- So\n  so\n> All\n> good.\n\nNotes: Wait.\n:::';
    expect(outlineOf(text)).toEqual([
      'pupils heading 1:3 One',
      'pupils prompt 2 3:1 How does Sam feel?',
      'pupils option 2 5:3 Fine',
      'pupils option 2 6:3 So so',
      'pupils explanation 2 8:3 All good.',
      'teacher text 11:8 Wait.',
    ]);
  });

  test('of a thread are its messages, each with who says it, and its fences are none', () => {
    const text =
      'Before\n::: chat\nAlex: Send me\none?\n- Please.\n**Sam:** No.\n(Later)\n:::\nAfter\nNotes:\nSaid';
    expect(outlineOf(text)).toEqual([
      'pupils text 1:1 Before',
      'pupils message 3:1 Alex: Send me one? Please.',
      'pupils message 6:3 Sam: No.',
      'pupils text 7:2 Later',
      'pupils text 9:1 After',
      'teacher text 11:1 Said',
    ]);
  });

  test('leave out slides that are not shown, and give the title to pupils where the board has no other', () => {
    expect(
      outlineOf('---\ntitle: Two\n---\n### One\n\n---\nhide: true\nlayout: a\n---\n### Three'),
    ).toEqual(['teacher field title 2:8 Two', 'pupils heading 4:5 One']);
    expect(outlineOf('---\ntitle: Two\n---\n### One')).toEqual([
      'pupils field title 2:8 Two',
      'pupils heading 4:5 One',
    ]);
    expect(outlineOf('---\ntitle: Two\n---\n# One')).toEqual([
      'teacher field title 2:8 Two',
      'pupils heading 4:3 One',
    ]);
  });

  test('leave out the time of a block’s heading, and give the teacher the block where its slide is another', () => {
    expect(outlineOf('## Talk (5 min)\n### In pairs\nGo.\n## Think – 5 min\nSlowly.')).toEqual([
      'teacher heading 1:4 Talk',
      'pupils heading 2:5 In pairs',
      'pupils text 3:1 Go.',
      'pupils heading 4:4 Think',
      'pupils text 5:1 Slowly.',
    ]);
  });

  test('are at the place they give, in any text', () => {
    fc.assert(
      fc.property(anyLesson, (text) => {
        const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
        for (const textBlock of textBlocksOf(text)) {
          for (const { at, line, column } of textBlock.pieces) {
            expect(line).toBeLessThanOrEqual(lines.length);
            expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
            const [first, written] = [textBlock.text[at] ?? '', lines[line - 1]?.[column - 1]];
            // Our own word before the right option of a list, in its notes.
            if (textBlock.text.startsWith('Right: ')) continue;
            expect(/[a-z]/i.test(first) ? written : first).toBe(first);
          }
        }
      }),
      runs(1000),
    );
  });
});
