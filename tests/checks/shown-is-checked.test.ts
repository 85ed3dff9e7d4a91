import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHandout } from '../../src/checks/check-handout.ts';
import { checkLesson } from '../../src/checks/checks.ts';
import { lessonTextBlocks } from '../../src/checks/lesson-text-blocks.ts';
import { placeIn } from '../../src/checks/text-block.ts';
import { visitFields, type Fields } from '../../src/checks/visit-fields.ts';
import { wordHazard } from '../../src/checks/word-hazard.ts';
import blamingWording from '../../src/checks/words/blaming-wording.json' with { type: 'json' };
import type { Document, Node } from '../../src/document/nodes.ts';
import { toWords } from '../../src/document/to-text.ts';
import { nodesIn } from '../../src/document/visit.ts';
import type { WordFields } from '../../src/document/word-fields.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { readHandout } from '../../src/outputs/handouts/read-handout.ts';
import { anyLesson } from '../lesson/arbitrary-lesson.ts';
import { runs } from '../thorough.ts';

const BLAME = 'you should have known better';
/** Everywhere, in what a character says as well. */
const hazards = [wordHazard('blaming-wording', { ...blamingWording, silentInStory: false })];

/** Where blame is found in a lesson, and where it stands. */
function found(text: string) {
  const { lesson } = readLesson('a-lesson', text);
  const places = checkLesson(lesson, text, { hazards }).map(({ line, column }) => [line, column]);
  const planted = text.split('\n').flatMap((line, at) => {
    const column = line.indexOf('should have known');
    return column < 0 ? [] : [[at + 1, column + 1]];
  });
  return { places, planted };
}

const places: Readonly<Record<string, string>> = {
  'words in a formula': `---\ntitle: A\n---\n### One\n\nSo $x = \\text{${BLAME}}$`,
  'a formula that cannot be read': `---\ntitle: A\n---\n### One\n\n$\\wrong{${BLAME}}$`,
  'what to do while a timer runs': `---\ntitle: A\n---\n### One\n\n::: timer 5\n${BLAME}\n:::`,
  'a step of working': `---\ntitle: A\n---\n### One\n\n::: steps\n$x$, ${BLAME}\n:::`,
  'a card of a link': `---\ntitle: A\n---\n### One\n\n[${BLAME}](https://youtu.be/a)`,
  'code with colours': `---\ntitle: A\n---\n### One\n\n~~~python\n# ${BLAME}\n~~~`,
  'the title on the board': `---\ntitle: A\non the board: “${BLAME}”\n---\n### One`,
  'a title that has to do for the board': `---\ntitle: ${BLAME}\n---\n### One`,
  'a content note': `---\ntitle: A\ncontent note: ${BLAME}\n---\n# One`,
  'an objective': `---\ntitle: A\nobjectives:\n  - Say that ${BLAME}\n---\n# One`,
  'a word of the vocabulary': `---\ntitle: A\nvocabulary:\n  blame: ${BLAME}\n---\n# One`,
  'a title slide’s heading': `# ${BLAME}`,
  'what stands below it': `# One\n${BLAME}`,
  'a slide’s heading': `# One\n### So *${BLAME}*`,
  'a block’s heading that is a slide’s': `# One\n## ${BLAME} (5 min)\nWords`,
  'the heading of a slide that lies over lines': `# One\n\nWords and\n${BLAME}\n---`,
  'a paragraph': `# One\nWords, and **${BLAME}**.`,
  'a small heading': `# One\n#### ${BLAME}`,
  'a list': `# One\n- Words\n- ${BLAME}`,
  'a list in a list': `# One\n- Words\n  - ${BLAME}`,
  'what comes one by one': `# One\n::: reveal\n- Words\n- ${BLAME}\n:::`,
  'a quotation': `# One\n> So ${BLAME}`,
  'a head of a table': `# One\n| Words | ${BLAME} |\n| --- | --- |\n| a | b |`,
  'a cell of a table': `# One\n| Words | b |\n| --- | --- |\n| a | ${BLAME} |`,
  columns: `# One\n::: columns\nWords\n+++\n${BLAME}\n:::`,
  'a message': `# One\n::: chat\nAlex: Hi\nSam: ${BLAME}\n:::`,
  'what is told between messages': `# One\n::: chat\nAlex: Hi\n(${BLAME})\nSam: Hi\n:::`,
  'a group of cards': `# One\n::: cards\n### A\n- a\n### ${BLAME}\n- b\n:::`,
  'a card': `# One\n::: cards\n### A\n- a\n### B\n- ${BLAME}\n:::`,
  code: `# One\nWords \`${BLAME}\``,
  'a block of code': `# One\n\`\`\`\nWords\n${BLAME}\n\`\`\``,
  'what a picture shows': `# One\n![So ${BLAME}](a-film/x.svg)`,
  'a picture in HTML': `# One\n<p>Words <img src="a-film/x.svg" alt="${BLAME}"></p>`,
  'a picture that may not be shown': `# One\n![${BLAME}](https://example.org/x.png)`,
  HTML: `# One\n<div>\n<p>Words</p>\n<p lang="en">So <u>${BLAME}</u></p>\n</div>`,
  'a caption of a table in HTML': `# One\n<table><caption>${BLAME}</caption><tr><td>a</td></tr></table>`,
  'a link’s words': `# One\n[${BLAME}](https://example.org)`,
  'a source': `# One\nWords[^a]\n\n[^a]: ${BLAME}, 2024`,
  'the text of the film’s card': `# One\n::: film\n${BLAME}\n:::`,
  'a stop': `# One\n::: film\n### Stop one: ${BLAME}\n:::`,
  'what stands below a stop': `# One\n::: film\n### Stop one: What now?\n${BLAME}\n:::`,
  'the foot of help': `# One\n::: help\n${BLAME}\n:::`,
  'the heading above a question': `# One\n### ${BLAME}\n::: choice a character\nWhy?\n- A\n- B\n:::`,
  'a prompt': `# One\n::: choice a character\nWhy *${BLAME}*?\n- A\n- B\n:::`,
  'an option': `# One\n::: choices a character\nWhy?\n- A\n- ${BLAME}\n:::`,
  'an option’s second line': `# One\n::: choice a character\nWhy?\n- A\n- B, as\n  ${BLAME}\n:::`,
  'an end of a scale': `# One\n::: scale a view\nWhy?\n1: Not\n5: ${BLAME}\n:::`,
  'what is put in order': `# One\n::: order a knowledge\nWhy?\n1. A\n2. ${BLAME}\n3. C\n:::`,
  'an explanation': `# One\n::: choice a knowledge\nWhy?\n- [x] A\n- [ ] B\n\n> So\n> ${BLAME}\n:::`,
  'a statement that is called a fact': `# One\n::: myth a fact\n${BLAME}\n:::`,
  'a question that cannot be asked': `# One\n::: choice a\nWhy?\n- A\n- ${BLAME}\n:::`,
};

describe('words that blame are found at their place, in', () => {
  test.for(Object.entries(places))('%s', ([, text]) => {
    const { places: at, planted } = found(text);
    expect(planted).toHaveLength(1);
    expect(at).toEqual(planted);
  });

  test.for([
    ['a paragraph', `Words, and ${BLAME}.`],
    ['a heading', `## ${BLAME}`],
    ['a part', `::: box\n${BLAME}\n:::`],
    ['a part in a part', `::: box\n::: box\n- ${BLAME}\n:::\n:::`],
    ['a line that is filled in', `So ${BLAME}: ______`],
    ['a picture', `![${BLAME}](a-film/x.svg)`],
  ])('%s of a handout', ([, body]) => {
    const text = `---\ntitle: A\naudience: pupils\nreviewed: 2026-11-25\n---\n${body}\n`;
    const at = checkHandout(readHandout('a', text), text, { today: '2026-11-25' })
      .filter(({ code }) => code === 'blaming-wording')
      .map(({ line, column }) => `${line}:${column}`);
    const line = text.split('\n').findIndex((one) => one.includes(BLAME));
    const column = (text.split('\n')[line] ?? '').indexOf('should have known');
    expect(at).toEqual([`${line + 1}:${column + 1}`]);
  });
});

test('every word on the slides of any lesson is in a text block for pupils, at its place', () => {
  fc.assert(
    fc.property(anyLesson, (text) => {
      const { lesson } = readLesson('a-lesson', text);
      const textBlocks = lessonTextBlocks(lesson).filter(({ to }) => to === 'pupils');
      const known = new Set(
        textBlocks.flatMap((textBlock) =>
          textBlock.pieces.map(({ at }) => {
            const { line, column } = placeIn(textBlock, at);
            return `${line}:${column}`;
          }),
        ),
      );
      for (const slide of slidesOf(lesson)) {
        for (const node of nodesIn([...slide.headingNodes, ...slide.body.children])) {
          if (node.kind !== 'text' || node.span === null || node.text.trim() === '') continue;
          expect(known).toContain(`${node.span.line}:${node.span.column}`);
        }
        // A heading is made of its nodes, and on a question's slide of what it asks as well.
        const isQuestion = slide.kind === 'poll' || slide.asked !== null;
        expect(isQuestion ? '' : toWords(slide.headingNodes)).toBe(isQuestion ? '' : slide.heading);
      }
    }),
    runs(1000),
  );
});

describe('a model with a field that is never visited', () => {
  type Quote = { readonly by: string; readonly byNodes: readonly Node[]; readonly words: Document };

  test('does not compile, nor one with words that are said to be none', () => {
    const visit = () => [];
    const whole: Fields<Quote> = { by: 'in nodes', byNodes: visit, words: visit };
    // @ts-expect-error: no one visits `words`.
    const forgotten: Fields<Quote> = { by: 'in nodes', byNodes: visit };
    // @ts-expect-error: a tree has words.
    const silent: Fields<Quote> = { by: 'in nodes', byNodes: visit, words: 'no words' };
    // @ts-expect-error: there are no `capNodes` that `cap` could be made of.
    const missing: Fields<{ readonly cap: string }> = { cap: 'in nodes' };
    // @ts-expect-error: there is a tree in it.
    const deep: Fields<{ readonly all: readonly Quote[] }> = { all: 'no words' };
    expect([whole, forgotten, silent, missing, deep]).toHaveLength(5);
    const of: Quote = {
      by: '',
      byNodes: [],
      words: { kind: 'document', audience: 'class', children: [] },
    };
    expect(visitFields(of, whole)).toEqual([]);
  });

  test('is no kind of slide either', () => {
    const whole: WordFields<Quote> = { by: 'in nodes', byNodes: 'heading', words: 'text' };
    // @ts-expect-error: no one says what `words` is.
    const forgotten: WordFields<Quote> = { by: 'in nodes', byNodes: 'heading' };
    // @ts-expect-error: a tree has words.
    const silent: WordFields<Quote> = { by: 'in nodes', byNodes: 'heading', words: 'no words' };
    expect([whole, forgotten, silent]).toHaveLength(3);
  });
});
