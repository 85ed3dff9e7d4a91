import { plainWords } from '../../document/plain-words.ts';
import { isSurelyForTeacher } from '../../document/teacher-words.ts';

/** Words longer than this are no name of a part. */
const LONG = 50;

/** What the class may see of a part's name in a plan's outline: its name up to a colon or dash, and no sentence about the class. */
export function boardTitle(title: string): string {
  const words = plainWords(title).replace(/^\d{1,2}[.)]\s+/, '');
  if (!isSentence(words)) return plainWords(title);
  const [, short = ''] = /^([^:;.–—]{2,40}?)\s*(?:[:;.–—]|\s-\s)/.exec(words) ?? [];
  return short !== '' && !isSentence(short) ? short : 'Activity';
}

const OF_PEOPLE =
  /\b(?:students?|pupils?|learners?|teachers?|children|TAs?|SEND?|EAL|register|differentiat\w*|them|they|their|class enters?|assess\w*|teacher'?s)\b/i;

function isSentence(words: string): boolean {
  return (
    words.length > LONG ||
    /[.;]\s/.test(words) ||
    isSurelyForTeacher(words) ||
    (OF_PEOPLE.test(words) &&
      !/^(?:pupil|student|peer|self)[- ](?:task|work|activity|questions?|assessment|talk)$/i.test(
        words,
      ))
  );
}
