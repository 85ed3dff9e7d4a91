import { SHARES, type OptionShare, type Published, type Share } from '../poll/disclose.ts';
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

type Told = { readonly option: Option; readonly share: OptionShare };

function findingOfShares(question: SharedAsked, shares: Readonly<Record<string, OptionShare>>): string {
  const told: readonly Told[] = question.options.map((option) => ({ option, share: shares[option.id] ?? null }));
  const most = Math.max(...told.map(rankOf));
  const share = told.find((one) => rankOf(one) === most)?.share ?? null;
  const top = told.filter((one) => one.share === share);
  const [first, second] = top;
  // Where one answer is not shown, it may be the largest.
  const mayBeLarger = told.some((one) => one.share === null) && most < HALF;
  if (!first || share === null || mayBeLarger) return '';
  if (question.picks !== 'several' && top.length === told.length && isEven(share, told.length)) return `Answers are split ${WAYS[told.length]}.`;
  if (share === 'few-or-none' || share === 'less-than-half') return '';
  const part = capital(share.replaceAll('-', ' '));
  if (!second) return `${part} ${chose(question, first.option)}.`;
  if (top.length === 2) return `${part} ${chose(question, first.option)}, and ${share.replaceAll('-', ' ')} ${nameOf(question, second.option)}.`;
  return top.length === told.length ? '' : `${top.length} answers were chosen by ${share.replaceAll('-', ' ')} each.`;
}

const HALF = SHARES.indexOf('about-half');
const WAYS: Readonly<Record<number, string>> = { 2: 'in half', 3: 'three ways', 4: 'four ways', 5: 'five ways' };
const EVEN: Readonly<Record<number, Share>> = { 2: 'about-half', 3: 'about-a-third', 4: 'about-a-quarter', 5: 'about-a-fifth' };

function isEven(share: OptionShare, answers: number): boolean {
  return share === EVEN[answers];
}

function rankOf({ share }: Told): number {
  if (share === null) return -1;
  if (share === 'less-than-half') return 0;
  return share === 'more-than-half' ? HALF + 0.5 : SHARES.indexOf(share);
}

function chose(question: SharedAsked, option: Option): string {
  if (question.kind === 'myth') return `said it’s ${nameOf(question, option)}`;
  return question.picks === 'order' ? `put ${nameOf(question, option)} first` : `chose ${nameOf(question, option)}`;
}

// The letter of an answer stands beside it, but where they are put in order.
function nameOf({ kind, picks }: SharedAsked, { label, text }: Option): string {
  if (kind === 'myth') return `a ${(text || label).toLowerCase()}`;
  return picks === 'order' ? `“${text || label}”` : label;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
