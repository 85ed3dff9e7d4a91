import { checkNames, type CheckName } from '../subjects/check-names.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { readLines } from '../document/lines.ts';
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
import { overrule, type FoundProblem } from './overrule.ts';
import { voicesIn } from './voices.ts';
import { placesOf } from './word-places.ts';
import { unsourcedNumber } from './unsourced-number.ts';
import { answersShown } from './answers-shown.ts';
import { longNotes } from './long-notes.ts';
import { notesRunOver } from './notes-run-over.ts';
import { idleAltText } from './idle-alt-text.ts';
import { smallText } from './small-text.ts';
import { timesDiffer } from './times-differ.ts';
import { whichSubject } from './which-subject.ts';
import { general } from '../subjects/general.ts';
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

/** Everything a lesson may be checked for, in the order of the safeguarding list; its subject's pack names what it is checked for. */
const byName: Readonly<Record<CheckName, Hazard>> = {
  'disclosure-seeking-question': wordHazard(
    'disclosure-seeking-question',
    disclosureSeekingQuestion,
  ),
  'blaming-wording': wordHazard('blaming-wording', blamingWording),
  'frightening-wording': wordHazard('frightening-wording', frighteningWording),
  'criminalising-wording': wordHazard('criminalising-wording', criminalisingWording),
  'wrong-age-of-law': wordHazard('wrong-age-of-law', wrongAgeOfLaw),
  'unsourced-number': unsourcedNumber,
  'normalising-prevalence': wordHazard('normalising-prevalence', normalisingPrevalence),
  'help-slide': helpSlide,
  'off-list-contact': offListContact,
  'stale-contact': staleContact,
  'adult-service': adultService,
  'opening-hours': openingHours,
  'secrecy-promised': wordHazard('secrecy-promised', secrecyPromised),
  'image-handling': wordHazard('image-handling', imageHandling),
  'outdated-term': wordHazard('outdated-term', outdatedTerm),
  'one-sided-roles': oneSidedRoles,
  'real-person': wordHazard('real-person', realPerson),
  'unsuitable-vocabulary': wordHazard('unsuitable-vocabulary', unsuitableVocabulary),
  'graphic-wording': wordHazard('graphic-wording', graphicWording),
  'answers-shown': answersShown,
  'colour-alone': wordHazard('colour-alone', colourAlone),
  'idle-alt-text': idleAltText,
  'small-text': smallText,
  'filter-trigger': filterTrigger,
  'age-shown': ageShown,
  'phone-step': wordHazard('phone-step', phoneStep),
  'reading-age': readingAge,
  'unchecked-translation': uncheckedTranslation,
  'missing-facts': missingFacts,
  'help-unseen': helpUnseen,
  'content-note': contentNote,
  timings: timings,
  'times-differ': timesDiffer,
  'cut-sums': cutSums,
  'notes-run-over': notesRunOver,
  'long-notes': longNotes,
  'land-safely': landSafely,
  'right-to-pass': rightToPass,
  'unsourced-law': unsourcedLaw,
  'review-overdue': reviewOverdue,
  'reviewed-by': reviewedBy,
  'shaming-wording': wordHazard('shaming-wording', shamingWording),
  'bystander-absent': bystanderAbsent,
  'pressured-person-asked': pressuredPersonAsked,
};

/** All of them, in that order. */
export const hazards: readonly Hazard[] = checkNames.map((name) => byName[name]);

/** What the checks know beside the lesson: the day, `2026-11-24`, and, for what is no lesson, another table than that of its subject. */
export type CheckOptions = {
  readonly today?: string;
  readonly hazards?: readonly Hazard[];
};

/** What is checked: the words with their places, as far as they are in a text, and what is known of it beside them. */
export type CheckedText = {
  readonly lesson: Lesson;
  readonly text: string;
  readonly textBlocks: readonly TextBlock[];
};

/** Everything in the words of a text that may hurt a child, in the order of the text, one hazard at a time, so that a caller can let other work run in between; what its author suppresses with a reason is reported as information. */
export function* checkTextBlocks(
  { lesson, text, textBlocks }: CheckedText,
  options: CheckOptions = {},
): Generator<void, readonly Problem[], void> {
  const { today, hazards: table = hazardsOf(lesson) } = options;
  const lines = readLines(text);
  const voices = voicesIn(textBlocks);
  const words = placesOf(voices.textBlocks);
  const about = {
    words,
    voices,
    contacts: contactsIn(textBlocks),
  };
  const checked = { lesson, lines, textBlocks, ...about, today: today ?? null };
  const found: FoundProblem[] = [];
  for (const { code, severity, find } of table) {
    found.push(...find(checked).map((finding): FoundProblem => ({ code, severity, ...finding })));
    yield;
  }
  // No reason lets it stand: it is answered by one line.
  const asked = options.hazards === undefined ? whichSubject(checked, text) : [];
  const overruled = overrule(found, { text, textBlocks, hazards: options.hazards ?? hazards });
  // Whether a suppression is of use hangs on the answer, too.
  const isOpen = asked.some(({ code }) => code === 'which-subject');
  const rest = isOpen ? overruled.filter(({ code }) => code !== 'allow-unused') : overruled;
  const problems = [...asked, ...rest].map(withWholeCharacters);
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/**
 * What a lesson is checked for, as its subject's pack has it. Until its author has said which
 * subject it is, that question stands before what hangs on the answer: it alone keeps the lesson
 * from being taught.
 */
export function hazardsOf({ subject }: Pick<Lesson, 'subject'>): readonly Hazard[] {
  const { checks } = subject.isAnswered || subject.isHeld === true ? subject.pack : general;
  return checkNames.filter((name) => checks.includes(name)).map((name) => byName[name]);
}
