import { wordHazard } from './word-hazard.ts';

/** H11: a promise of secrecy, or of an outcome, that no adult can keep. */
export const secrecyPromised = wordHazard({
  row: 'H11',
  code: 'secrecy-promised',
  severity: 'error',
  audience: 'everyone',
  source: 'Keeping children safe in education, 2025: never promise confidentiality; Report Remove: removal cannot be promised',
  words: [
    "(I|we|they|your teacher|staff|adults)( will|'ll| won't| promise not to| promise we won't) (never |not )?(tell anyone|tell anybody|tell a soul|pass it on to anyone|repeat it|say anything to anyone)",
    "I( won't| will not| will never) tell",
    '(guaranteed|guarantee|promise|certain) (to be |to get |that )?(it |they |it will be |they will be )?(removed|taken down|deleted|removal)',
    "(will|we'll|they'll) (always|definitely|certainly) (be |get )?(it |them )?(removed|taken down|deleted)",
    '(completely|totally|absolutely|strictly|fully|100%) (confidential|anonymous|private|secret)',
    '(stays?|will stay|is just|this is) between (us|you and me|these (four )?walls|ourselves)',
    "(I|we)( will|'ll| can| promise to) keep (it|this|that|your) (a )?(secret|private|to (my|our)sel(f|ves))",
    '(what|anything|everything) (you say|is said) … (stays|will stay) (here|in (this|the) room)',
    '(nobody|no one) (will|can|could) (ever )?(know|find out|be told|see) (it was you|who you are|what you (said|say|wrote)|anything you)',
  ],
  unless: ["(cannot|can't|can not) (promise|keep)", 'a friend … promise'],
  negated: false,
  why: 'promises what no adult in school can keep',
  better: 'Say “I can’t keep it secret; I will tell only people who help”, or “can ask for it to be taken down”',
});
