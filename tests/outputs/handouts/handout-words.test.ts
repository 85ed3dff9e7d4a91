import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkHandout } from '../../../src/checks/check-handout.ts';
import { handoutSheet } from '../../../src/outputs/handouts/handout-sheet.ts';
import type { Handout } from '../../../src/outputs/handouts/handout.ts';
import { modelAnswers } from '../../../src/outputs/handouts/model-answers.ts';
import { noticePage } from '../../../src/outputs/handouts/notice.ts';
import { readHandout } from '../../../src/outputs/handouts/read-handout.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { firstLesson } from './a-lesson.ts';

const folder = new URL('../../../handouts/', import.meta.url);
const { lesson } = firstLesson();

function printed(handout: Handout): string {
  const sheet = handoutSheet(handout);
  const today = '2026-11-27';
  const slots =
    sheet.of === 'lesson'
      ? sheet.make?.({ lesson, film: null, today })
      : sheet.make?.({ stages: [], today });
  return slots?.['main'] ?? '';
}

const mainOf = (slug: string) =>
  printed(readHandout(slug, readFileSync(new URL(`${slug}.md`, folder), 'utf8')).handout);

describe('our own handouts', () => {
  it('tell a child with a picture to leave it where it is, and no one to wipe or delete (M19)', () => {
    expect(mainOf('staff-steps')).toContain(
      'Leave the picture where it is. Don’t send it or show it to anyone, me included.',
    );
    // For the child who was asked, and for the child who asked.
    expect(
      mainOf('parents').match(/[Ll]eave any picture where it is[^.]*\bwipe the phone/g),
    ).toHaveLength(2);
  });

  it('ask for a name on a question slip only from a pupil who wants to be spoken to, and name Childline', () => {
    expect(mainOf('question-slips')).toContain(
      '<b>Want someone to talk to you? Only then, write your name:</b> <span></span>',
    );
    expect(mainOf('question-slips')).toMatch(
      /Help now: tell any adult, or <b>Childline<\/b> 0800 1111/,
    );
    expect(mainOf('question-slips')).not.toContain('No name');
  });

  it('say to parents what the lesson is about, in the words of their child’s age, and whether a child may be left out', () => {
    expect(mainOf('letter-home')).toMatch(
      /pressure to send nudes, and passing them on.*You may ask for your child to be left out of sex education/s,
    );
    expect(mainOf('letter-home-ages-9-11')).toMatch(
      /pressure to share private photos.*Relationships Education.*no right to be left out/s,
    );
    expect(mainOf('letter-home-ages-9-11').split('data-contacts')[0]).not.toMatch(/nude|sex/i);
    expect(mainOf('letter-home-consent')).toMatch(
      /consent: hugs, hands and kisses.*You may ask for your child to be left out of sex education/s,
    );
    expect(mainOf('letter-home-money')).toMatch(
      /being used to move money.*no right to be left out of lessons on staying safe online/s,
    );
    for (const slug of [
      'letter-home',
      'letter-home-ages-9-11',
      'letter-home-consent',
      'letter-home-money',
    ]) {
      expect(mainOf(slug)).toMatch(/<b>On:<\/b>.*<b>Year:<\/b>.*<b>Lesson:<\/b>/s);
    }
  });

  it('give the staff briefing as the lesson of it does: the same parts, with the same minutes', () => {
    const path = new URL('../../../lessons/staff-briefing.md', import.meta.url);
    const { lesson: briefing } = readLesson('staff-briefing', readFileSync(path, 'utf8'));
    const minutes = [...mainOf('briefing').matchAll(/<tr>\s*<td>(\d+)<\/td>/g)].map(([, n]) =>
      Number(n),
    );
    expect(minutes).toEqual(briefing.blocks.map((block) => block.minutes));
  });

  it('have a row in the summary for governors for each item of the slips, and no other', () => {
    const rows = [...mainOf('governors').matchAll(/<tr>\s*<td>(Ages .*?)<\/td>/g)].map(
      ([, words]) => words,
    );
    expect(rows).toEqual([
      'Ages 9–11: think of a grown-up to tell',
      'Ages 11–16: help a friend find support',
      'Ages 9–14: it is OK to keep asking after a no (fewer is better)',
      'Ages 14–16: people who tell get helped, not blamed',
    ]);
  });

  it('say in the summary for governors which lesson a row is of, by its number', () => {
    const main = mainOf('governors');
    const heads = [...main.matchAll(/<th[^>]*>(.*?)<\/th>/g)].map(([, words = '']) =>
      words.replaceAll(/<[^>]*>/g, ''),
    );
    expect(heads).toEqual([
      ...['No.', 'Lesson', 'Classes', 'Dates', 'Taught by'],
      ...['Sure that they could …, or agree that …', 'No.', 'Before', 'After'],
    ]);
  });

  it('count the slips on a sheet of their own, each step before and after, and in words (M12)', () => {
    expect(mainOf('slip-counts').match(/<caption>/g)).toHaveLength(2);
    expect(mainOf('slip-counts').match(/<th scope="row">/g)).toHaveLength(12);
    expect(mainOf('slip-counts')).toMatch(/“It is OK to keep asking after a no\.”/);
  });

  it('say who may refer where no lead can be reached, and what a call card asks', () => {
    expect(mainOf('staff-flow')).toContain(
      'Any member of staff may refer to children’s services or the police themselves.',
    );
    expect(mainOf('call-card')).toMatch(/<b>To room:<\/b>.*Come calmly\. No explanation needed\./s);
  });

  it('ask on the recording form for what a safeguarding lead has to know, with both signatures', () => {
    const form = mainOf('recording-form');
    for (const label of [
      'Year or age',
      'Other children involved',
      'Lead told on',
      'or in which app',
      'still going round',
      'earlier concerns',
      'What the child wants',
      'Signed by the writer',
      'Signed by the lead',
    ]) {
      expect(form).toContain(label);
    }
  });

  it('were not reviewed on the day they were rewritten', () => {
    for (const name of [
      'letter-home',
      'letter-home-ages-9-11',
      'slip-counts',
      'sorting-cards',
      'recording-form',
      'staff-flow',
      'staff-steps',
      'call-card',
      'question-slips',
      'governors',
    ]) {
      const { reviewed } = readHandout(
        name,
        readFileSync(new URL(`${name}.md`, folder), 'utf8'),
      ).handout;
      expect(reviewed ?? '', name).toMatch(/^2026-11-2[456]$/);
    }
  });

  it('tell the safeguarding lead every objective of the lesson, on the notice', () => {
    const main = noticePage(lesson)['main'] ?? '';
    expect(lesson.objectives.length).toBeGreaterThan(4);
    for (const objective of lesson.objectives) expect(main).toContain(objective);
  });

  it('has on the teacher’s answers what to listen for at each stop, each myth put right, and cards in their groups', () => {
    const text = readFileSync(
      new URL('../../../lessons/power-and-putting-it-right.md', import.meta.url),
      'utf8',
    );
    const main = String(modelAnswers(readLesson('a', text).lesson));
    expect([...main.matchAll(/<h2>(Stop \d)/g)].map(([, stop]) => stop)).toEqual([
      'Stop 1',
      'Stop 2',
      'Stop 3',
    ]);
    expect(main).toMatch(
      /<h2>Myth or fact\? A fake nude does not count.*<b>Answer:<\/b> Myth<\/p><p>It counts/s,
    );
    expect(main).toMatch(/<h3>Threats and blackmail<\/h3>/);
  });
});

describe('a handout of a teacher’s own', () => {
  const body = (markdown: string) =>
    printed(
      readHandout('a', `---\ntitle: A\naudience: staff\nreviewed: 2026-11-25\n---\n\n${markdown}`)
        .handout,
    );

  it('keeps its form where pieces to cut are one of its parts', () => {
    expect(body('# Notes\n\n| A | B |\n|---|---|\n| | |\n\n::: cut 4\nOne\n:::\n')).toMatch(
      /<article class="sheet sheet--work sheet--handout"/,
    );
    expect(body('::: cut 4\nOne\n:::\n')).toMatch(/<article class="sheet sheet--cut"/);
  });

  it('has the words between “::: lines 4” and its end, and then the lines', () => {
    expect(body('::: lines 4\nWhat helped?\n:::')).toMatch(
      /<p>What helped\?<\/p>\s*<div class="write-lines"><div><p class="write-words">4 lines to write on<\/p><\/div>(<div><\/div>){3}<\/div>/,
    );
  });

  it('is refused where a page is to be cut into five', () => {
    const { problems } = readHandout(
      'a',
      '---\ntitle: A\naudience: staff\nreviewed: 2026-11-25\n---\n\n::: cut 5\nOne\n:::\n',
    );
    expect(problems.map(({ code, line, message }) => `${line} ${code}: ${message}`)).toEqual([
      '7 cut-size: Cannot cut a page into “5”: it needs to be 2, 4, 6 or 8',
    ]);
  });

  it('for pupils is refused a line for a name, at any place in a line and however it is asked for, and no other line', () => {
    const codes = (line: string, audience = 'pupils') => {
      const text = `---\ntitle: A\naudience: ${audience}\nreviewed: 2026-11-25\n---\n\n${line}\n`;
      return checkHandout(readHandout('a', text), text).map(
        ({ code, severity, line: at }) => `${at} ${severity} ${code}`,
      );
    };
    for (const line of [
      'Name: ___',
      '**Your name:** ___',
      '_Name_: ___',
      'Date: ___ Name: ___',
      '- First name ____',
      'Write your name: ___',
      'Only then, write your name: ___',
      'Pupil name: ___',
      'Please write your full name ___',
      'Name and class: ___',
      'Names: ___',
      'SURNAME ___',
    ]) {
      expect([line, codes(line)]).toEqual([line, ['7 error name-line']]);
    }
    expect(codes('Name: ___', 'staff')).toEqual([]);
    for (const line of [
      'Name three people who could help: ___',
      'Name three people: ___',
      'Name someone you trust: ___',
      'Your question: ___',
    ]) {
      expect([line, codes(line)]).toEqual([line, []]);
    }
    expect(
      codes('<!-- allow name-line: only those who want to be spoken to -->\nYour name: ___'),
    ).toEqual(['8 info name-line']);
    expect(codes('<!-- allow name-line -->\nYour name: ___')).toContain('8 error name-line');
  });
});
