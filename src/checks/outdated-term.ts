import { wordHazard } from './word-hazard.ts';

/** H13: words that pupils do not use, or that label a child. */
export const outdatedTerm = wordHazard({
  row: 'H13',
  code: 'outdated-term',
  severity: 'warning',
  audience: 'everyone',
  source: 'UKCIS, Sharing nudes and semi-nudes, 2024, on terms; The Children’s Society and NAPAC, Appropriate language guide',
  words: [
    'sext(s|ing|ed|ers?)?',
    'revenge[ -]porn(ography)?',
    '(child|kiddie|kiddy|underage)[ -]porn(ography)?',
    '(the|a|an|each|every|his|her|their|any|this|that|alleged|young|child|these|those|some|all|many|most|female|male) victims?',
    'victims (of|are|were|who|should|may|often|can|must|need)',
    'sextort(ion|ed|ing)',
  ],
  unless: [
    '#saynotosexting',
    'revenge porn helpline',
    'victim[ -]blam(ing|e)',
    '(called|known as|the word|the term|the old word)',
    'sextortion … (means|is|:) … (blackmail|threat|threatening)',
    'blackmail … sextortion',
    'victims? of (a|the) (crash|flood|storm|fire|war|theft)',
  ],
  why: 'is a word that pupils do not use, or that makes a label of a child',
  better: 'Say “nudes” to pupils, “nudes and semi-nudes” to adults, “blackmail over pictures”, and “the person who was hurt”',
});
