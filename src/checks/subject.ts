import type { SourceLine } from '../document/source-line.ts';
import type { WordPlaces } from './word-places.ts';

/** A text with fewer words says too little of what it is about. */
const FEWEST = 150;

const PICTURE = '(?:photos?|pictures?|pics?|images?|videos?|selfies?|nudes?)';

// What a lesson on staying safe with others says somewhere, and one on another subject does not.
const SUBJECT = new RegExp(
  [
    String.raw`\b(?:semi-)?nudes?\b|\bsext|\bselfies?\b|\bdeep ?fakes?\b|\bblackmail|\bgroom(?:ed|ing|ers?)\b|\bhar+ass|\bbull(?:y|ies|ied|ying)\b`,
    String.raw`\b(?:private|intimate|naked|personal|sexual|explicit|rude|embarrassing) ${PICTURE}\b`,
    String.raw`\b(?:shar|send|sent|pass|forward|leak|post|ask)\w* (?:\w+ ){0,4}${PICTURE} (?:on|round|around|of (?:him|her|them|you|yourself|someone|somebody|each other|an? (?:girl|boy|friend|pupil)))\b`,
    String.raw`\b(?:ask|beg|press|want|send|sent|shar)\w* (?:\w+ ){0,4}(?:for )?(?:an? |your |his |her |their )?(?:pics?|selfies?|nudes?)\b`,
    String.raw`\bchildline\b|\bceop\b|\breport remove\b|\biwf\b|\bnspcc\b|^:::+ *help\b|\bsafeguard|\bdsl\b|\btrusted adults?\b`,
    String.raw`\b(?:r\.?s\.?h?\.?e|p\.?s\.?h\.?e)\b|\brelationships?\b|\bconsent|\bboundar(?:y|ies)\b|\bpeer pressure\b|\bunder pressure\b|\bpressur(?:e on|ed|ing|es) (?:some|you|her|him|them|a (?:girl|boy|friend|pupil)|into)`,
    String.raw`\b(?:online|internet|e-?|digital|web) ?safety\b|\bsafer internet\b|\bstay(?:ing)? safe\b|\bsocial media\b|\bgroup chats?\b|\bstrangers?\b|\b(?:boy|girl)friends?\b`,
  ].join('|'),
  'i',
);

/** True where a text is a lesson on another subject: long enough to tell, and without any word of this one. */
export function isElsewhere(lines: readonly SourceLine[], words: WordPlaces): boolean {
  return words.all.length >= FEWEST && !lines.some(({ text }) => SUBJECT.test(text));
}
