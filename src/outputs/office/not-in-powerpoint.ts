import { allOf } from '../../document/visit.ts';
import { slidesOf, type Lesson } from '../../lesson/lesson.ts';
import { cares, needsApproval } from '../../subjects/pack.ts';
import type { SlidePage } from './powerpoint/slide-pages.ts';

/** One thing that a file of PowerPoint cannot hold, what there is in its place, and the slides it is about, from 1; none where it is about all. */
export type Missing = {
  readonly words: string;
  readonly slides: readonly number[];
};

/** What is known of a presentation once it is made. */
export type MadePages = {
  readonly pages: readonly SlidePage[];
  /** The numbers of slides whose text is smaller than a class reads from its last row. */
  readonly tight: readonly number[];
  /** The numbers of slides with a picture that could not be taken over. */
  readonly withoutPicture: readonly number[];
};

/** What a lesson loses in PowerPoint, in sentences for its teacher: only what this lesson has. */
export function notInPowerPoint(lesson: Lesson, made: MadePages): readonly Missing[] {
  const { pages, tight, withoutPicture } = made;
  const where = (is: (page: SlidePage) => boolean) =>
    pages.flatMap((page, at) => (is(page) ? [at + 1] : []));
  const about = (words: string, slides: readonly number[]): readonly Missing[] =>
    slides.length === 0 ? [] : [{ words, slides }];
  const whole = (words: string, is: boolean): readonly Missing[] =>
    is ? [{ words, slides: [] }] : [];
  const code = slidesOf(lesson).flatMap(({ body }, at) =>
    allOf(body, 'code').some(({ marked, colours }) => marked.length > 1 || colours !== null)
      ? [at + 1]
      : [],
  );
  return [
    ...about(
      'Polls: no answers come from tablets, and nothing is counted. Each question says how to answer it; what is right is in your notes.',
      where(({ layout }) => layout === 'question'),
    ),
    ...about(
      'The film does not play here, and does not stop by itself. Play it in Wholeclass.',
      where(({ film }) => film !== null),
    ),
    ...about(
      'What comes step by step on the board shows all at once.',
      where(({ still }) => still.steps > still.cards + still.timers),
    ),
    ...about(
      'Cards stay mixed. How they belong is in your notes.',
      where(({ still }) => still.cards > 0),
    ),
    ...about(
      'The timer does not count down.',
      where(({ still }) => still.timers > 0),
    ),
    ...about('Code has no colours, and its marked lines are bold all at once.', code),
    ...about('A picture is not in the file: only what it shows, in words.', withoutPicture),
    ...about('There is much on this slide, so its text is small: split it.', tight),
    ...whole(
      'Approval: the file does not know whether your safeguarding lead has approved this lesson. Look at its page in Wholeclass before you teach it.',
      needsApproval(lesson.subject),
    ),
    ...whole(
      'Help over the board at any moment, and the calm ending: keep the help slide ready, and end with it.',
      cares(lesson.subject, 'help slide'),
    ),
    ...whole(
      'Shorter versions: the minutes of each part are in your notes.',
      lesson.cuts.length > 0,
    ),
    ...whole(
      'Names: the characters have the lesson’s own names, whatever they are called today.',
      Object.keys(lesson.names).length > 0,
    ),
    ...whole('Changes you make in PowerPoint do not come back to the lesson by themselves.', true),
    ...whole(
      'Typefaces: on a computer without Lexend and Atkinson Hyperlegible Next PowerPoint takes others, and lines may end elsewhere.',
      true,
    ),
  ];
}

/** One of them as a line: `Slides 3 and 7: the timer …`. */
export function missingWords({ words, slides }: Missing): string {
  if (slides.length === 0) return words;
  const [last] = slides.slice(-1);
  const before = slides.slice(0, -1).join(', ');
  const places = before === '' ? `Slide ${last}` : `Slides ${before} and ${last}`;
  return `${places}: ${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
}
