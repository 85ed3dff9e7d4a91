import { wordHazard } from './word-hazard.ts';

/** H4: threats of punishment, and the false comfort that nothing can come of it. */
export const criminalisingWording = wordHazard({
  row: 'H4',
  code: 'criminalising-wording',
  severity: 'error',
  audience: 'pupils',
  source: 'College of Policing, briefing note on young people’s images: the law protects, stigma is avoided; UKCIS 2024',
  words: [
    "sex(ual)? offend(er|ers|ing)('s|s')?( register)?",
    "(on|onto|sign|signing) (the|a) (sex |police |offenders' )?register",
    '(prison|jail|jailed|imprisoned|imprisonment|locked up|behind bars)',
    '(get|have|be given|end up with|with|give you|gives you) a (criminal|police) record',
    '(criminal|police) record',
    "(you|they|pupils|children|young people|nobody|no one)( will|'ll)? (get|be|are) (arrested|charged|prosecuted|sentenced|convicted)",
    "(can't|cannot|can not|won't|will not|will never|never|could not|couldn't) (ever )?(get|be|land|end up)( you)?( in| into)( any)? trouble",
    '(nobody|no one) (will|can|ever) (ever )?(get|gets|be) (in|into) trouble',
    'up to \\w+ years? in',
  ],
  unless: [
    '(take|taking|takes|call|calling) the register',
    '(answer|answers|name|names|ticked|tick|mark|marked)( \\w+)? on the register',
    'music(al)? record',
    'locked up (the|a|his|her|their|our) (bikes?|bicycles?|rooms?|sheds?|schools?|doors?|house)',
  ],
  why: 'speaks of punishment, or promises that none can come: the first silences children, the second is not true',
  better: 'Say “The law is there to keep young people safe. Whatever has happened, telling an adult gets help started”',
});
