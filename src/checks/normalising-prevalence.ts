import { wordHazard } from './word-hazard.ts';

/** H7: words that make it sound as if everyone did it. */
export const normalisingPrevalence = wordHazard({
  row: 'H7',
  code: 'normalising-prevalence',
  severity: 'error',
  audience: 'everyone',
  source: 'Social norms: most young people do not do this (CEOP to parents; review of 39 studies, 2018)',
  words: [
    "(everyone|everybody|every teenager)('s| is| else is)? (doing|does|sends|sending|shares|sharing) (it|this|them|nudes|pictures|pics)",
    '(all|most|so many|loads of|lots of) (teenagers|teens|young people|pupils|girls|boys|people) (your age )?(do|are doing|send|share|have sent|are sending) (it|this|them|nudes|pics|pictures|these)',
    '(an?|the) (growing )?(epidemic|craze)',
    '(on the rise|more and more common|increasingly common|spreading fast|rife)',
    '(a|just a|part of a) (normal|natural) part of (growing up|being|teenage|life|relationships|dating|a relationship)',
    "(it is|it's|this is|that's) (perfectly |completely |totally )?normal to (send|share|ask for|swap)",
  ],
  unless: ['(untrue|not true|a myth|is pressure|is not so)', '(not|hardly) (everyone|everybody|all|most)', 'part of growing up is'],
  negated: true,
  why: 'makes it sound as if everyone did it, and that is pressure too',
  better: 'Leave the number out, or say with its source that most do not',
});
