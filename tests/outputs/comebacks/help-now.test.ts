import { describe, expect, test } from 'vitest';
import { helpNow } from '../../../src/outputs/comebacks/help-now.ts';
import { whoAnswers } from '../../../src/help/who-answers.ts';
import { isForPupils, services } from '../../../src/help/services.ts';

const young = String(helpNow('young people', {}));
const adults = String(helpNow('adults', {}));
const links = (made: string) => [...made.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);

describe('help on the first screen', () => {
  test('is Childline’s chat, then its number, then 999, for young people', () => {
    expect(links(young)).toEqual(['https://childline.org.uk/', 'tel:08001111', 'tel:999']);
    expect(young).toContain('opens Childline’s own site in a new tab');
  });

  test('is the NSPCC helpline, by telephone or email, and 999, for adults', () => {
    expect(links(adults)).toEqual(['tel:08088005000', 'mailto:help@nspcc.org.uk', 'tel:999']);
  });

  test('says who answers, and to adults what happens then, from what was read on a day', () => {
    expect(young).toContain('a counsellor listens');
    expect(adults).toContain(whoAnswers.nspcc.words);
    for (const { words, source, checked } of Object.values(whoAnswers)) {
      expect(source).not.toBe('');
      expect(checked).toMatch(/^20\d\d-\d\d-\d\d$/);
      // Hours and how long one waits change (TEACHING 0.1).
      expect(words).not.toMatch(/\d/);
    }
  });

  test('names no service for adults to a young person (M21)', () => {
    for (const { name, contacts } of services.filter((one) => !isForPupils(one))) {
      for (const words of [name, ...contacts]) expect(young).not.toContain(words);
    }
  });

  test('is words alone on devices that a class shares (TEACHING 0.1)', () => {
    const words = String(helpNow('young people', { contacts: 'words' }));
    expect(links(words)).toEqual([]);
    expect(words).toContain('chat on childline.org.uk, or call <b>0800\u00a01111</b>, free.');
    expect(words).toContain('Call <b>999</b>.');
  });

  test('is 999 alone where the school found the helpline to be wrong', () => {
    expect(links(String(helpNow('adults', { hidden: ['nspcc'] })))).toEqual(['tel:999']);
  });
});
