import { wordHazard } from './word-hazard.ts';

/** H6, M22: a number about young people without its source, as a footnote `[^name]` in the same sentence. */
export const unsourcedNumber = wordHazard({
  row: 'H6',
  code: 'unsourced-number',
  severity: 'error',
  audience: 'everyone',
  source: 'Figures on this subject drift as they are copied: one study is quoted as more than a third and as 26 in a hundred',
  words: [
    '\\d+(\\.\\d+)? ?(per ?cent|percent)',
    '\\d+(\\.\\d+)? ?%',
    '(1|one|two|three|2|3) (in|out of) (every )?(\\d+|two|three|four|five|six|seven|eight|nine|ten|twenty) (of |\\p{L}+ )?(young people|children|teenagers|teens|pupils|girls|boys|people|has|have|is|are)',
    '(most|the majority of|almost all|nearly all|a third of|a quarter of|half of|thousands of|hundreds of|millions of|many) (of )?(all )?(young people|children|teenagers|teens|girls|boys|students)',
    'as young as (\\d+|six|seven|eight|nine|ten|eleven)',
  ],
  unless: ['\\[\\^[\\w-]+\\]', '100 ?% (sure|safe|honest|certain)'],
  why: 'is a number without its source, and such numbers drift and make things seem normal',
  better: 'Leave it out, or give source, year, sample and population in a footnote, as in “[^study]”',
});
