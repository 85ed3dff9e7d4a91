import { BANDS } from '../../poll/bands.ts';
import { shareBands, shareText, type OptionShare, type Published } from '../../poll/disclose.ts';
import { lookOf } from '../../questions/looks.ts';
import { isBare } from './result-words.ts';
import type { Option, SharedAsked } from '../../poll/question.ts';

/**
 * What a result comes to, in a sentence to stand above it: `About half chose B.` It is made of the words of that same result and
 * says nothing that does not stand in it (D8); empty where the result itself is words, or where another answer may be as large.
 */
export function findingOf(question: SharedAsked, published: Published): string {
  switch (published.rung) {
    case 'bands':
      return findingOfShares(question, published.bands);
    case 'each':
      return findingOfShares(question, published.shares);
    case 'largest': {
      const largest = question.options.find(({ id }) => id === published.largest);
      return largest ? `The largest group ${chose(question, largest)}.` : '';
    }
    case 'words':
    case 'too-few':
      return '';
  }
}

/** What stands first on the board: what a result comes to, or, where none can be shown, what to talk about instead. */
export function headlineOf(question: SharedAsked, published: Published): string {
  return isBare(published)
    ? lookOf(question).talk(published.right.length > 0)
    : findingOf(question, published);
}

const WAYS = ['in half', 'three ways', 'four ways', 'five ways'];

function findingOfShares(
  question: SharedAsked,
  shares: Readonly<Record<string, OptionShare>>,
): string {
  const { options, picks } = question;
  const shareOf = ({ id }: Option) => shares[id] ?? null;
  const share = largestOf(picks, options.map(shareOf));
  if (share === null) return '';
  const [first, second, ...more] = options.filter((option) => shareOf(option) === share);
  if (!first) return '';
  if (picks !== 'several' && more.length + 2 === options.length && second) {
    return `Answers are split ${WAYS[more.length]}.`;
  }
  if (more.length > 0) return '';
  const part = shareText(share, '');
  const found = `${part} ${chose(question, first)}${second ? `, and ${part} ${lookOf(question).nameOf(second)}` : ''}.`;
  return found.charAt(0).toUpperCase() + found.slice(1);
}

const ALL = BANDS.length - 1;

// The share that no answer of another share can reach; null where one may, and where it may be few, which is nothing to say.
function largestOf(picks: SharedAsked['picks'], shares: readonly OptionShare[]): OptionShare {
  const largest = shares.find((share) => {
    const { lower } = shareBands(share);
    // Where each chose one answer, the others have what this one leaves.
    const room = picks === 'several' ? ALL : ALL - lower;
    return (
      lower > 0 &&
      shares.every((other) => other === share || Math.min(shareBands(other).upper, room) < lower)
    );
  });
  return largest ?? null;
}

function chose(question: SharedAsked, option: Option): string {
  const { choice, nameOf } = lookOf(question);
  return choice(nameOf(option));
}
