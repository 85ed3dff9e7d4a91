import type { Lesson } from '../lesson/lesson.ts';
import { readLines } from '../lesson/lines.ts';
import { readPassages } from '../lesson/read-passages.ts';
import type { Problem } from '../text/problem.ts';
import { blamingWording } from './blaming-wording.ts';
import { criminalisingWording } from './criminalising-wording.ts';
import { disclosureSeekingQuestion } from './disclosure-seeking-question.ts';
import { frighteningWording } from './frightening-wording.ts';
import { cutSums } from './cut-sums.ts';
import type { Hazard } from './hazard.ts';
import { normalisingPrevalence } from './normalising-prevalence.ts';
import { secrecyPromised } from './secrecy-promised.ts';
import { imageHandling } from './image-handling.ts';
import { outdatedTerm } from './outdated-term.ts';
import { realPerson } from './real-person.ts';
import { unsuitableVocabulary } from './unsuitable-vocabulary.ts';
import { phoneStep } from './phone-step.ts';
import { shamingWording } from './shaming-wording.ts';
import { pressuredPersonAsked } from './pressured-person-asked.ts';
import { helpSlide } from './help-slide.ts';
import { missingFacts } from './missing-facts.ts';
import { helpUnseen } from './help-unseen.ts';
import { timings } from './timings.ts';
import { rightToPass } from './right-to-pass.ts';
import { bystanderAbsent } from './bystander-absent.ts';
import { reviewOverdue } from './review-overdue.ts';
import { unsourcedLaw } from './unsourced-law.ts';
import { filterTrigger } from './filter-trigger.ts';
import { contactsIn } from './contacts-in.ts';
import { offListContact } from './off-list-contact.ts';
import { staleContact } from './stale-contact.ts';
import { adultService } from './adult-service.ts';
import { openingHours } from './opening-hours.ts';
import { landSafely } from './land-safely.ts';
import { overrule } from './overrule.ts';
import { withoutQuoted } from './quoted.ts';
import { placesOf } from './word-places.ts';
import { unsourcedNumber } from './unsourced-number.ts';
import { answersShown } from './answers-shown.ts';
import { colourAlone } from './colour-alone.ts';
import { idleAltText } from './idle-alt-text.ts';
import { smallText } from './small-text.ts';
import { uncheckedTranslation } from './unchecked-translation.ts';
import { wrongAgeOfLaw } from './wrong-age-of-law.ts';

/** Everything a lesson is checked for, in the order of the safeguarding list. */
export const hazards: readonly Hazard[] = [
  disclosureSeekingQuestion,
  blamingWording,
  frighteningWording,
  criminalisingWording,
  wrongAgeOfLaw,
  unsourcedNumber,
  normalisingPrevalence,
  helpSlide,
  offListContact,
  staleContact,
  adultService,
  openingHours,
  secrecyPromised,
  imageHandling,
  outdatedTerm,
  realPerson,
  unsuitableVocabulary,
  answersShown,
  colourAlone,
  idleAltText,
  smallText,
  filterTrigger,
  phoneStep,
  uncheckedTranslation,
  missingFacts,
  helpUnseen,
  timings,
  cutSums,
  landSafely,
  rightToPass,
  unsourcedLaw,
  reviewOverdue,
  shamingWording,
  bystanderAbsent,
  pressuredPersonAsked,
];

/** What the checks know beside the lesson: the day, `2026-11-24`. */
export type CheckOptions = { readonly today?: string };

/** Everything in a lesson’s words that may hurt a child, in the order of the text; what its author overrules with a reason is told as information. */
export function checkLesson(lesson: Lesson, text: string, { today }: CheckOptions = {}): readonly Problem[] {
  const passages = readPassages(text);
  const words = placesOf(passages.map((passage) => ({ ...passage, text: withoutQuoted(passage.text) })));
  const checked = { lesson, lines: readLines(text), passages, words, contacts: contactsIn(passages), today: today ?? null };
  const found = hazards.flatMap(({ code, severity, find }) => find(checked).map((finding): Problem => ({ code, severity, ...finding })));
  return overrule(found, { text, passages, hazards }).toSorted((a, b) => a.line - b.line || a.column - b.column);
}
