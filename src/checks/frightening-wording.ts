import { wordHazard } from './word-hazard.ts';

/** H3: words that say nothing can be done any more. */
export const frighteningWording = wordHazard({
  row: 'H3',
  code: 'frightening-wording',
  severity: 'error',
  audience: 'pupils',
  source: 'CEOP and PSHE Association, 11 principles: positive, no scare tactics (2016)',
  words: [
    'for ?ever|for all time|for the rest of (your|their|her|his) (life|lives)',
    "(never|won't ever|will not ever) (really )?(go|goes|going) away",
    "(can't|cannot|can never|could never) (ever )?be (undone|taken back|deleted|removed|got back|stopped)",
    '(lose|loses|lost) everything',
    '(suicide|suicidal|kill (your|him|her|them)sel(f|ves)|took (his|her|their) own life)',
    "(your|their|her|his) (future|life|career)( is|'s) (over|finished|ruined)",
    "(there is|there's) (no way back|no escape|nothing (you|anyone|anybody) can do)",
    '(your|their) worst nightmare',
    "(you|they)('ll| will) (never|regret it) (get it back|get over (it|this)|for)",
    '(everyone|the whole world|the whole school) will (see|have seen|know|find out)',
  ],
  unless: [
    '(friends?|friendships?|best friends|mates) for ?ever',
    '(feel|feels|felt|seem|seems|seemed) (like|as if|that)',
    '(took|takes|taking|waited|waiting) for ?ever',
    "(not|never|nothing|no|n't) … for ?ever",
    "(isn't|doesn't|not|no one|nobody|n't) … for ?ever",
    '(not true|untrue|a myth|wrong) that',
  ],
  negated: false,
  why: 'says that nothing can be done, and a frightened child does not tell',
  better: 'Say what helps, as in “It can be put right, and an adult can help you start”',
});
