import { wordHazard } from './word-hazard.ts';

/** H5: the age of consent taken for the age of the law on pictures, which is 18. */
export const wrongAgeOfLaw = wordHazard({
  row: 'H5',
  code: 'wrong-age-of-law',
  severity: 'error',
  audience: 'everyone',
  source: 'Protection of Children Act 1978, section 1, as amended: under 18 (England and Wales)',
  words: [
    '(illegal|against the law|an offence|a crime|unlawful|breaking the law|law|legally) … (under|younger than|below)( the age of)?[ -](16|sixteen)s?',
    "(under|younger than|below)( the age of)?[ -](16|sixteen)s?(('s)?| year olds?) … (illegal|law|offence|crime|unlawful|legally)",
    "(16|sixteen|16-year-olds?|over 16|over-16s) (or over|and over|or older|plus)?( \\w+)? (is|are|it's|it is) (fine|legal|allowed|ok|okay|old enough|lawful)",
    "(legal|fine|allowed|ok|okay|lawful) … (at|from|over|after|once (you|they|you're|they're)( are| turn)?|when (you|they)( are| turn)?|if (you|they)( are|'re)?)( the age of)? (16|sixteen)",
    '(the law|it) (only )?(covers|protects|applies to|is about)( everyone| children| anyone| people)? (under|below)[ -](16|sixteen)s?',
  ],
  unless: ['(18|eighteen)', '(under|over)?[ -]?16s? (film|certificate|rating|bus|ticket|fare|team|cinema)', 'not (16|sixteen)'],
  why: 'gives a wrong age: the law on nude pictures covers everyone under 18',
  better: 'Write “under 18”',
});
