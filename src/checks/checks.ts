import type { Lesson } from '../lesson/lesson.ts';
import { readLines } from '../document/lines.ts';
import { lessonTextBlocks } from './lesson-text-blocks.ts';
import type { TextBlock } from './text-block.ts';
import { withWholeCharacters, type Problem } from '../document/problem.ts';
import { ageShown } from './age-shown.ts';
import { contentNote } from './content-note.ts';
import { cutSums } from './cut-sums.ts';
import type { Hazard } from './hazard.ts';
import { pressuredPersonAsked } from './pressured-person-asked.ts';
import { helpSlide } from './help-slide.ts';
import { missingFacts } from './missing-facts.ts';
import { helpUnseen } from './help-unseen.ts';
import { timings } from './timings.ts';
import { oneSidedRoles } from './one-sided-roles.ts';
import { readingAge } from './reading-age.ts';
import { rightToPass } from './right-to-pass.ts';
import { bystanderAbsent } from './bystander-absent.ts';
import { reviewOverdue } from './review-overdue.ts';
import { reviewedBy } from './reviewed-by.ts';
import { unsourcedLaw } from './unsourced-law.ts';
import { filterTrigger } from './filter-trigger.ts';
import { contactsIn } from './contacts-in.ts';
import { offListContact } from './off-list-contact.ts';
import { staleContact } from './stale-contact.ts';
import { adultService } from './adult-service.ts';
import { openingHours } from './opening-hours.ts';
import { landSafely } from './land-safely.ts';
import { overrule } from './overrule.ts';
import { voicesIn } from './voices.ts';
import { placesOf } from './word-places.ts';
import { unsourcedNumber } from './unsourced-number.ts';
import { answersShown } from './answers-shown.ts';
import { idleAltText } from './idle-alt-text.ts';
import { smallText } from './small-text.ts';
import { isElsewhere } from './subject.ts';
import { uncheckedTranslation } from './unchecked-translation.ts';
import { wordHazard } from './word-hazard.ts';
import blamingWording from './words/blaming-wording.json' with { type: 'json' };
import colourAlone from './words/colour-alone.json' with { type: 'json' };
import criminalisingWording from './words/criminalising-wording.json' with { type: 'json' };
import disclosureSeekingQuestion from './words/disclosure-seeking-question.json' with { type: 'json' };
import frighteningWording from './words/frightening-wording.json' with { type: 'json' };
import graphicWording from './words/graphic-wording.json' with { type: 'json' };
import imageHandling from './words/image-handling.json' with { type: 'json' };
import normalisingPrevalence from './words/normalising-prevalence.json' with { type: 'json' };
import outdatedTerm from './words/outdated-term.json' with { type: 'json' };
import phoneStep from './words/phone-step.json' with { type: 'json' };
import realPerson from './words/real-person.json' with { type: 'json' };
import secrecyPromised from './words/secrecy-promised.json' with { type: 'json' };
import shamingWording from './words/shaming-wording.json' with { type: 'json' };
import unsuitableVocabulary from './words/unsuitable-vocabulary.json' with { type: 'json' };
import wrongAgeOfLaw from './words/wrong-age-of-law.json' with { type: 'json' };

/** Everything a lesson is checked for, in the order of the safeguarding list. */
export const hazards: readonly Hazard[] = [
  wordHazard('disclosure-seeking-question', disclosureSeekingQuestion),
  wordHazard('blaming-wording', blamingWording),
  wordHazard('frightening-wording', frighteningWording),
  wordHazard('criminalising-wording', criminalisingWording),
  wordHazard('wrong-age-of-law', wrongAgeOfLaw),
  unsourcedNumber,
  wordHazard('normalising-prevalence', normalisingPrevalence),
  helpSlide,
  offListContact,
  staleContact,
  adultService,
  openingHours,
  wordHazard('secrecy-promised', secrecyPromised),
  wordHazard('image-handling', imageHandling),
  wordHazard('outdated-term', outdatedTerm),
  oneSidedRoles,
  wordHazard('real-person', realPerson),
  wordHazard('unsuitable-vocabulary', unsuitableVocabulary),
  wordHazard('graphic-wording', graphicWording),
  answersShown,
  wordHazard('colour-alone', colourAlone),
  idleAltText,
  smallText,
  filterTrigger,
  ageShown,
  wordHazard('phone-step', phoneStep),
  readingAge,
  uncheckedTranslation,
  missingFacts,
  helpUnseen,
  contentNote,
  timings,
  cutSums,
  landSafely,
  rightToPass,
  unsourcedLaw,
  reviewOverdue,
  reviewedBy,
  wordHazard('shaming-wording', shamingWording),
  bystanderAbsent,
  pressuredPersonAsked,
];

/** What the checks know beside the lesson: the day, `2026-11-24`; another table than a lesson's, and whether it is on another subject, for what is no lesson. */
export type CheckOptions = {
  readonly today?: string;
  readonly hazards?: readonly Hazard[];
  readonly isElsewhere?: boolean;
};

/**
 * Everything in a lesson’s words that may hurt a child, in the order of the text; what its author
 * suppresses with a reason is reported as information.
 */
export function checkLesson(
  lesson: Lesson,
  text: string,
  options: CheckOptions = {},
): readonly Problem[] {
  const parts = checkInParts(lesson, text, options);
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}

/** The same check, one hazard at a time, so that a caller can let other work run in between. */
export function* checkInParts(
  lesson: Lesson,
  text: string,
  options: CheckOptions = {},
): Generator<void, readonly Problem[], void> {
  return yield* checkTextBlocks({ lesson, text, textBlocks: lessonTextBlocks(lesson) }, options);
}

/** What is checked: the words with their places, as far as they are in a text, and what is known of it beside them. */
export type CheckedText = {
  readonly lesson: Lesson;
  readonly text: string;
  readonly textBlocks: readonly TextBlock[];
};

/** The same check of text blocks already found in a text, such as a handout’s. */
export function* checkTextBlocks(
  { lesson, text, textBlocks }: CheckedText,
  options: CheckOptions = {},
): Generator<void, readonly Problem[], void> {
  const { today, hazards: table = hazards } = options;
  const lines = readLines(text);
  const voices = voicesIn(textBlocks);
  const words = placesOf(voices.textBlocks);
  const about = {
    words,
    voices,
    contacts: contactsIn(textBlocks),
    isElsewhere: options.isElsewhere ?? isElsewhere(lines, words),
  };
  const checked = { lesson, lines, textBlocks, ...about, today: today ?? null };
  const found: Problem[] = [];
  for (const { code, severity, find } of table) {
    found.push(...find(checked).map((finding): Problem => ({ code, severity, ...finding })));
    yield;
  }
  const problems = overrule(found, { text, textBlocks, hazards: table }).map(withWholeCharacters);
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
