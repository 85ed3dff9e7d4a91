import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSavedPage, serialisePage } from '../../src/pages/join/saved-page.ts';
import { receiptsFor } from '../../src/pages/join/previous-receipts.ts';
import {
  openPage,
  pendingOf,
  spentOf,
  type PupilEvent,
  type Page,
} from '../../src/pages/join/visit.ts';
import { step } from '../../src/pages/join/visit-step.ts';
import {
  acknowledged,
  asked,
  askedPage,
  asking,
  chose,
  closed,
  closing,
  finished,
  leave,
  next,
  pageAfter,
  saw,
  seated,
  typed,
  waiting,
} from './pages.ts';

const at = (page: Page) => page.visit.at;
const reload = (page: Page): Page => {
  const { place, spent, behind } = parseSavedPage(serialisePage(page));
  return openPage(place, spent, behind);
};

describe('coming in', () => {
  it('goes from the code to a seat to the board', () => {
    expect(at(pageAfter())).toBe('door');
    expect(at(pageAfter(typed))).toBe('joining');
    expect(at(pageAfter(typed, seated))).toBe('arriving');
    expect(at(pageAfter(typed, seated, saw(waiting)))).toBe('waiting');
  });

  it('says at the door what is wrong with a code, and keeps what was typed', () => {
    expect(pageAfter({ type: 'typed', code: null }).visit).toEqual({
      at: 'door',
      trouble: 'code',
      typed: '',
    });
    expect(pageAfter(typed, { type: 'refused', code: 'BKT472', trouble: 'no-room' }).visit).toEqual(
      {
        at: 'door',
        trouble: 'no-room',
        typed: 'BKT472',
      },
    );
  });

  it('keeps the code when all seats are taken, so that trying again is one press', () => {
    expect(
      pageAfter(typed, { type: 'refused', code: 'BKT472', trouble: 'full' }).visit,
    ).toMatchObject({
      at: 'stuck',
      code: 'BKT472',
      trouble: 'full',
    });
  });

  it('takes no seat it has not asked for', () => {
    expect(at(pageAfter(seated))).toBe('door');
  });

  it('[R57] minds no late answer to a code that was typed before', () => {
    const again = pageAfter(typed, leave, { type: 'restart' }, { type: 'typed', code: 'DFG234' });
    for (const late of [
      seated,
      { type: 'refused', code: 'BKT472', trouble: 'full' },
      { type: 'refused', code: 'BKT472', trouble: 'reset' },
    ] as const) {
      expect(step(again, late), late.type).toBe(again);
    }
  });
});

describe('answering', () => {
  it('[R10] is covered at once, before the room has answered', () => {
    expect(at(askedPage(chose('b')))).toBe('sending');
    expect(at(askedPage(chose('b'), acknowledged(1)))).toBe('answered');
  });

  it('[R10] forgets the answer as soon as the room has acknowledged it', () => {
    expect(JSON.stringify(askedPage(chose('b'), acknowledged(1)))).not.toContain('"answer":');
    expect(pendingOf(askedPage(chose('b'), acknowledged(1)).visit)).toBeNull();
  });

  it('[R4] [R10] starts blank when answered again, and carries a higher number each time', () => {
    const again = askedPage(chose('b'), acknowledged(1), { type: 'again' });
    expect(at(again)).toBe('asking');
    expect(JSON.stringify(again)).not.toContain('"answer":');
    expect(
      askedPage({ type: 'picked', ids: ['b'] }, chose('b'), acknowledged(1), { type: 'again' }),
    ).toEqual(again);
    expect(again.visit).not.toHaveProperty('picked');
    expect(spentOf(step(again, chose('c')).visit)?.n).toBe(2);
  });

  it('can be left as it was', () => {
    expect(at(askedPage(chose('b'), acknowledged(1), { type: 'again' }, { type: 'keep' }))).toBe(
      'answered',
    );
  });

  it('[R4] changes at most twenty times', () => {
    let page = askedPage();
    for (let n = 1; n <= 25; n += 1) {
      page = [chose('a'), acknowledged(n), { type: 'again' } as const].reduce<Page>(step, page);
    }
    expect(at(page)).toBe('answered');
    expect(spentOf(page.visit)?.n).toBe(20);
  });

  it('is not disturbed when the room is seen once more', () => {
    for (const page of [
      askedPage(),
      askedPage(chose('b')),
      askedPage(chose('b'), acknowledged(1)),
    ]) {
      expect(step(page, saw(asking))).toBe(page);
    }
  });

  it('starts blank for the next question and the next round', () => {
    const page = askedPage(chose('b'), acknowledged(1));
    expect(spentOf(step(page, saw({ ...asking, question: asked('two') })).visit)).toEqual({
      question: 'two',
      round: 1,
      n: 0,
      receipt: null,
    });
    expect(spentOf(step(page, saw({ ...asking, round: 2 })).visit)).toEqual({
      question: 'one',
      round: 2,
      n: 0,
      receipt: null,
    });
  });

  it('looks at the board when the page has no ballot for what is asked', () => {
    expect(at(pageAfter(typed, seated, saw({ ...asking, round: 9 })))).toBe('closed');
  });

  it('takes a new seat when the room does not know the ballot', () => {
    expect(askedPage(chose('b'), { type: 'unknown-ballot' }).visit).toEqual({
      at: 'joining',
      code: 'BKT472',
    });
  });
});

describe('closing', () => {
  it('[R7] still sends what is on its way', () => {
    const page = askedPage(chose('b'), saw(closing));
    expect(at(page)).toBe('closing');
    expect(pendingOf(page.visit)?.answer).toBe('b');
    expect(pendingOf(step(page, acknowledged(1)).visit)).toBeNull();
  });

  it('offers nothing to press', () => {
    expect(at(step(askedPage(saw(closing)), chose('b')))).toBe('closing');
  });

  it('[R5] asks again blank when the room opens the question again after a restart, unless it was acknowledged', () => {
    expect(at(askedPage(chose('b'), saw(closing), saw(asking)))).toBe('asking');
    expect(at(askedPage(chose('b'), acknowledged(1), saw(closing), saw(asking)))).toBe('answered');
  });

  it('[R10] keeps no receipt of a closed question', () => {
    const page = askedPage(chose('b'), acknowledged(1), saw(closed));
    expect(at(page)).toBe('closed');
    expect(serialisePage(page)).not.toContain('sealed');
  });
});

describe('a reload', () => {
  it('[R10] comes back covered when the answer was acknowledged', () => {
    expect(at(step(reload(askedPage(chose('b'), acknowledged(1))), saw(asking)))).toBe('answered');
  });

  it('[R5] asks again blank when it was not, with a higher number', () => {
    const page = step(reload(askedPage(chose('b'))), saw(asking));
    expect(at(page)).toBe('asking');
    expect(spentOf(step(page, chose('a')).visit)?.n).toBe(2);
  });

  it('[R5] hands its receipt in again while the question is open', () => {
    const page = step(reload(askedPage(chose('b'), acknowledged(1))), saw(asking));
    expect(receiptsFor(page, asking)).toEqual(['sealed-1']);
    expect(receiptsFor(page, closed)).toEqual([]);
    expect(receiptsFor(page, { ...asking, round: 2 })).toEqual([]);
  });
});

describe('the next pupil', () => {
  it('[R10] gets a new seat and nothing of the one before but a sealed receipt', () => {
    const page = askedPage(chose('b'), acknowledged(1), next);
    expect(page.visit).toEqual({ at: 'joining', code: 'BKT472' });
    expect(serialisePage(page)).toBe(
      JSON.stringify({
        place: null,
        spent: null,
        behind: { pass: 'pass', question: 'one', round: 1, receipts: ['sealed-1'] },
      }),
    );
    expect(at([seated, saw(asking)].reduce(step, page))).toBe('asking');
  });

  it('[R10] cannot tell whether the one before answered: each leaves one entry', () => {
    const page = [next, seated, saw(asking), chose('a'), acknowledged(1, 'another'), next].reduce(
      step,
      askedPage(),
    );
    expect(page.behind?.receipts).toEqual(['another', 'filler']);
  });

  it('[R5] hands in the receipts of everyone before', () => {
    const page = [next, seated, saw(asking), chose('a'), acknowledged(1, 'another')].reduce<Page>(
      step,
      askedPage(chose('b'), acknowledged(1)),
    );
    expect(receiptsFor(page, asking).toSorted()).toEqual(['another', 'sealed-1']);
  });

  it('[R10] carries none of them past the close', () => {
    expect(
      [next, seated, saw(asking), saw(closed)].reduce<Page>(
        step,
        askedPage(chose('b'), acknowledged(1)),
      ).behind,
    ).toBeNull();
  });
});

describe('going', () => {
  it('[R10] leaves at once, with sealed receipts alone until the question closes', () => {
    const page = askedPage(chose('b'), acknowledged(1), leave);
    expect(page.visit).toEqual({ at: 'left' });
    expect(page.behind?.receipts).toEqual(['sealed-1']);
    expect(serialisePage(step(page, saw(closed)))).toBe('');
  });

  it('[R10] keeps nothing after the end', () => {
    for (const end of [saw(finished), { type: 'gone' } as const]) {
      expect(serialisePage(step(askedPage(chose('b'), acknowledged(1)), end))).toBe('');
    }
  });

  it('is not undone by a late view of the room', () => {
    for (const view of [waiting, asking, closing, closed, finished]) {
      expect(at(step(askedPage(leave), saw(view)))).toBe('left');
    }
  });
});

describe('a room out of reach', () => {
  it('is said until the room is seen again, and nothing is lost', () => {
    const page = askedPage(chose('b'), acknowledged(1));
    const away = step(page, { type: 'lost' });
    expect(away.away).toBe(true);
    expect(step(away, saw(asking))).toEqual(page);
  });
});

const happening: fc.Arbitrary<PupilEvent> = fc.oneof(
  fc.constantFrom<PupilEvent>(
    typed,
    seated,
    next,
    leave,
    { type: 'again' },
    { type: 'keep' },
    { type: 'lost' },
    { type: 'gone' },
  ),
  fc.constantFrom<PupilEvent>(
    { type: 'restart' },
    { type: 'too-late' },
    { type: 'unknown-ballot' },
  ),
  fc.constantFrom(waiting, asking, closing, closed, finished, { ...asking, round: 2 }).map(saw),
  fc.constantFrom('secret-a', 'secret-b').map(chose),
  fc.integer({ min: 1, max: 4 }).map((n) => acknowledged(n)),
);

describe('whatever happens, in any order', () => {
  it('[R10] no answer is ever kept', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (all) => {
        expect(serialisePage(pageAfter(typed, seated, ...all))).not.toContain('secret');
      }),
    );
  });

  it('an answer is known only while it is on its way', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (all) => {
        const page = pageAfter(typed, seated, ...all);
        expect(JSON.stringify(page).includes('secret')).toBe(pendingOf(page.visit) !== null);
      }),
    );
  });

  it('what is kept reads back as it was written', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (all) => {
        const page = pageAfter(typed, seated, ...all);
        expect(serialisePage(reload(page))).toBe(serialisePage(page));
      }),
    );
  });
});
