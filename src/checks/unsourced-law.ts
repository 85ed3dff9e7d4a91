import { placeIn } from '../lesson/read-passages.ts';
import type { Hazard } from './hazard.ts';
import { phrases } from './phrase.ts';
import { wordsFor } from './word-hazard.ts';

const LAW = phrases([
  '(against|breaks?|breaking) the law',
  'the law (says|covers|protects|is|applies)',
  '(illegal|unlawful)',
  '(an|criminal) offence',
  'a crime',
  '\\p{L}+ Act (19|20)\\d\\d',
]);

/** H25, M23: what is said of the law has a nation, a source with its date, and a day on which it was reviewed. */
export const unsourcedLaw: Hazard = {
  row: 'H25',
  code: 'unsourced-law',
  severity: 'error',
  audience: 'everyone',
  source: 'Law differs between the nations of the UK, and changes: Crime and Policing Act 2026, Online Safety Act 2023',
  find: (checked) => {
    const { nation, sources, reviewed } = checked.lesson;
    const isSourced = sources.some((source) => /\b(?:law|act|legislation|offences?)\b/i.test(source) && /\b(?:19|20)\d\d\b/.test(source));
    const missing = [
      ...(nation === '' ? ['“nation: …”'] : []),
      ...(isSourced ? [] : ['a line in “sources:” that names the Act, its year and the day it was read']),
      ...(reviewed === null ? ['“reviewed: …”'] : []),
    ];
    const passage = missing.length === 0 ? undefined : wordsFor('everyone', checked).find(({ text }) => text.search(LAW) >= 0);
    const [found] = passage === undefined ? [] : passage.text.matchAll(LAW);
    if (passage === undefined || found === undefined) return [];
    const message = `“${found[0]}” speaks of the law, and a law out of place or out of date misleads. The head of the lesson needs ${missing.join(' and ')}`;
    return [{ ...placeIn(passage, found.index), message }];
  },
};
