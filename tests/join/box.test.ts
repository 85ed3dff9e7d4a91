import { describe, expect, it } from 'vitest';
import { parseSavedPage, serialisePage } from '../../src/pages/join/saved-page.ts';
import { openPage, type PupilEvent, type Page } from '../../src/pages/join/visit.ts';
import { step } from '../../src/pages/join/visit-step.ts';
import { finished, leave, next, pageAfter, saw, typed, waiting } from './pages.ts';

const reload = (page: Page): Page => {
  const { place, spent, behind } = parseSavedPage(serialisePage(page));
  return openPage(place, spent, behind);
};

describe('the question box', () => {
  const withBox: PupilEvent = {
    type: 'seated',
    code: 'BKT472',
    pass: 'pass',
    ballots: [],
    box: ['k', 'b'],
  };
  const boxOf = ({ visit }: Page) => ('place' in visit ? visit.place.box : null);

  it('[R11] is there while the room has it open, and each right sends one note', () => {
    const page = pageAfter(typed, withBox, saw({ ...waiting, box: true }));
    expect([page.box, boxOf(page)]).toEqual([true, ['k', 'b']]);
    expect(boxOf(step(page, { type: 'posted', ballot: 'k' }))).toEqual(['b']);
    expect(step(page, saw(waiting))).not.toHaveProperty('box');
    expect(boxOf(reload(step(page, { type: 'posted', ballot: 'k' })))).toEqual(['b']);
  });

  it('[R10] [R11] is not there once the page was left, and the next pupil has rights of their own', () => {
    const page = pageAfter(typed, withBox, saw({ ...waiting, box: true }));
    expect(step(page, leave)).not.toHaveProperty('box');
    expect(step(page, saw(finished))).not.toHaveProperty('box');
    const other = [next, { ...withBox, box: ['x', 'y'] }, { type: 'posted', ballot: 'k' }] as const;
    expect(boxOf(other.reduce(step, page))).toEqual(['x', 'y']);
    expect(serialisePage(other.reduce(step, page))).not.toMatch(/"[kb]"/);
  });
});
