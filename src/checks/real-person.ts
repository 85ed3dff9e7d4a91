import { wordHazard } from './word-hazard.ts';

/** H16: a year, class, school or event by which a real child could be known. What only local knowledge can tell is for the reader. */
export const realPerson = wordHazard({
  row: 'H16',
  code: 'real-person',
  severity: 'error',
  audience: 'everyone',
  source: 'Safe teaching of sensitive subjects: distancing, no real cases (PSHE practice, read 2026-11-24)',
  words: [
    '(a|the|this|some|one|another) (girl|boy|pupil|student|child|lad|year \\d+)s? (in|from|at) (this|our|your|a local|the local|a nearby|the next) (school|class|year|town|village|year group|form)',
    '(in|from|of) (year|class|form) (1[0-3]|[1-9]|seven|eight|nine|ten|eleven|[0-9]{1,2}[A-Z])',
    '(girl|boy|pupil|student|child|someone|somebody|sam|alex|she|he)( is| was)?,? (in|from) (year|form) \\w+',
    '(it|this|something like this|the same thing) happened (here|in (this|our) (school|town|class)|at (this|our) school|last (week|term|year|month))',
    '(real|true) (story|case|name|incident)s? (from|of|in|at) (this|our|a local|the local|your) (school|town|area|class|pupils?)',
    "(st\\.? \\w+'?s?|\\p{L}+ (high|grammar|park|road|hill|green|community)) (school|academy|college)",
  ],
  unless: [
    '(next|last|this|every|any|which|another) (high|community|grammar) school',
    '(the|a|your|our|any|at|in|to) (high|grammar|community) (school|college)',
    '(reading age|curriculum|from|for) … year (1[0-3]|[1-9]) (onwards|and up|to)',
  ],
  negated: true,
  why: 'points at a year, a school or an event by which a real child could be known',
  better: 'Use made-up people, and “someone your age”',
});
