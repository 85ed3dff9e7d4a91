import { wordHazard } from './word-hazard.ts';

const FAMILY =
  '(mum|mam|mother|dad|father|parents?|nan|nana|gran|granny|grandma|grandmother|grandparents|family|teachers?|head ?teacher|boss|future employer|employer|brother|sister|little (brother|sister))';

/** H26: rules that work by shame, such as the granny rule. */
export const shamingWording = wordHazard({
  row: 'H26',
  code: 'shaming-wording',
  severity: 'error',
  audience: 'everyone',
  source: 'UKCIS, Challenging victim blaming language and behaviours, 2022',
  words: [
    '(the )?(granny|grandma|gran|nan|mum|billboard|front[ -]page) (rule|test)',
    `(would|wouldn't|do|don't)( you| they)?( not)? (want|like|be happy for|be ok with|mind|let) (your|their|his|her|my)( own)? ${FAMILY}( or \\w+ \\w+)? (to see|seeing|see|to find|finding|looking at|to look at)`,
    `what would (your|their|her|his) ${FAMILY} (think|say|feel)( if (they|she|he) saw| about you| of you)`,
    `(imagine|picture|think of|think about) (your|their|his|her)( own)? ${FAMILY} (seeing|finding|looking|opening)`,
    `(never|don't|do not|only) (send|post|share) (anything|something|what) (that )?you (wouldn't|would not|would)( not)? (want|show|be happy for) … ${FAMILY}`,
    '(should be|ought to be|must be) ashamed( of (your|him|her|them)sel(f|ves))?',
    '(have|has|had|show)( some| more| no| a bit of| any)? self-respect',
  ],
  unless: ['(letter|help card|worksheet|homework|work|drawing|poster)'],
  negated: false,
  why: 'works by shame, and a child who is ashamed does not tell',
  better: 'Ask instead whether the person who asks is putting pressure on, and who can help',
});
