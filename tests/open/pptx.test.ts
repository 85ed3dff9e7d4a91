import { describe, expect, test } from 'vitest';
import { toWords } from '../../src/document/to-text.ts';
import { openFile } from '../../src/open/open-file.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import {
  asDecorative,
  frame,
  lines,
  pptx,
  shape,
  slidePart,
  slidePicture,
  type MadeSlide,
  type Parts,
} from './make-office.ts';
import { boardOf, lessonOf, notesOf, opened } from './lesson-seen.ts';
import { PNG } from './small-pictures.ts';

const open = (slides: readonly MadeSlide[], parts: Parts = {}) =>
  opened('Volcanoes.pptx', pptx(slides, parts));
const board = (slides: readonly MadeSlide[], parts: Parts = {}) =>
  boardOf(lessonOf(open(slides, parts)));

const slide = (title: string, more = '', notes?: string): MadeSlide => ({
  shapes: shape('title', lines([title])) + more,
  ...(notes === undefined ? {} : { notes: lines([notes]) }),
});

describe('a presentation of PowerPoint', () => {
  test('has its slides in the order they are shown in, whatever their files are called', () => {
    expect(
      board([
        { shapes: shape('ctrTitle', lines(['Volcanoes'])) + shape('subTitle', lines(['Year 8'])) },
        slide('Lava', shape('body', lines(['Molten rock', ['Very hot', '<a:pPr lvl="1"/>']]))),
        slide('Ash'),
      ]),
    ).toEqual(['# Volcanoes', 'Year 8', '# Lava', 'Molten rock Very hot', '# Ash']);
  });

  test('reads a layout that many slides have once, and counts it once', () => {
    const layout = shape('body', lines(Array.from({ length: 400 }, () => 'Click to edit')));
    const slides = Array.from({ length: 60 }, (_, at): MadeSlide => ({
      ...slide(`Lava ${at}`),
      related: { l: ['slideLayout', '../slideLayouts/layout1.xml'] },
    }));
    const made = open(slides, { 'ppt/slideLayouts/layout1.xml': slidePart('sldLayout', layout) });
    expect(slidesOf(lessonOf(made))).toHaveLength(60);
  });

  test('has a slide on the board whatever it is called', () => {
    const names = ['Adaptations', 'Differentiation', 'Tricky questions', 'Resources', 'Sources'];
    expect(board(names.map((name) => slide(name)))).toEqual(names.map((name) => `# ${name}`));
  });

  test('has what was said to the teacher in the notes of its slide, and never on the board', () => {
    const made = open([
      slide('Lava', '', 'Ask Sam first.'),
      {
        shapes:
          shape('title', lines(['Ash'])) +
          shape('', lines(['Left of it']), frame(-500, 0, 400, 100)),
      },
    ]);
    const lesson = lessonOf(made);
    expect(boardOf(lesson)).toEqual(['# Lava', '# Ash']);
    expect(slidesOf(lesson).map(({ notes }) => toWords(notes))).toEqual([
      'Ask Sam first.',
      'Left of it',
    ]);
    expect(made.findings).toContainEqual(
      expect.objectContaining({ kind: 'to-notes', place: 'slide 2' }),
    );
  });

  test('has what is in a group on the board, wherever the units of the group begin', () => {
    const group = (x: number, inner: string) =>
      `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="7" name="g"/></p:nvGrpSpPr><p:grpSpPr>${frame(x, 0, 100, 100)}</p:grpSpPr>${inner}</p:grpSp>`;
    const inside = shape('', lines(['In it']), frame(9000, 9000, 5, 5));
    expect(board([{ shapes: shape('title', lines(['One'])) + group(10, inside) }])).toEqual([
      '# One',
      'In it',
    ]);
    expect(board([{ shapes: shape('title', lines(['One'])) + group(1001, inside) }])).toEqual([
      '# One',
    ]);
  });

  test('has notes that look like headings, rules and fences as notes', () => {
    const notes = lines(['# Lava', '---', '::: film', 'Starter (5 min)', 'Land safely: now']);
    const lesson = lessonOf(
      open([{ shapes: shape('title', lines(['One'])), notes }, slide('Two')]),
    );
    expect(boardOf(lesson)).toEqual(['# One', '# Two']);
    expect(notesOf(lesson)).toContain('lava film starter 5 min');
  });

  test('leaves out slides and shapes that are hidden, and names each', () => {
    const made = open([
      slide('One'),
      { ...slide('Two'), hidden: true },
      {
        shapes: shape('title', lines(['Three'])) + shape('', lines(['Secret']), '', ' hidden="1"'),
      },
    ]);
    expect(boardOf(lessonOf(made))).toEqual(['# One', '# Three']);
    expect(made.text).not.toMatch(/Two|Secret/);
    expect(made.findings.filter(({ kind }) => kind === 'left-out')).toMatchObject([
      { words: 'A hidden slide', place: 'slide 2' },
      { words: 'A shape that is hidden in the file', place: 'slide 3' },
    ]);
  });

  test('has numbers, lines without bullets, tables and diagrams', () => {
    const table = `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="t"/></p:nvGraphicFramePr><a:graphic><a:graphicData uri="x"><a:tbl>${['Name', 'Height'].map((one) => `<a:tr><a:tc><a:txBody>${lines([one])}</a:txBody></a:tc><a:tc><a:txBody>${lines(['5'])}</a:txBody></a:tc></a:tr>`).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
    const diagram = `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="6" name="d"/></p:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="dm"/></a:graphicData></a:graphic></p:graphicFrame>`;
    const auto = '<a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>';
    const { text } = open(
      [
        {
          shapes:
            shape('title', lines(['One'])) +
            shape(
              'body',
              lines([
                ['First', auto],
                ['Second', auto],
                ['Plain', '<a:pPr><a:buNone/></a:pPr>'],
              ]),
            ) +
            table +
            diagram,
          related: { dm: ['diagramData', '../diagrams/data1.xml'] },
        },
      ],
      {
        'ppt/diagrams/data1.xml':
          '<g:dataModel xmlns:g="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><g:ptLst><g:pt><g:t><a:p><a:r><a:t>Evaporates</a:t></a:r></a:p></g:t></g:pt></g:ptLst></g:dataModel>',
      },
    );
    expect(text).toContain('1. First\n2. Second\n\nPlain');
    expect(text).toContain('| Name | 5 |\n| --- | --- |\n| Height | 5 |');
    expect(text).toContain('- Evaporates');
  });

  test('has its pictures with their words; films and charts are named', () => {
    const film =
      '<p:pic><p:nvPicPr><p:cNvPr id="9" name="f"/><p:cNvPicPr/><p:nvPr><a:videoFile r:link="v"/></p:nvPr></p:nvPicPr></p:pic>';
    const chart =
      '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="8" name="c"/></p:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></p:graphicFrame>';
    const made = open(
      [
        {
          shapes: shape('title', lines(['One'])) + slidePicture('p', 'A cone') + film + chart,
          related: { p: ['image', '../media/image1.png'] },
        },
      ],
      { 'ppt/media/image1.png': PNG },
    );
    expect(made.text).toContain('![A cone](volcanoes/image1.png)');
    expect(made.media.map(({ path }) => path)).toEqual(['volcanoes/image1.png']);
    const left = made.findings.filter(({ kind }) => kind === 'left-out').map(({ words }) => words);
    expect(left.join()).toMatch(/A film: .*A chart: /);
  });

  test('has a picture that is marked as decorative, which asks for no words', () => {
    const { text, findings } = open(
      [
        {
          shapes: shape('title', lines(['One'])) + asDecorative(slidePicture('p', '')),
          related: { p: ['image', '../media/image1.png'] },
        },
      ],
      { 'ppt/media/image1.png': PNG },
    );
    expect(text).toContain('![](volcanoes/image1.png "decorative")');
    const kinds = findings.map(({ kind }) => kind);
    expect(kinds).not.toContain('look');
    expect(kinds).not.toContain('left-out');
  });

  test('shows a picture that its place has cut alike on both sides, and none that its author has cropped', () => {
    const cut = (sides: string, place: string) =>
      slidePicture('p', 'A cone', `<a:srcRect ${sides}/>`).replace(
        '<p:nvPr/>',
        `<p:nvPr>${place}</p:nvPr>`,
      );
    const made = open(
      [
        {
          shapes:
            shape('title', lines(['One'])) +
            cut('l="9000" r="9000"', '<p:ph type="pic"/>') +
            cut('l="9000" r="50000"', '<p:ph type="pic"/>'),
          related: { p: ['image', '../media/image1.png'] },
        },
      ],
      { 'ppt/media/image1.png': PNG },
    );
    const [before = '', after = ''] = made.text.split('Notes:');
    expect(before.match(/!\[/g)).toHaveLength(1);
    expect(after.match(/!\[/g)).toHaveLength(1);
  });

  test('with every slide hidden, or with none, gets a sentence that says so', () => {
    for (const slides of [[], [{ ...slide('One'), hidden: true }]]) {
      expect(openFile({ name: 'x.pptx', bytes: pptx(slides) })).toMatchObject({
        code: 'empty-file',
        message: expect.stringContaining('no slide'),
      });
    }
  });

  test('has slides without a title, and minutes where a title has them', () => {
    const made = open([
      { shapes: shape('', lines(['Words alone'])) },
      slide('Pair talk (5 min)', shape('body', lines(['With your neighbour']))),
    ]);
    const lesson = lessonOf(made);
    expect(boardOf(lesson)).toEqual([
      '# ',
      'Words alone',
      '[5 min]',
      '# Pair talk',
      'With your neighbour',
    ]);
    expect(made.findings).toContainEqual(
      expect.objectContaining({ kind: 'minutes-found', place: 'slide 2' }),
    );
  });
});
