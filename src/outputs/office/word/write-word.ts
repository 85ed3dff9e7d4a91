import { HeadingLevel, type Paragraph, type Table } from 'docx';
import { isEmpty } from '../../../document/nodes.ts';
import { allCuts, cutMinutes } from '../../../lesson/cuts.ts';
import type { Block, Lesson, Slide } from '../../../lesson/lesson.ts';
import { fillWords, withNames } from '../../../lesson/names.ts';
import { labelOf } from '../../../slides/kinds.ts';
import { agesOf, coreMinutes, lengthOf, sumMinutes } from '../../library/lesson-card.ts';
import {
  blocksOf,
  boldRun,
  plainParagraph,
  plainRun,
  runWords,
  type OfficeBlock,
  type OfficeCell,
} from '../office-blocks.ts';
import { slidePage } from '../powerpoint/slide-pages.ts';
import { answerBlocks, END_CALMLY } from '../powerpoint/slide-notes.ts';
import { staffBlocks } from '../staff-blocks.ts';
import { packWord } from './pack-word.ts';
import { paragraph, tableOf, wordBlocks, type ListCount } from './word-text.ts';

/** Writes a lesson’s plan as a document of Word (ECMA-376): what it needs and how long it takes, as the plan is printed, then the whole of it slide by slide with the teacher’s notes. Headings, lists and tables are Word’s own. */
export function writeWord(lesson: Lesson): Promise<Uint8Array<ArrayBuffer>> {
  const count: ListCount = { lists: 0 };
  const title = fillWords(lesson.title, lesson.names);
  return packWord([...about(lesson, count), ...slideBySlide(lesson, count)], {
    title,
    foot: `Lesson plan: ${title}`,
  });
}

type Parts = readonly (Paragraph | Table)[];

function heading(words: string): Paragraph {
  return paragraph([plainRun(words)], { heading: HeadingLevel.HEADING_1 });
}

function about(lesson: Lesson, count: ListCount): Parts {
  const { names, staff } = lesson;
  const named = withNames(
    {
      title: lesson.title,
      summary: lesson.summary,
      objectives: lesson.objectives,
      resources: lesson.resources,
      references: lesson.references,
      vocabulary: lesson.vocabulary,
    },
    names,
  );
  const list = (title: string, items: readonly string[]): Parts =>
    items.length === 0 ? [] : [heading(title), ...wordBlocks(items.map(itemOf), count)];
  return [
    paragraph([plainRun(named.title)], { heading: HeadingLevel.TITLE }),
    ...(named.summary === '' ? [] : [paragraph([plainRun(named.summary)])]),
    ...factsOf(lesson).map(([name, words]) => paragraph([boldRun(`${name}: `), plainRun(words)])),
    ...list('Objectives', named.objectives),
    ...list('What you need', named.resources),
    ...times(lesson, count),
    ...versions(lesson, count),
    ...staffBlocks({ staff, names }).flatMap(({ title, blocks }) => [
      heading(title),
      ...wordBlocks(blocks, count),
    ]),
    ...list(
      'Key words',
      named.vocabulary.map(({ word, meaning }) => `${word}: ${meaning}`),
    ),
    ...list('Curriculum', named.references),
  ];
}

function itemOf(words: string): OfficeBlock {
  return { kind: 'item', level: 0, number: null, isSmall: false, words: [plainRun(words)] };
}

function factsOf(lesson: Lesson): readonly (readonly [name: string, words: string])[] {
  const { stage, nation, boardTitle, names, subject, minutes } = lesson;
  const length = lengthOf({ minutes, coreMinutes: coreMinutes(lesson) });
  return [
    ...(boardTitle === ''
      ? []
      : ([['On the board', `“${fillWords(boardTitle, names)}”`]] as const)),
    ...(subject.chip === null ? [] : ([['Subject', subject.chip]] as const)),
    ...(stage === null
      ? []
      : ([
          [
            'Key stage',
            stage === 'adults'
              ? 'Adults'
              : `${stage.replace('KS', '')} (${agesOf(stage).toLowerCase()})`,
          ],
        ] as const)),
    ...(length === '' ? [] : ([['Duration', length]] as const)),
    ...(nation === '' ? [] : ([['Written for', nation]] as const)),
  ];
}

function cell(words: string, isHead = false): OfficeCell {
  return { blocks: words === '' ? [] : [plainParagraph(words)], side: null, isHead };
}

function times({ blocks, names }: Lesson, count: ListCount): Parts {
  if (blocks.length === 0) return [];
  const [core, whole] = [
    sumMinutes(blocks.filter(({ optional }) => !optional)),
    sumMinutes(blocks),
  ];
  const rows = [
    ['Part', 'Minutes', 'Core or optional'].map((words) => cell(words, true)),
    ...blocks.map(({ title, minutes, optional }) => [
      cell(fillWords(title, names)),
      cell(minutes === null ? '' : String(minutes)),
      cell(optional ? 'optional' : 'core'),
    ]),
    ...(whole === null
      ? []
      : [
          [
            cell('Together'),
            cell(String(whole)),
            cell(core !== null && core !== whole ? `${core} without the optional parts` : ''),
          ],
        ]),
  ];
  return [heading('The lesson in time'), ...tableOf(rows, count, [5, 1.2, 2.6])];
}

function versions(lesson: Lesson, count: ListCount): Parts {
  const cuts = allCuts(lesson).slice(1);
  if (cuts.length === 0) return [];
  const rows = cuts.flatMap((cut) => {
    const minutes = cutMinutes(cut, { devices: false });
    return cut.sessions.map(({ blocks }, at) => [
      cell(cut.sessions.length === 1 ? cut.name : `${cut.name}: ${at + 1}`),
      cell(blocks.map(({ title }) => fillWords(title, lesson.names)).join(', ')),
      cell(String(minutes[at] ?? '')),
    ]);
  });
  const head = ['Version', 'Parts, in order', 'Minutes'].map((words) => cell(words, true));
  return [heading('Shorter versions'), ...tableOf([head, ...rows], count, [2, 6, 1.2])];
}

function slideBySlide(lesson: Lesson, count: ListCount): Parts {
  if (lesson.blocks.length === 0) return [];
  const first = paragraph([plainRun('Slide by slide')], {
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
  });
  return [first, ...lesson.blocks.flatMap((block) => blockParts(block, lesson, count))];
}

function blockParts(block: Block, lesson: Lesson, count: ListCount): Parts {
  const { title, minutes, optional, slides, landSafely } = block;
  const facts = [
    ...(minutes === null ? [] : [`${minutes} min`]),
    ...(optional ? ['optional'] : []),
  ].join(', ');
  const words = `${fillWords(title, lesson.names)}${facts === '' ? '' : ` (${facts})`}`;
  const head = ['On the board', 'Your notes'].map((one) => cell(one, true));
  const rows = slides.map((slide) => [
    { blocks: boardBlocks(slide, block, lesson), side: null, isHead: false },
    { blocks: notesBlocks(slide, lesson), side: null, isHead: false },
  ]);
  return [
    paragraph([plainRun(words)], { heading: HeadingLevel.HEADING_2 }),
    ...(rows.length === 0 ? [] : tableOf([head, ...rows], count, [1, 1])),
    ...(isEmpty(landSafely)
      ? []
      : [
          paragraph([boldRun(END_CALMLY)]),
          ...wordBlocks(blocksOf(landSafely.children, lesson.names), count),
        ]),
  ];
}

function boardBlocks(slide: Slide, block: Block, lesson: Lesson): readonly OfficeBlock[] {
  const { title, body, foot } = slidePage(slide, { lesson, block, part: 0, film: null });
  const heading = runWords(title) === '' ? [plainRun(labelOf(slide))] : title;
  return [
    { kind: 'paragraph', look: 'heading', words: heading, inset: 0 },
    ...body,
    ...(slide.kind === 'poll' ? foot : []),
  ];
}

function notesBlocks(slide: Slide, lesson: Lesson): readonly OfficeBlock[] {
  return [...blocksOf(slide.notes.children, lesson.names), ...answerBlocks(slide, lesson)];
}
