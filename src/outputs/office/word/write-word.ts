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
import { packOffice, type OfficePart } from '../office-package.ts';
import { element, xmlPart } from '../office-xml.ts';
import { slidePage } from '../powerpoint/slide-pages.ts';
import { answerBlocks, END_CALMLY } from '../powerpoint/slide-notes.ts';
import { staffBlocks } from '../staff-blocks.ts';
import { fixedWordParts, WORD_NAMESPACES } from './fixed-word-parts.ts';
import { blocksXml, paragraph, tableXml, type Gathering } from './word-text.ts';

/** Writes a lesson’s plan as a document of Word (ECMA-376): what it needs and how long it takes, as the plan is printed, then the whole of it slide by slide with the teacher’s notes. Headings, lists and tables are Word’s own. The same lesson and day make the same bytes. */
export function writeWord(lesson: Lesson, day: string | null): Uint8Array {
  const gathering: Gathering = { relations: [], lists: [] };
  const body = [aboutXml(lesson, gathering), slidesXml(lesson, gathering)].join('');
  const title = fillWords(lesson.title, lesson.names);
  return packWord(body, { title, foot: `Lesson plan: ${title}`, gathering, day });
}

/** What a document is called, what stands at the foot of each page, what its text leads to and lists, and the day that it says, null for none. */
type WordFacts = {
  readonly title: string;
  readonly foot: string;
  readonly gathering: Gathering;
  readonly day: string | null;
};

/** A document of Word on A4, of this text. */
export function packWord(body: string, { title, foot, gathering, day }: WordFacts): Uint8Array {
  const section =
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="720" w:right="794" w:bottom="850" w:left="794" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>';
  const fixed = fixedWordParts(gathering.lists, foot);
  const main: OfficePart = {
    name: 'word/document.xml',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    xml: xmlPart(
      element('w:document', WORD_NAMESPACES, element('w:body', {}, `${body}${section}`)),
    ),
    relations: [
      ...fixed.map(({ name, relation }, at) => ({
        id: `rId${at + 1}`,
        type: relation,
        target: name,
      })),
      ...gathering.relations,
    ],
  };
  return packOffice([main, ...fixed], { title, language: 'en-GB', day });
}

function aboutXml(lesson: Lesson, gathering: Gathering): string {
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
  const heading = (words: string) => paragraph([plainRun(words)], gathering, { style: 'Heading1' });
  const list = (title: string, items: readonly string[]) =>
    items.length === 0 ? '' : heading(title) + blocksXml(items.map(itemOf), gathering);
  return [
    paragraph([plainRun(named.title)], gathering, { style: 'Title' }),
    named.summary === '' ? '' : paragraph([plainRun(named.summary)], gathering),
    ...factsOf(lesson).map(([name, words]) =>
      paragraph([boldRun(`${name}: `), plainRun(words)], gathering),
    ),
    list('Objectives', named.objectives),
    list('What you need', named.resources),
    timeXml(lesson, gathering),
    cutsXml(lesson, gathering),
    ...staffBlocks({ staff, names }).map(
      ({ title, blocks }) => heading(title) + blocksXml(blocks, gathering),
    ),
    list(
      'Key words',
      named.vocabulary.map(({ word, meaning }) => `${word}: ${meaning}`),
    ),
    list('Curriculum', named.references),
  ].join('');
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

function timeXml({ blocks, names }: Lesson, gathering: Gathering): string {
  if (blocks.length === 0) return '';
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
  return `${paragraph([plainRun('The lesson in time')], gathering, { style: 'Heading1' })}${tableXml(rows, gathering, [5, 1.2, 2.6])}`;
}

function cutsXml(lesson: Lesson, gathering: Gathering): string {
  const cuts = allCuts(lesson).slice(1);
  if (cuts.length === 0) return '';
  const rows = cuts.flatMap((cut) => {
    const minutes = cutMinutes(cut, { devices: false });
    return cut.sessions.map(({ blocks }, at) => [
      cell(cut.sessions.length === 1 ? cut.name : `${cut.name}: ${at + 1}`),
      cell(blocks.map(({ title }) => fillWords(title, lesson.names)).join(', ')),
      cell(String(minutes[at] ?? '')),
    ]);
  });
  const head = ['Version', 'Parts, in order', 'Minutes'].map((words) => cell(words, true));
  return `${paragraph([plainRun('Shorter versions')], gathering, { style: 'Heading1' })}${tableXml([head, ...rows], gathering, [2, 6, 1.2])}`;
}

function slidesXml(lesson: Lesson, gathering: Gathering): string {
  if (lesson.blocks.length === 0) return '';
  const heading = paragraph([plainRun('Slide by slide')], gathering, {
    style: 'Heading1',
    more: '<w:pageBreakBefore/>',
  });
  return heading + lesson.blocks.map((block) => blockXml(block, lesson, gathering)).join('');
}

function blockXml(block: Block, lesson: Lesson, gathering: Gathering): string {
  const { title, minutes, optional, slides, landSafely } = block;
  const about = [
    ...(minutes === null ? [] : [`${minutes} min`]),
    ...(optional ? ['optional'] : []),
  ].join(', ');
  const words = `${fillWords(title, lesson.names)}${about === '' ? '' : ` (${about})`}`;
  const head = ['On the board', 'Your notes'].map((one) => cell(one, true));
  const rows = slides.map((slide) => [
    { blocks: boardBlocks(slide, block, lesson), side: null, isHead: false },
    { blocks: notesBlocks(slide, lesson), side: null, isHead: false },
  ]);
  const table = rows.length === 0 ? '' : tableXml([head, ...rows], gathering, [1, 1]);
  const end = isEmpty(landSafely)
    ? ''
    : paragraph([boldRun(END_CALMLY)], gathering) +
      blocksXml(blocksOf(landSafely.children, lesson.names), gathering);
  return paragraph([plainRun(words)], gathering, { style: 'Heading2' }) + table + end;
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
