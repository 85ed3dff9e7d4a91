import { markWord } from '../../text/word-marks.ts';
import { audienceOf, type Lesson } from '../../lesson/lesson.ts';
import { term } from '../../help/terms.ts';
import { html, type Html } from '../../text/html.ts';

/** Who leads a lesson that touches on safeguarding, and who hears of it before the day: a title, and paragraphs below it. */
export function notACoverLesson(lesson: Lesson): { readonly title: string; readonly words: Html } {
  const lead = term('lead', 'adults');
  if (audienceOf(lesson) === 'adults') {
    return {
      title: 'Held by someone who knows it',
      words: html`<p>The person who holds it has read it through, knows what ${markWord('pupils')} will be taught, and can stay behind afterwards. If that is not you, ask ${lead}, or move it to another day.</p>
<p>Tell ${lead} when it is: they, or a deputy, should be there or easy to reach.</p>`,
    };
  }
  if (lesson.setting === 'youth work') {
    return {
      title: 'Led by someone they know',
      words: html`<p>If you cannot lead it, swap with a leader who knows this group, or move it to another day. You may ask not to lead this.</p>
<p>Before the day, tell ${lead} which group it is and when.</p>`,
    };
  }
  return {
    title: 'Not a cover lesson',
    words: html`<p>${markWord('Pupils')} should have someone they know. If you cannot teach it, swap with a colleague who knows this ${markWord('class')}, or move it to another day. You may ask not to teach this.</p>
    <p>Before the day, tell ${lead} which ${markWord('class')} it is and when.</p>`,
  };
}
