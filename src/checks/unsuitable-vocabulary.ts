import type { CheckedLesson } from './hazard.ts';
import { wordHazard } from './word-hazard.ts';

/** H17, M13: sexual and penal words in what pupils up to eleven are shown. */
export const unsuitableVocabulary = wordHazard({
  row: 'H17',
  code: 'unsuitable-vocabulary',
  severity: 'error',
  audience: 'pupils',
  source: 'RSHE statutory guidance, July 2025, primary; UKCIS 2024 on terms for younger children',
  words: [
    '(nudes?|semi-nudes?|naked|nudity|undressed|topless)',
    '(sex|sexy|sexual|sexually|sext|sexting|porn|porno|pornography|explicit|intimate) ?(images?|pictures?|photos?)?',
    '(penis|vagina|vulva|genitals?|breasts?|boobs|nipples?|masturbat(e|ing|ion)|rape|raped|orgasm)',
    '(dick|cock|tit|pussy) pics?',
    '(prison|jail|arrest|arrested|criminals?|offences?|offenders?|police record|illegal|prosecuted|guilty)',
    '(blackmail(ed|ing)?|sextortion|revenge porn|grooming|groomed)',
  ],
  unless: ['same[ -]sex (parents?|couples?|families|family)', '(the )?(same|opposite) sex'],
  applies: ({ lesson: { stage } }: CheckedLesson) => stage === 'KS1' || stage === 'KS2',
  why: 'is no word for pupils up to eleven',
  better: 'Say “private photos”, and “grown-ups have rules to keep children’s bodies and photos private”',
});
