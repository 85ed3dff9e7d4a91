import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { confirmedIds } from '../../src/help/shown.ts';
import { boardHelpLines, pupilHelpLines, type HelpLine } from '../../src/help/pupil-help.ts';
import { helpOnDevices, helpTopicOf, slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { deckOf } from '../../src/outputs/board/make-deck.ts';
import { contactList } from '../../src/outputs/handouts/contact-list.ts';
import { cardSheets, helpCardAddress, helpCardPage } from '../../src/outputs/handouts/help-card.ts';
import { handoutSheet } from '../../src/outputs/handouts/handout-sheet.ts';
import { readHandout } from '../../src/outputs/handouts/read-handout.ts';
import { worksheetPage } from '../../src/outputs/handouts/worksheet.ts';
import { lessonAtHomePage } from '../../src/outputs/home/lesson-at-home.ts';
import { readPacks } from '../../src/subjects/read-pack.ts';
import { asRead } from '../as-read.ts';

const today = '2026-12-03';
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const lessonOf = (slug: string) => readLesson(slug, read(`lessons/${slug}.md`)).lesson;
const words = ({ before, strong, after }: HelpLine) => before + strong + after;

/** All that a class and its parents are given of a lesson’s help: the slides, the worksheet’s frame, the cards and the page at home. */
function helpGiven(slug: string): string {
  const lesson = lessonOf(slug);
  const { slides } = deckOf(lesson, null);
  const { stage, setting } = lesson;
  const topic = helpTopicOf(lesson);
  const home = lessonAtHomePage({
    lesson,
    film: null,
    on: { today, confirmed: {} },
    onPaper: null,
  });
  return [
    ...slides.filter(({ kind }) => kind === 'help').map(({ html }) => html),
    /<section class="sheet__part sheet__help">[^]*?<\/section>/.exec(
      worksheetPage(lesson)['main'] ?? '',
    )?.[0] ?? '',
    cardSheets(stage, { topic, setting }),
    /id="help"[^]*?<\/section>/.exec(home['main'] ?? '')?.[0] ?? '',
  ].join('\n');
}

describe('help by what a lesson is about (TEACHING 0.23)', () => {
  it('is the bank, and nothing about nudes, in the lesson on money', () => {
    const given = helpGiven('whose-money-is-it');
    expect(given).toMatch(/An adult you trust/);
    expect(given).toContain('Childline');
    expect(given.match(/<b>Your bank<\/b>/g)?.length).toBeGreaterThan(3);
    expect(given).toContain('If someone tricks you or uses you for money, it is not your fault.');
    expect(given).not.toMatch(/Report Remove|\bnudes?\b|picture|CEOP|Take It Down/i);
  });

  it('has no word on nudes in the lesson on consent and in the playground', () => {
    for (const slug of ['consent-without-pictures', 'starter']) {
      const given = helpGiven(slug);
      expect(given, slug).toContain('Childline');
      expect(given, slug).not.toMatch(/Report Remove|\bnudes?\b|picture|Take It Down/i);
    }
    expect(helpGiven('consent-without-pictures')).toContain('CEOP');
  });

  it('is as it was where a lesson is about pictures', () => {
    for (const slug of ['for-the-whole-world-to-see', 'power-and-putting-it-right']) {
      const given = helpGiven(slug);
      expect(given).toContain('<b>Report Remove</b>: help to get a nude of you taken down.');
      expect(given).toContain('If someone pressures you or passes your picture on');
      expect(helpOnDevices(lessonOf(slug))).toBeUndefined();
    }
    expect(helpGiven('private-stays-private')).not.toMatch(/Report Remove<\/b>: help/);
    expect(boardHelpLines()).toEqual(pupilHelpLines({ stage: 'KS2' }));
  });

  it('is none on slide, sheet, page at home or tablet in a subject that has none', () => {
    for (const slug of ['which-lands-first', 'up-and-back-down', 'left-out-of-the-chat']) {
      const lesson = lessonOf(slug);
      expect(slidesOf(lesson).map(({ kind }) => kind)).not.toContain('help');
      expect(worksheetPage(lesson)['main']).not.toMatch(/sheet__help|Childline/);
      expect(helpOnDevices(lesson)).toBe('none');
    }
    expect(helpOnDevices(lessonOf('whose-money-is-it'))).toBe('money');
    expect(boardHelpLines('money').map(({ id }) => id)).toEqual([
      'school',
      'childline',
      'bank',
      '999',
    ]);
  });

  it('gives pupils 159, 7726 and Report Fraud only once someone has confirmed them, where they are', () => {
    const confirmed = Object.fromEntries(
      ['159', '7726', 'report-fraud'].map((id) => [id, { on: today, by: 'safeguarding lead' }]),
    );
    const linesOn = (day: string, nation: 'England' | 'Scotland' = 'England') =>
      pupilHelpLines({
        stage: 'KS4',
        topic: 'money',
        confirmed: confirmedIds({ confirmed, nation, today: day }),
      }).map(({ id }) => id);
    const always = ['school', 'childline', 'bank', '999'];
    expect(pupilHelpLines({ stage: 'KS4', topic: 'money' }).map(({ id }) => id)).toEqual(always);
    expect(linesOn(today)).toEqual([...always.slice(0, 3), '159', '7726', 'report-fraud', '999']);
    expect(linesOn(today, 'Scotland')).not.toContain('report-fraud');
    expect(linesOn('2027-07-01')).toEqual(always);
    const card = String(
      cardSheets('KS4', { topic: 'money', confirmed: ['159', '7726', 'report-fraud'] }),
    );
    expect(card.match(/<b>7726<\/b>, free/g)).toHaveLength(8);
    expect(String(cardSheets('KS4', { topic: 'money' }))).not.toMatch(/159|7726|Report Fraud/);
  });

  it('gives parents of the lesson on money the bank and those numbers, with the day of checking', () => {
    const { handout } = readHandout('letter-home-money', read('handouts/letter-home-money.md'));
    const sheet = handoutSheet(handout);
    const made =
      sheet.of === 'lesson'
        ? (sheet.make?.({ lesson: lessonOf('whose-money-is-it'), film: null, today })['main'] ?? '')
        : '';
    for (const one of ['Your bank', '159', '7726', 'reportfraud.police.uk', '101', 'NSPCC']) {
      expect(made).toContain(one);
    }
    expect(made).not.toMatch(/Report Remove|CEOP|Take It Down/);
    expect(asRead(made)).toContain(
      'Not yet checked by your school: Stop Scams UK, Scam texts, Report Fraud',
    );
    const list = contactList('parents', {
      confirmed: { '7726': { on: '2026-12-01', by: 'safeguarding lead' } },
      today,
      topic: 'money',
    });
    expect(String(list)).toContain(
      'Checked on 1 December 2026 by the safeguarding lead: Scam texts.',
    );
    expect(String(contactList('parents', { confirmed: {}, today }))).not.toMatch(/159|Your bank/);
  });

  it('leads each lesson to a card of its own age and topic, which the page of cards has', () => {
    const page = helpCardPage({ stages: [] })['main'] ?? '';
    for (const stage of ['KS2', 'KS3', 'KS4', null] as const) {
      for (const topic of ['pictures', 'money', 'consent', 'talk'] as const) {
        const [, id = ''] = helpCardAddress({ stage, topic }).split('#');
        expect(page).toContain(`<div class="edition" id="${id}">`);
      }
    }
    expect(helpCardAddress({ stage: 'KS4', topic: 'money' })).toBe(
      'print/help-card/#ages-11-18-money',
    );
  });

  it('is about pictures in a school’s own subject only where that asks for an approval, or a lesson says so', () => {
    const { packs } = readPacks([
      { name: 'bees', text: 'help: helplines\n' },
      { name: 'safe', text: 'help: helplines\napproval: each term\n' },
    ]);
    expect(packs.map(({ help }) => help)).toEqual([
      { from: 'helplines', topic: 'talk' },
      { from: 'helplines', topic: 'pictures' },
    ]);
    const lines = pupilHelpLines({ stage: 'KS3', topic: 'talk' }).map(words).join(' ');
    expect(lines).not.toMatch(/nude|picture|Report Remove/);
  });
});
