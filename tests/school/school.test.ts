import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  missingBefore,
  missingLines,
  todayTicks,
  wrongSentences,
  wrongToday,
  type BeforeTeaching,
} from '../../src/school/before-teaching.ts';
import { NATIONAL } from '../../src/help/national.ts';
import type { paperFor } from '../../src/help/on-paper.ts';
import { contactIds, papersOf } from '../../src/help/on-paper.ts';
import {
  checksDue,
  checksDueWords,
  contactsStanding,
  contactState,
  contactsToConfirm,
  leftOff,
} from '../../src/school/contacts.ts';
import { gateFor, gateState, termTrouble } from '../../src/school/gate.ts';
import { missingIn } from '../../src/school/missing.ts';
import { readSchool, readSchoolText } from '../../src/school/read-school.ts';
import { EMPTY_SCHOOL, gateTicks, writeSchool, type School } from '../../src/school/school.ts';
import { pupilHelpLines } from '../../src/help/pupil-help.ts';
import { monthsAfter } from '../../src/text/day.ts';
import { aSchool } from './a-school.ts';

const read = (fields: object) => readSchool({ wholeclass: 'school', version: 1, ...fields });

describe('a school’s file', () => {
  it('is read as it was written', () => {
    expect(readSchoolText(writeSchool(aSchool()))).toEqual({ school: aSchool(), problems: [] });
    expect(readSchoolText(writeSchool(EMPTY_SCHOOL))).toEqual({
      school: EMPTY_SCHOOL,
      problems: [],
    });
  });

  it('has its lesson times, and one without them, of before, is read as before', () => {
    const day = { minutes: 50, periods: [{ starts: '09:00', ends: '09:50' }] };
    const timed = { ...aSchool(), day };
    expect(readSchoolText(writeSchool(timed))).toEqual({ school: timed, problems: [] });
    const { day: _, ...before } = aSchool();
    expect(read(before)).toEqual({ school: aSchool(), problems: [] });
    const wrong = { minutes: 5, periods: [{ starts: '9 am', ends: '09:50' }, 'break'] };
    expect(read({ day: wrong })).toEqual({
      school: {
        ...EMPTY_SCHOOL,
        day: {
          minutes: null,
          periods: [
            { starts: '', ends: '09:50' },
            { starts: '', ends: '' },
          ],
        },
      },
      problems: [
        'Cannot use “day: minutes”: it needs to be whole minutes from 20 to 120.',
        'Cannot use “day: starts”: it is “9 am”, it needs to be a time such as 09:50.',
        'Cannot use “day: periods”: it is not in the form of a school file.',
      ],
    });
  });

  it('never makes its reader throw, and whatever it held, what is read can be written and read again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ wholeclass: fc.constant('school'), version: fc.constant(1), ...anything() }),
        ),
        (value) => {
          const { school } = readSchool(value);
          expect(readSchoolText(writeSchool(school))).toEqual({ school, problems: [] });
        },
      ),
    );
    fc.assert(fc.property(fc.string(), (text) => readSchoolText(text).problems.length > 0));
  });

  it.for([
    ['', 'it is no school file'],
    ['{"files": []}', 'something else than a school'],
    ['{"wholeclass": "school", "version": 2}', 'of version “2”'],
  ] as const)('that is `%s` is refused with a sentence', ([text, words]) => {
    expect(readSchoolText(text)).toEqual({
      school: EMPTY_SCHOOL,
      problems: [expect.stringContaining(words)],
    });
  });

  it('keeps what can be used, and says what cannot', () => {
    const { school, problems } = read({
      name: 'Hillside',
      termEnds: '31/12/2026',
      lead: 'Me',
      pupils: ['one'],
      confirmed: { ceop: {}, nobody: {} },
    });
    expect(school).toEqual({ ...EMPTY_SCHOOL, name: 'Hillside' });
    expect(problems).toEqual([
      'Cannot use “lead”: it is not in the form of a school file.',
      expect.stringContaining('“confirmed: ceop”'),
      expect.stringContaining('“confirmed: nobody”'),
      'Cannot use “termEnds”: it is “31/12/2026”, it needs to be a day such as 2026-12-18.',
      'Cannot use “pupils”: a school has no such field, and nothing else is kept.',
    ]);
  });
});

function anything() {
  const names = Object.keys(EMPTY_SCHOOL);
  return Object.fromEntries(names.map((name) => [name, fc.jsonValue()]));
}

describe('the gate of the term (M27)', () => {
  const done = { ticked: gateTicks, on: '2026-11-20', by: 'safeguarding lead' } as const;

  it('says where the last day of term has passed, and how long an approval lasts then', () => {
    const words = 'That day has passed: an approval of today lasts four months.';
    expect(
      ['', '2026-12-18', '2026-12-01', '2026-11-30'].map((day) => termTrouble(day, '2026-12-01')),
    ).toEqual(['', '', '', words]);
  });

  it('is valid until the term ends, or for four months, and says which', () => {
    const toTerm = { gate: done, termEnds: '2026-12-18' };
    expect(gateState(toTerm, '2026-12-18')).toEqual({
      is: 'done',
      on: '2026-11-20',
      role: 'safeguarding lead',
      until: '2026-12-18',
      by: 'term',
    });
    expect(gateState(toTerm, '2026-12-19')).toEqual({
      is: 'lapsed',
      until: '2026-12-18',
      by: 'term',
    });
    for (const termEnds of ['', '2027-07-20', '2026-07-20']) {
      expect(gateState({ gate: done, termEnds }, '2027-03-20')).toMatchObject({
        is: 'done',
        until: '2027-03-20',
        by: 'months',
      });
      expect(gateState({ gate: done, termEnds }, '2027-03-21').is).toBe('lapsed');
    }
  });

  it('of an older file that anyone else gave counts as not given, and the file’s reader says so', () => {
    for (const by of ['another member of staff', 'head', undefined]) {
      const { school, problems } = readSchoolText(
        JSON.stringify({ wholeclass: 'school', version: 1, gate: { ...done, by } }),
      );
      expect(gateState(school, '2026-11-20')).toEqual({ is: 'waiting', missing: gateTicks });
      expect(problems).toEqual([
        expect.stringMatching(
          'Cannot use “gate”: only the safeguarding lead or a deputy gives this term’s approval',
        ),
      ]);
    }
  });

  it('waits while one of its five ticks is missing', () => {
    for (const missing of gateTicks) {
      const gate = { ...done, ticked: gateTicks.filter((tick) => tick !== missing) };
      expect(gateState({ gate, termEnds: '' }, '2026-11-20')).toEqual({
        is: 'waiting',
        missing: [missing],
      });
    }
    expect(gateState(EMPTY_SCHOOL, '2026-11-20')).toEqual({ is: 'waiting', missing: gateTicks });
  });
});

describe('before a lesson is taught (M27)', () => {
  const ticks = { watched: 'I have watched it', lead: '', pupils: '', help: '' };
  const gate = gateState(aSchool(), '2026-11-25');
  const ready: BeforeTeaching = {
    audience: 'pupils',
    approval: 'each term',
    doing: 'teach',
    gate,
    ticked: todayTicks,
    lead: 'The lead',
  };

  it('both gates are needed', () => {
    expect(missingBefore(ready)).toEqual([]);
    expect(missingBefore({ ...ready, gate: null })).toEqual(['gate']);
    expect(missingBefore({ ...ready, gate: gateState(aSchool(), '2027-05-01') })).toEqual(['gate']);
    expect(missingBefore({ ...ready, ticked: ['watched', 'pupils'] })).toEqual(['lead']);
    expect(missingBefore({ ...ready, ticked: [] })).toEqual(['watched', 'lead', 'pupils']);
    expect(missingBefore({ ...ready, lead: ' ' })).toEqual(['lead-name']);
  });

  it('a lesson that is not reviewed is not covered by the approval, which does not make good for a missing one', () => {
    const why = 'Suspended for this lesson: slide 3.';
    const suspended = gateFor(gate, why);
    expect(suspended).toEqual({ is: 'suspended', why, until: 'review' });
    expect(missingBefore({ ...ready, gate: suspended })).toEqual(['review']);
    expect(missingLines(['review'], ticks).join()).toContain(
      'Your safeguarding lead’s review of this lesson',
    );
    expect(gateFor(gate, null)).toEqual(gate);
    const lapsed = gateState(aSchool(), '2027-05-01');
    expect(gateFor(lapsed, why)).toEqual(lapsed);
    expect(missingBefore({ ...ready, audience: 'adults', gate: suspended })).toEqual([]);
  });

  it('neither is needed to rehearse or to preview', () => {
    for (const audience of ['pupils', 'adults'] as const) {
      for (const doing of ['rehearse', 'preview'] as const) {
        expect(
          missingBefore({ ...ready, audience, doing, gate: null, ticked: [], lead: '' }),
        ).toEqual([]);
      }
    }
  });

  it('adults know before the term’s approval is given, and no question is about pupils there', () => {
    const adults = { ...ready, audience: 'adults', gate: null } as const;
    expect(missingBefore({ ...adults, ticked: ['watched', 'lead', 'help'] })).toEqual([]);
    expect(missingBefore({ ...adults, ticked: [] })).toEqual(['watched', 'lead', 'help']);
    expect(missingBefore({ ...adults, lead: '' })).toEqual(['lead-name']);
  });

  it('[TB17] a wrong end time and an empty room are refused with a sentence each, but for a preview', () => {
    const wrong = { doing: 'teach', count: 0, isBellWrong: true } as const;
    expect(wrongToday(wrong)).toEqual(['count', 'bell']);
    expect(wrongToday({ ...wrong, doing: 'rehearse', count: 1 })).toEqual(['bell']);
    expect(wrongToday({ ...wrong, doing: 'preview' })).toEqual([]);
    expect(wrongSentences(['count'], 'pupils')).toEqual([
      'Enter how many {pupils} are here: at least 1.',
    ]);
    expect(wrongSentences(['count', 'bell'], 'adults').join(' ')).toMatch(
      /how many people are here.*end time like 10:40/,
    );
  });

  it('names all that is missing at once, in the order of the page', () => {
    expect(missingLines([], ticks)).toEqual([]);
    expect(missingLines(['gate', 'watched', 'lead-name', 'pupils'], ticks)).toEqual([
      'Your safeguarding lead’s approval of this lesson. You can practise or preview without.',
      'Tick “I have watched it”.',
      'Enter the name of the safeguarding lead or deputy who is in today.',
      `Tick “${ticks.pupils}”.`,
    ]);
  });
});

describe('a school’s contacts (TEACHING 0.1)', () => {
  const today = '2026-11-25';
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

  it('have 999 and the adult in school always, with nothing to check', () => {
    for (const id of ['999', 'school']) {
      expect(ids(contactsToConfirm())).not.toContain(id);
      expect(contactState(EMPTY_SCHOOL, { id }, today)).toEqual({ is: 'always' });
    }
  });

  it('are checked for six months, to the day', () => {
    expect(contactState(aSchool(), { id: 'ceop' }, today)).toMatchObject({
      is: 'checked',
      by: 'safeguarding lead',
      until: '2027-05-20',
    });
    expect(contactState(aSchool(), { id: 'ceop' }, '2027-05-21')).toEqual({
      is: 'lapsed',
      on: '2026-11-20',
    });
    expect(contactState(aSchool(), { id: 'shout' }, today)).toEqual({ is: 'waiting' });
    // A day to come is no check, for anyone who asks.
    expect(contactState(aSchool(), { id: 'ceop' }, '2026-11-19')).toEqual({ is: 'waiting' });
    expect(ids(checksDue(aSchool(), '2026-11-19'))).toContain('ceop');
    expect(ids(checksDue(aSchool(), today))).not.toContain('ceop');
    expect(contactsStanding(aSchool(), today).standing).toBe(1);
  });

  it('of one nation are asked of its schools, and of those that have named none', () => {
    const own = ['meic', 'children-first', 'lifeline'];
    const asked = (nation: School['nation']) =>
      ids(contactsToConfirm({ nation })).filter((id) => own.includes(id));
    expect(asked('Wales')).toEqual(['meic']);
    expect(asked('England')).toEqual([]);
    expect(asked('')).toEqual(own);
    expect(read({ nation: 'Wales' }).school.nation).toBe('Wales');
    expect(read({ nation: 'Cymru' })).toEqual({
      school: EMPTY_SCHOOL,
      problems: [expect.stringContaining('Cannot use “nation”: it is “Cymru”, it needs to be one')],
    });
  });

  it('are asked for only where some paper has a place for them, national ones first; local ones and staff’s are left off until then', () => {
    for (const { id } of contactsToConfirm()) {
      expect(papersOf({ id })).not.toEqual([]);
    }
    expect(ids(contactsToConfirm())).not.toContain('intimate-images-18');
    expect(ids(contactsToConfirm()).slice(0, 10).toSorted()).toEqual(
      NATIONAL.filter((id) => id !== '999').toSorted(),
    );
    const left = (paper: (typeof paperFor)[number], day = today) =>
      ids(leftOff(aSchool(), paper, day));
    for (const day of [today, '2027-05-21']) {
      expect([left('pupils', day), left('parents', day), left('governors', day)]).toEqual([
        [],
        [],
        [],
      ]);
    }
    expect(left('staff').toSorted()).toEqual(['iwf', 'posh']);
  });

  it('that are wrong are hidden everywhere, and need no check; 999, Childline and the adult in school cannot be', () => {
    const school = { ...aSchool(), hidden: ['ceop', '999', 'childline', 'school'] };
    expect(contactState(school, { id: 'ceop' }, today)).toEqual({ is: 'hidden' });
    expect(contactState(school, { id: 'childline' }, today)).toEqual({ is: 'waiting' });
    expect(ids(leftOff(school, 'pupils', today))).toEqual(['ceop']);
    expect(ids(checksDue(school, today))).not.toContain('ceop');
    expect(read({ hidden: ['ceop', '999', 'nobody'] })).toEqual({
      school: { ...EMPTY_SCHOOL, hidden: ['ceop'] },
      problems: [expect.stringContaining('Cannot use “hidden”')],
    });
  });

  it('remind at start and build when a national one was not checked within six months, and only then', () => {
    const all = (on: string) => ({
      ...EMPTY_SCHOOL,
      confirmed: Object.fromEntries(NATIONAL.map((id) => [id, { on, by: 'safeguarding lead' }])),
    });
    expect(checksDueWords(all('2026-11-25'), '2027-05-25')).toBe('');
    expect(checksDueWords(all('2026-11-25'), '2027-05-26')).toMatch(
      /^No one has checked these 10 helplines in the last six months: Childline/,
    );
    expect(checksDueWords({ ...all('2026-11-25'), hidden: ['shout'] }, '2027-05-26')).not.toContain(
      'Shout',
    );
    expect(ids(checksDue(EMPTY_SCHOOL, today))).toHaveLength(10);
  });

  it('of children’s paper are those that its lines of help have', () => {
    expect(ids(pupilHelpLines({ stage: 'KS3' }))).toEqual(contactIds('pupils'));
  });
});

describe('what a school has not filled in', () => {
  it('is said plainly, and nothing is where all is there', () => {
    const { ceop } = aSchool().confirmed;
    const confirmed = Object.fromEntries(NATIONAL.map((id) => [id, ceop ?? { on: '', by: '' }]));
    expect(missingIn({ ...aSchool(), confirmed }, '2026-11-25')).toEqual([]);
    const { shout: _, ...others } = confirmed;
    expect(missingIn({ ...aSchool(), confirmed: others }, '2026-11-25')).toEqual([
      {
        field: 'contacts',
        words: 'No one has checked this helpline in the last six months: Shout',
      },
    ]);
    expect(missingIn(EMPTY_SCHOOL, '2026-11-25').map(({ field }) => field)).toEqual([
      'name',
      'lead-name',
      'cover',
      'quiet-place',
      'box-place',
      'kcsie',
      'contacts',
    ]);
  });
});

describe('a day', () => {
  it('some months on is that day, or the month’s last', () => {
    expect([
      monthsAfter('2026-08-31', 6),
      monthsAfter('2027-08-31', 6),
      monthsAfter('2026-11-24', 4),
    ]).toEqual(['2027-02-28', '2028-02-29', '2027-03-24']);
  });
});
