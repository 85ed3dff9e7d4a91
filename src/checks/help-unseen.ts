import { aboutWhole } from './about-whole.ts';
import { slidesOf } from '../lesson/lesson.ts';
import type { CheckedLesson, Finding, Hazard } from './hazard.ts';
import { phrases } from './phrase.ts';
import { isOwn } from './word-hazard.ts';

const ADULT =
  '(adults?|grown-ups?|teachers?|tutors?|safeguarding lead|parents?|carers?|mum|dad|aunt|uncle|coach|nurse|friends?|someone|somebody|childline|people who help)';

const HELP = phrases([
  `(tell|tells|told|telling|talk to|talks to|talked to|spoke to|speaks to|went to|goes to|ask|asks|asked) (an?|the|one|their|his|her|your|another)? ?(trusted )?${ADULT}`,
  `(an?|the|their|his|her|one|another) (\\w+ )?${ADULT}( who)? (listened|listens|helped|helps|knew|knows|believed|believes|came|stayed|stays|asked|asks)`,
  '(telling|asking for help|help|it) (worked|works|helped|came|started|gets help started|got better|stopped)',
  '(was|were|is|are|get|gets|got|being) (helped|help|listened to|believed|supported|taken down)',
  '(put|puts|putting) (it|things) right',
  'helped',
]);

const RESPONSIBLE = phrases([
  '(responsible|responsibility)',
  '(the )?(one|person|people|friend) who (asks?|asked|pressures?|pressured|keeps? asking|pushes|pushed|threatens?|threatened|pass(es)?|passed|shares?|shared|forwards?|forwarded) … (stop|stops|right|wrong|choice|decides?|choose|chooses)',
  'the one who (should|has to|had to|needs to|can) (stop|put)',
  "(not|never|n't) (your|their|his|her|\\{?\\w+\\}?'s) fault",
]);

/** M16: a story with stops, or told in messages, ends in help that works, and says that the one who pressures, threatens or passes on is responsible. */
export const helpUnseen: Hazard = {
  row: 'M16',
  code: 'help-unseen',
  severity: 'warning',
  audience: 'pupils',
  source:
    'Ofsted, Review of sexual abuse in schools, June 2021: children do not tell for fear of blame and of losing control',
  find: (checked) => {
    const last = storyEnd(checked);
    return last === null ? [] : [...unhelped(checked, last), ...unplaced(checked)];
  },
};

/** The last stop of a film or message of a thread, as it is called and where it is. */
type End = { readonly name: string; readonly line: number };

function storyEnd({ lesson, textBlocks }: CheckedLesson): End | null {
  const stop = slidesOf(lesson).findLast(({ kind }) => kind === 'stop');
  const message = textBlocks.findLast(({ role }) => role === 'message')?.pieces[0]?.line ?? 0;
  if (stop !== undefined && stop.line > message) {
    return { name: `the stop “${stop.heading.slice(0, 80)}”`, line: stop.line };
  }
  return message === 0 ? null : { name: 'the last message', line: message };
}

function unhelped({ textBlocks }: CheckedLesson, { name, line }: End): readonly Finding[] {
  const isShown = textBlocks.some(
    (textBlock) =>
      textBlock.to === 'pupils' &&
      textBlock.role !== 'field' &&
      textBlock.role !== 'heading' &&
      (textBlock.pieces[0]?.line ?? 0) > line &&
      textBlock.text.search(HELP) >= 0,
  );
  const message = `Nothing after ${name} shows help working: a pupil who sees that telling works is more likely to tell. Add a slide such as “What helped?”, with “An adult listened, and knew what to do”`;
  return isShown ? [] : [{ line, column: 1, message }];
}

function unplaced({ lesson, textBlocks }: CheckedLesson): readonly Finding[] {
  if (textBlocks.some((textBlock) => isOwn(textBlock) && textBlock.text.search(RESPONSIBLE) >= 0)) {
    return [];
  }
  const message =
    'Nothing says who is responsible in this story: left open, pupils put it on the person under pressure. Add a line such as “Whatever Sam does, Alex is the one who should stop”';
  return [aboutWhole(lesson, message)];
}
