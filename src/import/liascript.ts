import { FOR_TEACHER } from '../document/audience-marks.ts';
import { warningOf, type Importer } from './importer.ts';
import { rewriteWith } from './parting.ts';

/**
 * LiaScript, which is not read: it is said once, and what a narrator says is the teacher's.
 *
 *     --{{0}}--
 *     Said aloud.
 */
export const liaScript: Importer = {
  name: 'LiaScript',
  recognises: ({ lines }) => lines.some(({ text }) => NARRATED.test(text)),
  rewrite: (text) => {
    const first = text.lines.find(({ text: words }) => NARRATED.test(words));
    const read = rewriteWith(text, () => ({
      prose: ({ text: words }) => {
        if (!NARRATED.test(words)) return [words];
        const rest = words.replace(NARRATED, '').trim();
        return ['', FOR_TEACHER, ...(rest === '' ? [] : [rest])];
      },
    }));
    const message =
      'This is written for LiaScript, which is not supported: its quizzes, macros and steps are shown as they are typed. What its narrator says is kept for the teacher';
    const unsupported =
      first === undefined ? [] : [warningOf(first, { code: 'unsupported-tool', message })];
    return { ...read, problems: [...unsupported, ...read.problems] };
  },
};

const NARRATED = /^\s*--\{\{[^{}]{1,40}\}\}--\s*/;
