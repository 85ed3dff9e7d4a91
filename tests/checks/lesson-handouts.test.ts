import { describe, expect, it, test } from 'vitest';
import { checkLesson } from '../../src/checks/checks.ts';
import { insertedAt, insertions, insertWords, isHandout } from '../../src/edit/insertions.ts';
import { ownHandouts } from '../../src/outputs/handouts/own-handouts.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const lessonOf = (subject: string, stage = 'KS3') =>
  `---\ntitle: Asking\nsubject: ${subject}\nstage: ${stage}\nminutes: 5\nnames: [Sam]\n---\n\n# Asking\n\n### Who can help\n\n::: help\n:::\n`;
const handout = (body: string, head = 'title: A') => `\n:::: handout\n${head}\n\n${body}\n::::\n`;
/** What is found in a lesson with handouts, beyond what is found in it without. */
const found = (subject: string, handouts: string, stage = 'KS3') => {
  const all = (text: string) => {
    const { lesson, problems } = readLesson('asking', text);
    return [...problems, ...checkLesson(lesson, text, { today: '2026-12-01' })];
  };
  const text = lessonOf(subject, stage);
  const before = new Set(all(text).map((one) => JSON.stringify(one)));
  return all(text + handouts).filter((one) => !before.has(JSON.stringify(one)));
};
const places = (subject: string, handouts: string, stage?: string) =>
  found(subject, handouts, stage).map(({ line, column, code }) => `${line}:${column} ${code}`);

describe('the checks of a handout that is written in a lesson', () => {
  it('find the words that hurt at their place in the lesson, in a part as well', () => {
    const text = handout('::: box\nHas anyone here ever been asked?\n:::');
    expect(places('safeguarding', text)).toEqual(['20:1 disclosure-seeking-question']);
    expect(places('physics', text)).toEqual([]);
  });

  it('find a line for a pupil’s name where safeguarding is taught, and overrule it for a reason', () => {
    const text = handout('Your name: ___');
    expect(places('safeguarding', text)).toEqual(['19:1 name-line']);
    expect(places('physics', text)).toEqual([]);
    const allowed = handout(
      '<!-- allow name-line: it goes into the box folded -->\nYour name: ___',
    );
    expect(found('safeguarding', allowed)).toMatchObject([{ severity: 'info', line: 20 }]);
    // A reason in a handout is for its own words.
    expect(places('safeguarding', `${allowed}\n<!-- allow name-line: no -->\n`)).toContain(
      '23:1 allow-unknown',
    );
  });

  it('read a letter to parents as strictly, and let it have a helpline for adults', () => {
    const letter = (words: string) => handout(words, 'title: A\naudience: parents');
    expect(places('safeguarding', letter('Please save the nude as evidence.'))).toEqual([
      '20:8 image-handling',
    ]);
    const helpline = 'Ring the NSPCC helpline, 0808 800 5000.';
    expect(places('safeguarding', letter(helpline))).toEqual([]);
    expect(places('safeguarding', handout(helpline))).toEqual(['19:1 adult-service']);
  });

  it('go by the age of the lesson’s pupils', () => {
    const text = handout('Someone sent a nude.');
    expect(places('safeguarding', text)).toEqual([]);
    expect(places('safeguarding', text, 'KS2')).toEqual(['19:16 unsuitable-vocabulary']);
  });

  it('find a filter’s word in its title', () => {
    expect(places('safeguarding', handout('Words.', 'title: Sexting quiz'))).toContain(
      '17:8 filter-trigger',
    );
  });

  it('say nothing again of what the lesson and its film are called', () => {
    const text = lessonOf('safeguarding').replace('minutes: 5', 'minutes: 5\nfilm: sexting');
    const codes = (all: string) => {
      const { lesson } = readLesson('sexting-quiz', all);
      return checkLesson(lesson, all).map(({ line, column, code }) => `${line}:${column} ${code}`);
    };
    expect(codes(text)).toContain('6:7 filter-trigger');
    expect(codes(text + handout('Words.'))).toEqual(codes(text));
  });

  it('say which audience cannot be read, and until then it is no pupil’s', () => {
    const audienceOf = (text: string) => {
      const { lesson } = readLesson('asking', lessonOf('physics') + text);
      return ownHandouts(lesson).map((one) => one.handout.audience);
    };
    for (const [head, place] of [
      ['title: A\naudience: teachers', '18:11 field-type'],
      ['title: A\n\naudience: staff', '19:1 field-stray'],
      ['title: A\naudience:staff', '18:1 field-stray'],
      ['title: A\n audience: staff', '18:1 field-stray'],
      ['title: A\n**audience:** lead', '18:1 field-stray'],
      ['title: A\n- audience: staff', '18:1 field-stray'],
      ['title: A\naudience： staff', '18:1 field-stray'],
      ['title: A\nfor: staff\naudeince: staff', '18:1 field-stray'],
    ] as const) {
      expect(places('physics', handout('Words.', head))).toContain(place);
      expect(audienceOf(handout('Words.', head))).toEqual(['staff']);
    }
    // Where pupils write who a text is for.
    expect(places('physics', handout('Audience: ___'))).toEqual([]);
    expect(audienceOf(handout('Audience: ___'))).toEqual(['pupils']);
    expect(places('physics', handout('For: parents', 'title: A\naudience: parents'))).toEqual([]);
  });

  it('say what cannot be read of it, at its place in the lesson', () => {
    expect(places('physics', handout('Words.', 'about: A'))).toEqual(['16:1 no-title']);
    expect(places('physics', handout('', 'title: A'))).toEqual(['16:1 empty-handout']);
    expect(places('physics', handout('Ask {Sam}, or {Robin}.'))).toEqual(['19:15 unknown-field']);
    expect(places('physics', handout('::: bxo\n:::'))).toEqual(['19:1 unknown-part']);
    expect(places('physics', handout('Words.', 'title: A\nlessons: [b]'))).toEqual([
      '18:1 unknown-field',
    ]);
  });
});

test.for(insertWords.filter(isHandout))('Nothing is found in the template /%s', (word) => {
  const { text } = insertedAt(insertions[word].text('question-1'), {
    before: lessonOf('safeguarding'),
    after: '',
  });
  for (const stage of ['KS2', 'KS3', 'KS4']) {
    for (const subject of ['safeguarding', 'physics']) {
      expect(found(subject, text, stage), `${subject} ${stage}`).toEqual([]);
    }
  }
});
