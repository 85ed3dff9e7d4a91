import { wordHazard } from './word-hazard.ts';

const COLOUR = '(red|green|blue|yellow|orange|purple|pink|amber|brown)';
const THING =
  '(button|ones?|boxes|box|cards?|words?|lines?|text|answers?|options?|parts?|bars?|side|corner|dots?|discs?|circles?|shapes?|slips?|area|messages?|bubbles?)';

/** H19: something told by colour alone, which not everybody sees and no printer in a school prints. */
export const colourAlone = wordHazard({
  row: 'H19',
  code: 'colour-alone',
  severity: 'error',
  audience: 'everyone',
  source: 'WCAG 2.2, 1.4.1 Use of colour; British Dyslexia Association, style guide: no meaning in red and green',
  words: [
    `(press|click|tap|choose|pick|use|touch|hit|find|look at|look for|circle|underline|read|stand by|go to|hold up|show|raise) (the|a|an|any|every|each|all|all the|your)? ?${COLOUR} ${THING}`,
    `(the )?${COLOUR} (ones|words|answers|boxes|lines|parts|options|bars|messages|bubbles|shapes|text) (is|are|means?|shows?|was|were|stands?)`,
    `${COLOUR} (means?|is for|are for|stands for|shows?|for) (stop|go|yes|no|wrong|right|safe|unsafe|true|false|danger|ok|good|bad|agree|disagree|pressure|no pressure|not)`,
    `(words|answers|ones|messages|lines|parts|those|everything|anything|items|text|what is)( that are| which are)?( marked| shown| written| highlighted| coloured| printed)? in ${COLOUR}`,
    `(marked|shown|highlighted|coloured|colored|underlined|circled)( in)? ${COLOUR} (is|are|means?|shows?)`,
    'colou?r[ -]?(coded|coding)',
    'traffic[ -]light (cards?|system|cups?|colours?|rating)',
  ],
  unless: [
    '(marked|labelled|labeled|with (a|an|the) (letters?|words?|tick|cross|label|shape|line|number|sign)|that says?|which says?|saying|called|as well as)',
    `the ${COLOUR} (square|round|triangle|star) (\\w+)`,
  ],
  why: 'is told by colour alone, which some pupils do not see and a printer turns grey',
  better: 'Say it with a letter, a word or a shape as well, as in “the ones with a cross”',
});
