import { namesSafeguarding } from './names-safeguarding.ts';

const PICTURE = '(?:photos?|pictures?|pics?|images?|videos?|selfies?)';

/** What is asked about whatever subject a lesson says it is: nudes, and pictures of oneself that are sent. */
const OF_NUDES: readonly RegExp[] = [
  /\b(?:semi-)?nudes\b|\bnude (?:photo|picture|pic|image|selfie|video)|\bsexting\b|\bsexts?\b|\bsextortion\b|\bnudif/i,
  new RegExp(
    String.raw`\b(?:private|intimate|naked|sexual|sexually explicit|explicit) ${PICTURE}\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:send|sent|shar|post|ask|pressur)\w* (?:\w+ ){0,5}${PICTURE} of (?:(?:him|her|my|your|one)sel(?:f|ves)|themsel(?:f|ves)|yourselves|(?:your|their|his|her|my) bod(?:y|ies))\b`,
    'i',
  ),
];

/** What lessons on pictures say, and hardly any other: one is enough. */
const OF_PICTURES: readonly RegExp[] = [
  ...OF_NUDES,
  /\b(?:ask|beg|press|want|send|sent|shar)\w* (?:\w+ ){0,4}(?:for )?(?:an? |your |his |her |their )?(?:pics?|selfies?|nudes?)\b/i,
  new RegExp(
    String.raw`\b(?:pass|forward|leak)\w* (?:\w+ ){0,4}${PICTURE} (?:on|of (?:him|her|you|yourself|someone|somebody))\b`,
    'i',
  ),
  /\breport remove\b|\bimage[- ]based abuse\b|\brevenge porn/i,
];

/** What lessons on staying safe with others say: one is enough. */
const OF_SAFEGUARDING: readonly RegExp[] = [
  ...OF_PICTURES,
  // The name alone on its line: of a field that could not be read, or a title.
  /^\W*(?:\w+\W+)?safeguarding\W*$/i,
  /\bchildline\b|\bceop\b|\biwf\b|\bnspcc\b|^\s*:::+ *help\b|\bsafeguarding lead\b|\btrusted adults?\b/i,
  /\bpeer pressure\b|\b(?:online|internet|digital|e-?) ?safety\b|\bsafer internet\b|\bgroup chats?\b/i,
];

/** What such lessons say and others may, each another thing: two are enough. */
const OFTEN: readonly RegExp[] = [
  /\bconsent(?:s|ed|ing|ual)?\b/i,
  /\bhar+ass/i,
  /\bcyber ?bull|\bbull(?:y|ies|ied|ying)\b/i,
  /\bgrooming\b|\bgroomers?\b/i,
  /\bblackmail/i,
  /\bdeep ?fakes?\b/i,
  /\b(?:personal|healthy|your|my|set(?:ting)?|respect(?:ing)?) boundar(?:y|ies)\b/i,
  /\b(?:un)?healthy relationships?\b|\brelationships? (?:and sex )?education\b/i,
  /\bpressur(?:ed|ing|es) (?:some(?:one|body)|you|her|him|them|a (?:girl|boy|friend|pupil)|into)\b|\bpressure on (?:some(?:one|body)|you|her|him|them|a friend)\b/i,
  /\bsocial media\b|\bselfies?\b/i,
  /\bstrangers?\b.{0,40}\bonline\b|\bonline\b.{0,40}\bstrangers?\b|\bstranger danger\b/i,
  /\b(?:boy|girl)friends?\b/i,
  /\bstay(?:ing)? safe\b|\bsafeguarding\b/i,
  /\br\.?s\.?h?\.?e\b|\bp\.?s\.?h\.?e\b/i,
];

type Lines = readonly { readonly text: string }[];

/** True for a text with signs of the safeguarding lessons themselves. It decides whether an author is asked, and nothing else. */
export function isAboutSafeguarding(lines: Lines): boolean {
  if (has(lines, OF_SAFEGUARDING)) return true;
  return OFTEN.filter((sign) => has(lines, [sign])).length > 1;
}

/** True for a text about pictures of someone that are asked for or passed on: the one thing that PSHE, its like, and subjects that are not known are asked about. */
export function isAboutPictures(lines: Lines): boolean {
  return has(lines, OF_PICTURES);
}

/** True for a text about nudes, or pictures of oneself that are sent: it is asked about whatever its subject is called. */
export function isAboutNudes(lines: Lines): boolean {
  return has(lines, OF_NUDES);
}

/** True where a line names this subject, whatever else does: the head has two, of which only one is read. */
export function isNamedSafeguarding(lines: Lines): boolean {
  return lines.some(({ text }) => namesSafeguarding(text));
}

/** The first of its signs, as it is written, with its line and column from 1; null where a text has none. */
export function signIn(
  lines: Lines,
): { readonly words: string; readonly line: number; readonly column: number } | null {
  for (const sign of [...OF_SAFEGUARDING, ...OFTEN]) {
    for (const [at, { text }] of lines.entries()) {
      const found = sign.exec(text);
      if (found) return { words: found[0].trim(), line: at + 1, column: found.index + 1 };
    }
  }
  return null;
}

function has(lines: Lines, signs: readonly RegExp[]): boolean {
  return lines.some(({ text }) => signs.some((sign) => sign.test(text)));
}
