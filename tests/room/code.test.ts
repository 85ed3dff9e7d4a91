import { describe, expect, it } from 'vitest';
import { codeText, makeCode, readCode } from '../../src/room/code.ts';
import { fingerprint } from '../../src/text/fingerprint.ts';
import { seededRandom } from '../poll/seeded-random.ts';

describe('room codes', () => {
  it('[R19] are long enough where anyone may guess: 200 guesses a second find none of 500 rooms in a day', () => {
    const random = seededRandom(4);
    for (let made = 0; made < 500; made += 1) {
      expect(makeCode(random, 'long')).toMatch(/^[BCDFHJKMNPRTVWX]{6}[2-9]{6}$/);
    }
    const found = (200 * 86_400 * 500) / (15 ** 6 * 8 ** 6);
    expect(found).toBeLessThan(1 / 300);
    expect(['BKTHRM472385', 'bkt hrm 472-385'].map(readCode)).toEqual([
      'BKTHRM472385',
      'BKTHRM472385',
    ]);
    expect(['BKT472HRM385', 'BKTHRM472', 'BKTHRM4723850'].map(readCode)).toEqual([
      null,
      null,
      null,
    ]);
    expect(codeText('BKTHRM472385')).toBe('BKT HRM 472 385');
  });

  it('are three letters and three digits, without vowels and look-alikes', () => {
    const random = seededRandom(7);
    for (let made = 0; made < 500; made += 1) {
      expect(makeCode(random)).toMatch(/^[BCDFHJKMNPRTVWX]{3}[2-9]{3}$/);
    }
  });

  it('have each letter and each digit as often as the next', () => {
    const random = seededRandom(9);
    const drawn = Array.from({ length: 6000 }, () => makeCode(random)).join('');
    const counts = new Map([...drawn].map((one) => [one, 0]));
    for (const one of drawn) counts.set(one, (counts.get(one) ?? 0) + 1);
    // 18,000 letters over 15 and as many digits over 8: five standard deviations from the mean.
    for (const [one, count] of counts) {
      const mean = /\d/.test(one) ? 18_000 / 8 : 18_000 / 15;
      expect(Math.abs(count - mean), one).toBeLessThan(5 * Math.sqrt(mean));
    }
    expect(counts.size).toBe(23);
  });

  it('are read in any case, with spaces and hyphens', () => {
    expect(['BKT472', 'bkt 472', ' b k t-4 7 2 '].map(readCode)).toEqual([
      'BKT472',
      'BKT472',
      'BKT472',
    ]);
    expect(['', 'BKT47', 'BKT4722', '472BKT', 'BKT470', 'AKT472'].map(readCode)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('are shown in two parts', () => {
    expect(codeText('BKT472')).toBe('BKT 472');
  });

  it('[R1] have beside them a fingerprint of the questions that changes with any of them', () => {
    expect(fingerprint('')).toBe('cbf29ce484222325');
    expect(fingerprint('a')).toBe('af63dc4c8601ec8c');
  });
});
