import { describe, expect, test } from 'vitest';
import { toWords } from '../../src/document/to-text.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import {
  asDecorative,
  docx,
  item,
  paragraph,
  picture,
  run,
  table,
  wordPart,
} from './make-office.ts';
import { boardOf, lessonOf, notesOf, opened } from './lesson-seen.ts';
import { PNG } from './small-pictures.ts';

const board = (body: string, more: Parameters<typeof docx>[1] = {}) =>
  boardOf(lessonOf(opened('A plan.docx', docx(body, more))));
const notes = (body: string, more: Parameters<typeof docx>[1] = {}) =>
  notesOf(lessonOf(opened('A plan.docx', docx(body, more))));
const findingsOf = (body: string, more: Parameters<typeof docx>[1] = {}) =>
  opened('A plan.docx', docx(body, more)).findings;

const PLAN = [
  paragraph('Refraction', 'Titel'),
  paragraph('Year group: 9'),
  paragraph('Duration: 60 minutes'),
  paragraph('Objectives', 'H1'),
  item('Describe what happens to light as it crosses a boundary.'),
  paragraph('Resources', 'H1'),
  item('Ray boxes'),
  paragraph('Starter (10 min)', 'H1'),
  paragraph('Hand out the jars.'),
  paragraph('Key question: What do you notice?'),
  paragraph('Main', 'H1'),
  paragraph('The glass bends the light.'),
  paragraph('Plenary', 'H1'),
  paragraph('Collect the books.'),
].join('');

describe('a document of Word', () => {
  test('is a lesson of ours whose board has what is plainly the class’s, and whose notes have the rest', () => {
    expect(board(PLAN)).toEqual([
      '# Refraction',
      '# Objectives',
      'Describe what happens to light as it crosses a boundary.',
      '[10 min]',
      '# Starter',
      'Key question: What do you notice?',
      '[40 min]',
      '# Main',
      '[10 min]',
      '# Plenary',
    ]);
    expect(notes(PLAN)).toContain('hand out the jars');
    const { minutes, stage, resources, objectives } = lessonOf(opened('A plan.docx', docx(PLAN)));
    expect({ minutes, stage, resources, objectives }).toEqual({
      minutes: 60,
      stage: 'KS3',
      resources: ['Ray boxes'],
      objectives: ['Describe what happens to light as it crosses a boundary.'],
    });
  });

  test('without any sign of a plan keeps its sentences in the notes', () => {
    const body =
      paragraph('Light', 'H1') + paragraph('Light bends.') + paragraph('It does so in glass.');
    expect(board(body)).toEqual(['# Light']);
    expect(notes(body)).toBe('light bends it does so in glass');
  });

  test('reports each part with where it was and where it is, and which minutes are a guess', () => {
    const made = opened('A plan.docx', docx(PLAN));
    const lines = made.text.split('\n');
    const of = (words: string) => made.findings.find((finding) => finding.words.includes(words));
    expect(of('Hand out the jars')).toMatchObject({
      kind: 'to-notes',
      place: 'under “Starter (10 min)”',
    });
    expect(lines[(of('Hand out the jars')?.line ?? 0) - 1]).toBe('Hand out the jars.');
    expect(of('Starter: 10')).toMatchObject({ kind: 'minutes-found' });
    expect(of('Main: 40')).toMatchObject({ kind: 'minutes-guessed', place: 'under “Main”' });
    expect(lines[(of('Main: 40')?.line ?? 0) - 1]).toBe('## Main (40 min)');
    expect(of('Ray boxes')).toMatchObject({ kind: 'changed' });
  });

  test('is read again as it is, and not as a plan', () => {
    const made = opened('A plan.docx', docx(PLAN));
    const again = opened('a-plan.md', new TextEncoder().encode(made.text));
    expect(again.text).toBe(made.text);
  });

  test('has its headings by the names of styles, by what they are based on, and by outline level', () => {
    const text = opened(
      'x.docx',
      docx(
        paragraph('One', 'H1') +
          paragraph('Two', 'Mine') +
          paragraph('Three', '', '<w:outlineLvl w:val="1"/>'),
      ),
    ).text;
    expect(text).toMatch(/# One[\s\S]*# Two[\s\S]*# Three/);
  });

  test('has lists with levels and numbers, and bold labels', () => {
    const { text } = opened(
      'x.docx',
      docx(
        item('First', 2) +
          item('Second', 2) +
          item('Deep', 1, 1) +
          paragraph(run('Task:', '<w:b/>') + run(' draw your map')),
      ),
    );
    expect(text).toContain('1. First\n2. Second');
    expect(text).toContain('**Task:** draw your map');
  });

  test('has tables, in which merged cells are empty, and forms as labels with what is below them', () => {
    const merged = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('Wide')}</w:tc><w:tc>${paragraph('a | b')}</w:tc></w:tr><w:tr><w:tc>${paragraph('1')}</w:tc><w:tc>${paragraph('2')}</w:tc><w:tc>${paragraph('3')}</w:tc></w:tr></w:tbl>`;
    expect(opened('x.docx', docx(merged)).text).toContain(
      '| Wide |  | a \\| b |\n| --- | --- | --- |\n| 1 | 2 | 3 |',
    );
    const form = table([
      ['Resources', item('Jars') + item('Sand')],
      ['Task', paragraph('Draw your jar.')],
    ]);
    expect(lessonOf(opened('x.docx', docx(form))).resources).toEqual(['Jars', 'Sand']);
    expect(board(form).join(' ')).toContain('Draw your jar.');
  });

  test('on a form of tables has its title, its fields, its sections and its timed parts', () => {
    const body =
      paragraph(run('Lesson plan: Rivers', '<w:b/>')) +
      table([
        ['Class: 8B', 'Date: 3 May'],
        ['Teacher: A', 'Duration: 60 mins'],
      ]) +
      table([
        ['Learning objectives', item('Name the parts of a river') + item('Draw one')],
        ['Resources', paragraph('Atlases')],
      ]) +
      table([
        ['Time', 'Teacher activity', 'Pupil activity'],
        [
          '10 min',
          paragraph('Starter: show the photo.') + paragraph('Ask: “What do you see?”'),
          'Write',
        ],
        ['40 min', 'Model a meander.', item('Draw it') + item('Label it')],
        ['10 min', 'Plenary', 'Answer'],
      ]);
    const lesson = lessonOf(opened('x.docx', docx(body)));
    expect(boardOf(lesson)).toEqual([
      '# Rivers',
      '# Learning objectives',
      'Name the parts of a river Draw one',
      '[10 min]',
      '# Starter',
      '[40 min]',
      '# Activity',
      '[10 min]',
      '# Plenary',
    ]);
    expect(lesson).toMatchObject({ title: 'Rivers', minutes: 60, resources: ['Atlases'] });
    expect(notesOf(lesson)).toContain('show the photo ask what do you see pupil activity write');
  });

  test('has the subject of its label, which answers nothing that would be asked about', () => {
    const subjectOf = (label: string, words: string) =>
      lessonOf(
        opened(
          'x.docx',
          docx(
            paragraph('One', 'Titel') +
              paragraph(label) +
              paragraph('Starter (5 min)', 'H1') +
              paragraph(words),
          ),
        ),
      ).subject;
    expect(subjectOf('Subject: History', 'Look at the map.')).toMatchObject({
      chip: 'History',
      isAnswered: true,
    });
    const nudes = 'Somebody passes on a nude picture of a friend. Call Childline.';
    for (const label of ['Subject: History', 'Subject: PSHE', 'Year: 8']) {
      expect(subjectOf(label, nudes)).toMatchObject({ name: 'safeguarding', isAnswered: false });
    }
  });

  test('has pictures with their words, each once, in a folder of the lesson’s own', () => {
    const more = {
      parts: { 'word/media/image1.png': PNG },
      related: { p: ['image', 'media/image1.png'] },
    } as const;
    const body =
      paragraph('Glass', 'H1') +
      paragraph(picture('p', 'A pencil in a glass. Description automatically generated')) +
      paragraph(picture('p', 'image1.png'));
    const made = opened('My Plan.docx', docx(body, more));
    expect(made.media.map(({ path }) => path)).toEqual(['my-plan/image1.png']);
    expect(made.text).toContain('![A pencil in a glass](my-plan/image1.png)');
    expect(board(body, more)).toContain('picture a-plan/image1.png');
    expect(made.findings).toContainEqual(
      expect.objectContaining({ words: '“A picture: A pencil in a glass” is on the board' }),
    );
    expect(made.findings).toContainEqual(
      expect.objectContaining({
        kind: 'look',
        words: expect.stringContaining('no words for pupils'),
      }),
    );
  });

  test('has a picture that is marked as decorative, which asks for no words', () => {
    const more = {
      parts: { 'word/media/image1.png': PNG },
      related: { p: ['image', 'media/image1.png'] },
    } as const;
    const body = paragraph('Glass', 'H1') + paragraph(asDecorative(picture('p', 'A wavy line')));
    const made = opened('A plan.docx', docx(body, more));
    expect(made.text).toContain('![](a-plan/image1.png "decorative")');
    expect(board(body, more)).toEqual(['# Glass', 'picture a-plan/image1.png']);
    expect(made.findings.map(({ words }) => words)).toEqual([
      '“Glass” is on the board',
      '“A picture” is on the board',
    ]);
    const codes = readLesson(made.slug, made.text).problems.map(({ code }) => code);
    expect(codes).not.toContain('no-alt-text');
  });

  test('shows no picture whole that its author has cropped', () => {
    const more = {
      parts: { 'word/media/image1.png': PNG },
      related: { p: ['image', 'media/image1.png'] },
    } as const;
    const body =
      paragraph('Glass', 'H1') + paragraph(picture('p', 'Two people', '<a:srcRect l="30000"/>'));
    expect(board(body, more)).toEqual(['# Glass']);
    expect(findingsOf(body, more)).toContainEqual(
      expect.objectContaining({ kind: 'to-notes', words: expect.stringContaining('cropped') }),
    );
  });

  test('has nothing of comments, deletions, hidden words and what is on every page', () => {
    const body =
      paragraph(
        `${run('Seen')}<w:del w:id="1"><w:r><w:delText>deleted words</w:delText></w:r></w:del><w:ins w:id="2">${run(' inserted')}</w:ins>${run('hidden words', '<w:vanish/>')}<w:r><w:commentReference w:id="0"/></w:r>`,
      ) + `<w:moveFrom>${paragraph('moved away')}</w:moveFrom>`;
    const more = {
      parts: {
        'word/comments.xml': wordPart(
          'comments',
          `<w:comment w:id="0">${paragraph('a remark on Sam')}</w:comment>`,
        ),
        'word/header1.xml': wordPart('hdr', paragraph('Mr Smith')),
      },
      related: { c: ['comments', 'comments.xml'], h: ['header', 'header1.xml'] },
    } as const;
    const { text, findings } = opened('x.docx', docx(body, more));
    expect(text).toContain('Seen inserted');
    expect(text).not.toMatch(/deleted words|hidden words|remark|moved away|Smith/);
    expect(
      findings
        .filter(({ kind }) => kind === 'left-out')
        .map(({ words }) => words)
        .join(),
    ).toMatch(
      /1 comment.*deleted and still tracked, in 2 places.*hidden in the file.*top and bottom/,
    );
  });

  test('has its footnotes, links, formulas and text boxes', () => {
    const body =
      paragraph(
        `${run('Law')}<w:r><w:footnoteReference w:id="2"/></w:r><w:hyperlink r:id="l">${run(' atlas')}</w:hyperlink><w:hyperlink r:id="bad">${run(' bad')}</w:hyperlink>`,
      ) +
      paragraph(
        `<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`,
      ) +
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="3" name="b"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${paragraph('In a box')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>${paragraph('In a box')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      );
    const { text } = opened(
      'x.docx',
      docx(body, {
        parts: {
          'word/footnotes.xml': wordPart(
            'footnotes',
            `<w:footnote w:id="2">${paragraph('An Act of 1978')}</w:footnote>`,
          ),
        },
        related: {
          f: ['footnotes', 'footnotes.xml'],
          l: ['hyperlink', 'https://example.org/atlas'],
          bad: ['hyperlink', 'https:javascript'],
        },
      }),
    );
    expect(text).toContain('Law[^note2] [atlas](https://example.org/atlas) bad');
    expect(text).toContain('[^note2]: An Act of 1978');
    expect(text).toContain('$\\frac{a+b}{2}$');
    expect(text.match(/In a box/g)).toHaveLength(1);
  });

  test('has no words that are marks of Markdown, of HTML or of our fences', () => {
    const words = [
      '::: film',
      '# Not a heading',
      '---',
      '<script>alert(1)</script>',
      '![x](javascript:alert(1))',
      '*stars* and _lines_',
      '$5 and $6, {Sam}',
      '| a | b |',
      '<!-- for the class: a remark -->',
    ];
    const { text, slug } = opened('x.docx', docx(words.map((one) => paragraph(run(one))).join('')));
    const { lesson } = readLesson(slug, text);
    expect(slidesOf(lesson).length).toBe(1);
    const seen = slidesOf(lesson)
      .map(({ notes }) => toWords(notes))
      .join('\n');
    for (const one of words) expect(seen).toContain(one);
  });
});
