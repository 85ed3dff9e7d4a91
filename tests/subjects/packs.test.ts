import { describe, expect, test } from 'vitest';
import { checkLesson } from '../../src/checks/checks.ts';
import { boardHelpLines, HELP_TITLE, NOT_YOUR_FAULT } from '../../src/help/pupil-help.ts';
import { slidesOf, type Lesson } from '../../src/lesson/lesson.ts';
import { templatePath, templates } from '../../src/lesson/templates.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { boardSections } from '../../src/outputs/board/sections.ts';
import { deckOf, notesOf } from '../../src/outputs/board/make-deck.ts';
import { allSheets, sheetsOfLesson } from '../../src/outputs/handouts/sheets.ts';
import { worksheetPage } from '../../src/outputs/handouts/worksheet.ts';
import { atHomePage } from '../../src/outputs/home/at-home-page.ts';
import { startPage } from '../../src/outputs/home/start-page.ts';
import { lessonCard } from '../../src/outputs/library/lesson-card.ts';
import { lessonLinks, ownLesson } from '../../src/outputs/library/library-page.ts';
import { NO_MEDIA } from '../../src/outputs/plan/media-state.ts';
import { planPage } from '../../src/outputs/plan/plan.ts';
import { pupilsReading } from '../../src/outputs/reading/pupils-reading.ts';
import { askedOf } from '../../src/poll/question.ts';
import { missingBefore } from '../../src/school/before-teaching.ts';
import { checkNames } from '../../src/subjects/check-names.ts';
import { general } from '../../src/subjects/general.ts';
import { safeguarding } from '../../src/subjects/safeguarding.ts';
import { subjectOf } from '../../src/subjects/subjects.ts';
import { isOffered, keyTable, wordsOfKey } from '../../src/pages/present/session/keys.ts';
import { otherLessons } from './other-subjects.ts';
import { OF_SAFEGUARDING, safeguardingIn } from './other-words.ts';

const OFFERED = templates.map((one) => ({ ...one, href: templatePath(one) }));

const ACTIONS = ['help', 'land', 'telling', 'box'] as const;

/** Where the word of the title slide is. */
const SHOW_CHIP = ['board', 'deck', 'card', 'read along', 'library', 'public page', 'plan'];

/** Where a class is that is shown nothing at the moment. */
const NOWHERE = { slide: null, cover: 'none', poll: null } as const;

// As a class has seen it that was shown all of it.
function seenOf(lesson: Lesson): Readonly<Record<string, number>> {
  return Object.fromEntries(slidesOf(lesson).map(({ id }) => [id, 99]));
}

function outputsOf(lesson: Lesson): Readonly<Record<string, string>> {
  const deck = deckOf(lesson, null);
  const read = { lesson, problems: [] };
  const card = lessonCard(read, NO_MEDIA);
  const facts = { lesson, film: null, today: '2026-11-28' };
  const sheets = allSheets().flatMap((sheet) =>
    sheet.of === 'lesson' && sheet.make !== null && sheetsOfLesson(facts, [sheet]).length > 0
      ? [[sheet.id, Object.values(sheet.make(facts)).join('\n')] as const]
      : [],
  );
  return {
    board: boardSections(deck),
    deck: JSON.stringify(deck),
    notes: JSON.stringify(notesOf(lesson)),
    worksheet: Object.values(worksheetPage(lesson)).join('\n'),
    plan: Object.values(planPage(read, NO_MEDIA)).join('\n'),
    start: Object.values(startPage(card, { root: '', templates: OFFERED })).join('\n'),
    card: JSON.stringify(card),
    library: `${lessonLinks([card])}${ownLesson(OFFERED, undefined, 'edit/')}`,
    'public page': Object.values(
      atHomePage(
        { lessons: [{ card, sheets: sheetsOfLesson(facts, allSheets()) }], school: [] },
        [],
      ),
    ).join('\n'),
    'read along': JSON.stringify(
      pupilsReading(lesson, null, { ...NOWHERE, seen: seenOf(lesson), names: lesson.names }),
    ),
    tablets: JSON.stringify(lesson.questions.map(askedOf)),
    keys: keyTable
      .filter(({ action }) => isOffered(deck, action))
      .map((line) => wordsOfKey(line, deck))
      .join('\n'),
    ...Object.fromEntries(sheets),
  };
}

describe.each(otherLessons())('$slug', ({ lesson, slug }) => {
  const outputs = outputsOf(lesson);

  test.each(Object.keys(outputs))('has nothing of safeguarding on its %s', (name) => {
    const words = outputs[name] ?? '';
    expect(safeguardingIn(words)).toEqual([]);
    expect(words.includes('PSHE')).toBe(slug === 'left-out' && SHOW_CHIP.includes(name));
  });

  test('is taught without an approval and without ticks', () => {
    const start = { audience: 'pupils', doing: 'teach', gate: null, ticked: [], lead: '' } as const;
    expect(missingBefore({ ...start, approval: lesson.subject.pack.approval })).toEqual([]);
  });

  test('offers neither help, nor a calm ending, nor what to say to a pupil who tells', () => {
    const deck = deckOf(lesson, null);
    expect(ACTIONS.filter((one) => isOffered(deck, one))).toEqual([]);
    expect(isOffered(deck, 'pause')).toBe(true);
    expect(outputs['keys']).not.toMatch(/help/i);
  });
});

test('Each of these words is on some output of a safeguarding lesson, so that a search for them finds something', () => {
  const text =
    '---\ntitle: T\nsubject: safeguarding\nstage: KS3\nnation: England\nminutes: 10\ncuts:\n  5 minutes: [One (5 min)]\n---\n\n## One (5 min)\n\n# T\n\n::: film\nA film.\n:::\n\nLand safely:\nIt ends well.\n\n## Two (5 min)\n\n::: help\n:::\n';
  const all = Object.values(outputsOf(readLesson('a', text).lesson)).join('\n');
  expect(OF_SAFEGUARDING.filter((one) => !all.includes(one))).toEqual([]);
  expect(all).toContain('PSHE');
});

test('A plan speaks of law and guidance where a lesson needs an approval, and else of its review alone', () => {
  const plan = (subject: string) => {
    const head = `---\ntitle: T\nsubject: ${subject}\nreviewed: 2026-11-24\n---\n\n# T\n`;
    return outputsOf(readLesson('a', head).lesson).plan;
  };
  expect(plan('safeguarding')).toContain('Its law and guidance were last checked on');
  expect(plan('science')).toContain('Last checked on');
  expect(plan('science')).not.toContain('law and guidance');
});

describe('a text about nudes is asked whether it is safeguarding, whatever its head says', () => {
  const of = (subject: string, words: string) => {
    const text = `---\ntitle: T\nsubject: ${subject}\n---\n\n# T\n\n${words}\n`;
    const { lesson } = readLesson('a', text);
    const asked = checkLesson(lesson, text).filter(({ code }) => code === 'which-subject');
    return { pack: lesson.subject.pack.name, asked };
  };

  test.each(['computing', 'general', 'art', 'history', 'science'])('%s', (subject) => {
    for (const words of [
      'What is a nude image?',
      'Someone sends a picture of themselves.',
      'He shared nudes.',
    ]) {
      const { pack, asked } = of(subject, words);
      expect([words, pack, asked.length]).toEqual([words, 'safeguarding', 1]);
      expect(asked[0]?.message).toContain(`“subject: ${subject}, not safeguarding”`);
    }
  });

  test.each(['computing', 'art', 'general'])('%s, once it is answered, is asked nothing', (one) => {
    const { pack, asked } = of(`${one}, not safeguarding`, 'A nude picture hung in the hall.');
    expect([pack, asked]).toEqual(['general', []]);
  });

  test('and other pictures are not asked about', () => {
    expect(of('computing', 'Share a picture of your program.').asked).toEqual([]);
  });
});

describe('the chip of the title slide', () => {
  const chip = (head: string) => {
    const { lesson } = readLesson('a', `---\ntitle: T\n${head}\n---\n\n# T\n`);
    return /slide__chip">([^<]*)</.exec(deckOf(lesson, null).slides[0]?.html ?? '')?.[1] ?? null;
  };

  test.each([
    ['subject: history', 'History'],
    ['subject: HISTORY', 'History'],
    ['subject: pe', 'PE'],
    ['subject: Bee keeping', 'Bee keeping'],
    ['subject: PSHE, not safeguarding', 'PSHE'],
    ['subject: Bee keeping, not safeguarding', 'Bee keeping'],
    ['subject: general', null],
    ['nation: England', null],
    ['subject: safeguarding\nnation: England', 'PSHE'],
    ['subject: safeguarding\nnation: Wales', null],
    ['subject: safeguarding\nnation: England\nsetting: youth work', null],
    ['subject: safeguarding\nnation: England\nstage: adults', null],
  ])('of %j is %j', (head, wanted) => {
    expect(chip(head)).toBe(wanted);
  });
});

test('A worksheet of history holds its own table and nothing else', () => {
  const [history] = otherLessons().filter(({ slug }) => slug === 'history-sources');
  const page = history === undefined ? '' : (worksheetPage(history.lesson)['main'] ?? '');
  expect(page).toMatch(/<table>.*126,000.*<\/table>/s);
  expect(page).toContain('media/starter/queue.svg');
  const headings = [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, words]) => words);
  expect(headings).toEqual([
    'What the meeting was for',
    'Which source would you trust?',
    'Why could Manchester not vote for a member of Parliament?',
    'One more thing',
  ]);
});

test('A near slip of a known subject is asked about in a note, and any other name is a school’s own', () => {
  const codes = (name: string) =>
    readLesson('a', `---\ntitle: T\nsubject: ${name}\n---\n\n# T\n`).problems.map(
      ({ line, severity, message }) => `${line} ${severity} ${message}`,
    );
  expect(codes('histroy')).toEqual([
    '3 warning “histroy” is a subject of your own here, and is shown on the title slide. Is it “history”?',
  ]);
  expect(codes('Bee keeping')).toEqual([]);
  expect(codes('History')).toEqual([]);
});

test('Safeguarding has every check but the one that asks whether a lesson’s times differ', () => {
  expect(safeguarding.checks).toEqual(checkNames.filter((name) => name !== 'times-differ'));
});

test('A lesson that names no subject is general, and one that tells of safeguarding is it until it is answered', () => {
  expect(subjectOf('', { lines: [{ text: 'Rivers' }] })).toMatchObject({
    name: 'general',
    isAnswered: true,
  });
  expect(subjectOf('', { lines: [{ text: 'Childline' }] })).toMatchObject({
    name: 'safeguarding',
    isAnswered: false,
    pack: { approval: 'each term' },
  });
});

describe('the label of a plan, as a word processor has it', () => {
  const planOf = (label: string, words = 'Look at the map.') =>
    readLesson(
      'a-plan',
      `Lesson plan: Our lesson\n\n**Year group:** 8\n\n${label}\n\n**Duration:** 50 minutes\n\n## Starter (10 min)\n\n${words}\n`,
    ).lesson.subject;

  test.each([
    ['**Subject:** History', 'History'],
    ['Subject: history, Year 8', 'History'],
    ['- Subject area: Maths (KS3)', 'Maths'],
    ['| Subject | PSHE |', 'PSHE'],
    ['| Subject | History |\n|---|---|\n| Room | 4 |', 'History'],
    ['| Subject | Year | Time |\n|---|---|---|\n| History | 8 | 50 minutes |', 'History'],
    ['**Subject:** History\\', 'History'],
    ['**Subject:** Bee keeping', 'Bee keeping'],
    ['**Subject:** Why did the mill open in 1784?', null],
    ['**Topic:** History', null],
  ])('%j gives the chip %j', (label, chip) => {
    expect(planOf(label)).toMatchObject({ chip, isAnswered: true, pack: general });
  });

  test('is no answer where the words tell of safeguarding and it is taught in that subject', () => {
    const words = 'What is peer pressure? Whom would you tell?';
    for (const name of ['PSHE', 'RSHE', 'Tutor time', 'Relationships', 'History/PSHE', '']) {
      expect(planOf(`**Subject:** ${name}`, words)).toMatchObject({
        isAnswered: false,
        pack: safeguarding,
      });
    }
    expect(planOf('**Subject:** English', words)).toMatchObject({ chip: 'English', pack: general });
  });

  test('opens nothing where someone’s pictures are passed on, whatever subject it names', () => {
    for (const name of ['History', 'Computing', 'PSHE', 'Bee keeping']) {
      expect(planOf(`**Subject:** ${name}`, 'What would you do if a friend sent nudes?')).toEqual(
        planOf('', 'What would you do if a friend sent nudes?'),
      );
    }
  });

  test('that names safeguarding has its gate, and the head goes before any label', () => {
    expect(planOf('**Subject:** Safeguarding')).toMatchObject({ pack: safeguarding });
    const { lesson } = readLesson(
      'a-plan',
      '---\ntitle: T\nsubject: geography\n---\n\n# T\n\nSubject: History\nYear group: 8\n\n## One (10 min)\n\nWords\n',
    );
    expect(lesson.subject.chip).toBe('Geography');
  });
});

test('Help on tablets, which is there in every subject, names no pictures and says nothing of a lesson', () => {
  const words = JSON.stringify([HELP_TITLE, NOT_YOUR_FAULT, boardHelpLines()]);
  expect(words).not.toMatch(/nude|picture|photo|image|report remove|lesson|film|story/i);
  expect(words).not.toContain(safeguarding.worksheet.note);
  expect(words).toMatch(/trust.*Childline.*999/);
});
