import { BLOCKS, shareBlocks, type OptionShare, type Published } from '../poll/disclose.ts';
import type { Option, SharedAsked } from '../poll/question.ts';

/**
 * What a result comes to, in a sentence to stand above it: `About half chose B.` It is made of the words of that same result and
 * says nothing that does not stand in it (D8); empty where the result itself is words, or its largest answer may be one not shown.
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

const HALF = BLOCKS / 2;
const WAYS = ['in half', 'three ways', 'four ways', 'five ways'];

function findingOfShares(question: SharedAsked, shares: Readonly<Record<string, OptionShare>>): string {
  const { options, picks } = question;
  const shareOf = ({ id }: Option) => shares[id] ?? null;
  const ranks = options.map((option) => rankOf(shareOf(option)));
  const most = Math.max(...ranks);
  const share = options.map(shareOf)[ranks.indexOf(most)] ?? null;
  const [first, second, ...more] = options.filter((option) => shareOf(option) === share);
  // Few is nothing to say, and where one answer is not shown, it may be the largest.
  if (!first || share === null || most < 2 || (most < HALF && ranks.includes(-1))) return '';
  if (picks !== 'several' && more.length + 2 === options.length && second) return `Answers are split ${WAYS[more.length]}.`;
  if (more.length > 0) return '';
  const part = share.replaceAll('-', ' ');
  const found = `${part} ${chose(question, first)}${second ? `, and ${part} ${nameOf(question, second)}` : ''}.`;
  return found.charAt(0).toUpperCase() + found.slice(1);
}

function rankOf(share: OptionShare): number {
  if (share === null) return -1;
  if (share === 'more-than-half') return HALF + 1;
  if (share === 'less-than-half') return 0;
  const { full, maybe } = shareBlocks(share);
  return full + maybe / 2;
}

function chose(question: SharedAsked, option: Option): string {
  if (question.kind === 'myth') return `said it’s ${nameOf(question, option)}`;
  return question.picks === 'order' ? `put ${nameOf(question, option)} first` : `chose ${nameOf(question, option)}`;
}

// The letter of an answer stands beside it, but where they are put in order.
function nameOf({ kind, picks }: SharedAsked, { label, text }: Option): string {
  if (kind === 'myth') return `a ${text.toLowerCase()}`;
  return picks === 'order' ? `“${text}”` : label;
}
