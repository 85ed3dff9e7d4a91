import { wordHazard } from './word-hazard.ts';

/** H2: words that put the blame on the person who was hurt. */
export const blamingWording = wordHazard({
  row: 'H2',
  code: 'blaming-wording',
  severity: 'error',
  audience: 'everyone',
  source: 'UKCIS, Challenging victim blaming language and behaviours, 2022',
  words: [
    '(put|puts|putting) (him|her|them|your|my|one)sel(f|ves) (at risk|in danger|in (this|that|a) (position|situation))',
    "should(n't| not| never)? have (ever )?(sent|known|trusted)",
    '(you|he|she|they|the victim|the girl|the boy) should have (said no|blocked|told|thought|been more careful|kept|left|walked away|reported)',
    '(was|were|been|just|basically|practically|really) asking for (it|trouble)',
    "(don't be |do not be |(was|were|is|are|being|so|too|how) )?(silly|stupid|naive|na[iï]ve|foolish)( enough)?",
    'made (a|the|her|his|their) (bad |poor |silly |wrong )?choices? to (send|share|take|trust|give|agree)',
    '(let|lets|letting) (someone|somebody|him|her|them|others|people|a boy|a girl) (take|see|have|keep|photograph|talk (you|him|her|them) into|do)',
    'respect (your|him|her|them)sel(f|ves)',
    "(ruin|ruins|ruined|ruining|wreck|wrecks|wrecked) (her|his|your|their|someone's) (own )?(life|lives|reputation|future)",
    '(brought|bring|brings) (it|this) on (him|her|them|your)sel(f|ves)',
    "(it is|it's|it was|partly|all) (your|her|his|their) own fault",
  ],
  unless: [
    'no( such thing as)?( an?)? (silly|stupid) (question|idea|answer|thing)s?',
    'no such thing as( an?)? (silly|stupid)',
    '(silly|stupid) (hats?|voices?|faces?|songs?|jokes?|costumes?|games?)',
    '(feel|feels|felt|feeling) (silly|stupid|foolish|naive)',
    'asking for it (again|back|over|every|and over|each|all|more)',
    'asking for it to (be|stop|come)',
    'let (someone|somebody|them|others|people) have (a turn|their say|time|a go|space)',
    'let (someone|somebody|them|others|people|him|her) see (that|how|you care)',
    'sent (it|this|that|them) (on|round|around)',
  ],
  negated: true,
  why: 'puts the blame on the person who was hurt, and fear of blame is what stops children telling',
  better: 'Say what the person who pressured, threatened or passed it on did',
});
