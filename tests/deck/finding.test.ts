import { describe, expect, test } from 'vitest';
import { findingOf } from '../../src/deck/finding.ts';
import { resultHtml } from '../../src/deck/poll-result.ts';
import { shareText, SHARES, type OptionShare, type Published, type Share } from '../../src/poll/disclose.ts';
import type { SharedAsked } from '../../src/poll/question.ts';

const options = ['A friend', 'An adult', 'Nobody', 'Both'].map((text, at) => ({ id: 'abcd'.charAt(at), label: 'ABCD'.charAt(at), text }));
const choice: SharedAsked = { id: 'who', kind: 'choice', picks: 'one', tag: 'character', prompt: 'What would help Sam?', options };
const several: SharedAsked = { ...choice, kind: 'choices', picks: 'several' };
const order: SharedAsked = { ...choice, kind: 'order', picks: 'order' };
const myth: SharedAsked = {
  ...choice,
  kind: 'myth',
  options: ['Myth', 'Fact'].map((text, at) => ({ id: 'ab'.charAt(at), label: 'AB'.charAt(at), text })),
};
const rest = { turnout: 30, right: [], explanation: '' };

function byId<One>(shares: readonly One[]): Readonly<Record<string, One>> {
  return Object.fromEntries(shares.map((share, at) => ['abcd'.charAt(at), share]));
}

function found(shares: readonly (Share | null)[], question = choice): string {
  const asked = { ...question, options: question.options.slice(0, shares.length) };
  return findingOf(asked, { rung: 'bands', bands: byId(shares), ...rest });
}

function foundEach(shares: readonly OptionShare[]): string {
  return findingOf({ ...several, options: options.slice(0, shares.length) }, { rung: 'each', shares: byId(shares), ...rest });
}

describe('What a result comes to', () => {
  test('names the share of the answer that most chose', () => {
    expect(found(['few-or-none', 'about-a-quarter', 'about-two-thirds'])).toBe('About two thirds chose C.');
    expect(found(['few-or-none', 'nearly-all-or-all'])).toBe('Nearly all or all chose B.');
    expect(found(['about-two-thirds', 'about-a-third'], myth)).toBe('About two thirds said it’s a myth.');
    expect(found(['about-half', 'about-a-quarter', 'few-or-none'], order)).toBe('About half put “A friend” first.');
    expect(findingOf(choice, { rung: 'largest', largest: 'b', ...rest })).toBe('The largest group chose B.');
  });

  test('says that answers are split where all shares are the same and whole', () => {
    expect(found(['about-half', 'about-half'])).toBe('Answers are split in half.');
    expect(found(['about-a-third', 'about-a-third', 'about-a-third'])).toBe('Answers are split three ways.');
    expect(found(['about-a-quarter', 'about-a-quarter', 'about-a-quarter', 'about-a-quarter'])).toBe('Answers are split four ways.');
  });

  test('names two answers that were chosen as often, and no more than two', () => {
    expect(found(['few-or-none', 'about-half', 'about-half'])).toBe('About half chose B, and about half C.');
    expect(found(['about-a-third', 'about-a-third', 'about-a-third', 'few-or-none'])).toBe('');
  });

  test('of several answers goes by each one’s own share, and never says that they are split', () => {
    expect(foundEach(['about-half', 'more-than-half', 'few-or-none'])).toBe('More than half chose B.');
    expect(foundEach(['about-half', 'about-half'])).toBe('About half chose A, and about half B.');
    expect(foundEach(['less-than-half', 'less-than-half'])).toBe('');
  });

  test('is silent where the largest may be an answer that is not shown, and where nothing is shown', () => {
    expect(found([null, 'about-a-quarter', 'few-or-none'])).toBe('');
    expect(found([null, 'about-two-thirds', 'few-or-none'])).toBe('About two thirds chose B.');
    for (const rung of ['words', 'too-few'] as const) expect(findingOf(choice, { rung, right: [], explanation: '' })).toBe('');
  });

  test('[D8] says no share that does not stand in the result below it', () => {
    const shares: readonly OptionShare[] = [null, ...SHARES, 'more-than-half', 'less-than-half'];
    const texts = shares.flatMap((share) => (share === null ? [] : shareText(share, '')));
    for (const a of shares) {
      for (const b of shares) {
        const published: Published = { rung: 'each', shares: { a, b, c: 'about-a-quarter' }, ...rest };
        const asked = { ...several, options: options.slice(0, 3) };
        const finding = findingOf(asked, published).toLowerCase();
        const rows = `${resultHtml(asked, published)}`.split('<ul')[1] ?? '';
        for (const text of texts.filter((one) => finding.includes(one))) expect(rows, finding).toContain(text);
      }
    }
  });
});
