import { nearest } from '../text/nearest.ts';
import { own } from '../text/own.ts';
import { general } from './general.ts';
import { needsApproval, type Pack, type Subject } from './pack.ts';
import {
  isAboutNudes,
  isAboutPictures,
  isAboutSafeguarding,
  isNamedSafeguarding,
} from './recogniser.ts';
import { safeguarding } from './safeguarding.ts';

/** The packs, by name. A lesson that names no subject gets the first. */
export const packs: readonly Pack[] = [general, safeguarding];

/** Subjects that need nothing of their own but the word on the title slide. */
const chips: Readonly<Record<string, string>> = {
  art: 'Art',
  'art and design': 'Art and design',
  biology: 'Biology',
  business: 'Business',
  chemistry: 'Chemistry',
  citizenship: 'Citizenship',
  computing: 'Computing',
  'computer science': 'Computer science',
  dance: 'Dance',
  'design and technology': 'Design and technology',
  drama: 'Drama',
  economics: 'Economics',
  english: 'English',
  food: 'Food',
  french: 'French',
  geography: 'Geography',
  geology: 'Geology',
  german: 'German',
  history: 'History',
  languages: 'Languages',
  latin: 'Latin',
  mandarin: 'Mandarin',
  maths: 'Maths',
  mathematics: 'Mathematics',
  'media studies': 'Media studies',
  music: 'Music',
  pe: 'PE',
  'physical education': 'PE',
  philosophy: 'Philosophy',
  physics: 'Physics',
  politics: 'Politics',
  pshe: 'PSHE',
  psychology: 'Psychology',
  re: 'RE',
  'religious education': 'RE',
  rhe: 'RHE',
  rse: 'RSE',
  rshe: 'RSHE',
  science: 'Science',
  sociology: 'Sociology',
  spanish: 'Spanish',
  statistics: 'Statistics',
  'tutor time': 'Tutor time',
  welsh: 'Welsh',
};

/** Subjects that safeguarding is taught in: their name alone does not tell it from the rest of them. */
const TAUGHT_IN: readonly string[] = ['citizenship', 'pshe', 'rhe', 'rse', 'rshe', 'tutor time'];

/** What an author adds to the name of such a subject, or of one that is not known, to say that a lesson with pictures in it is another one: `PSHE, not safeguarding`. */
export const NOT_SAFEGUARDING = ', not safeguarding';

/** Every name that is known; `more` are a school's own packs. */
export function subjectNames(more: readonly Pack[] = []): readonly string[] {
  return [...packs, ...more].map(({ name }) => name).concat(Object.keys(chips));
}

/** What is known of a lesson beside the name in its head: its lines, and a school's own packs. */
export type AboutLesson = {
  readonly lines: readonly { readonly text: string }[];
  readonly packs?: readonly Pack[] | undefined;
  /** The name in the label of a word processor's plan, `Subject: History`; it counts where the head has none. */
  readonly label?: string | undefined;
  /** True where it was once a safeguarding lesson, and the safeguarding lead has not released it: then it is one, whatever its head says. */
  readonly staysSafeguarding?: boolean | undefined;
};

/**
 * The subject of a lesson by the name in its head, empty where it has none. Without an answer that
 * is known, the words decide one thing: whether safeguarding holds until someone has answered.
 */
export function subjectOf(written: string, about: AboutLesson): Subject {
  const subject = subjectAsWritten(written, about);
  const isAnother = subject.pack.name !== safeguarding.name || !subject.isAnswered;
  if (about.staysSafeguarding !== true || !isAnother) return subject;
  const { name, chip } = safeguarding;
  return { name, chip, pack: safeguarding, isAnswered: true, isHeld: true };
}

function subjectAsWritten(written: string, about: AboutLesson): Subject {
  const { label = '' } = about;
  const named = subjectByName(written, about);
  if (written.trim() !== '' || label === '') return named;
  const labelled = subjectByName(label, about);
  // A label was written for a school and not for us: it opens nothing that would be asked about.
  const opens = isOtherSubject(labelled) && !isAboutPictures(about.lines);
  return opens || named.isAnswered ? labelled : named;
}

function subjectByName(written: string, { lines, packs: more = [] }: AboutLesson): Subject {
  const text = written.replaceAll(/\s+/g, ' ').trim();
  const isDenied = text.toLowerCase().endsWith(NOT_SAFEGUARDING);
  const words = isDenied ? text.slice(0, -NOT_SAFEGUARDING.length).trim() : text;
  const name = words.toLowerCase();
  const pack = [...packs, ...more].find((one) => one.name === name);
  if (!isDenied && isUnanswered(name, { pack, lines })) {
    return {
      name: safeguarding.name,
      chip: safeguarding.chip,
      pack: safeguarding,
      isAnswered: false,
    };
  }
  const meant = pack ?? (isDenied ? undefined : strictPackNear(name, more));
  if (meant !== undefined) {
    return { name: meant.name, chip: meant.chip, pack: meant, isAnswered: true };
  }
  return {
    name: name || general.name,
    chip: name === '' ? general.chip : (own(chips, name) ?? firstUpper(words)),
    pack: general,
    isAnswered: true,
  };
}

/** A school's own pack with an approval, of whose name this may be a slip: it opens no gate either. */
function strictPackNear(name: string, more: readonly Pack[]): Pack | undefined {
  const near = slipOf(name, more);
  return more.find((one) => one.name === near && needsApproval({ pack: one }));
}

type AskedOf = Pick<AboutLesson, 'lines'> & { readonly pack: Pack | undefined };

function isUnanswered(name: string, { pack, lines }: AskedOf): boolean {
  if (name === '') return isAboutSafeguarding(lines);
  if (name !== safeguarding.name && isNamedSafeguarding(lines)) return true;
  // An IT lesson on “sharing images” is one too, until its author says that it is not.
  const isStrict = pack !== undefined && needsApproval({ pack });
  if (!isStrict && isAboutNudes(lines)) return true;
  // Ours say what they are; a school's own that asks for an approval opens nothing.
  if (pack !== undefined && (packs.includes(pack) || needsApproval({ pack }))) return false;
  // A slip in the strictest name, or more words beside it, must not open the gate.
  if (holdsSafeguarding(name)) return true;
  const isAnother = own(chips, name) !== undefined && !TAUGHT_IN.includes(name);
  return !isAnother && isAboutPictures(lines);
}

function holdsSafeguarding(name: string): boolean {
  if (name.replaceAll(/[^a-z]/g, '').includes(safeguarding.name)) return true;
  const words = [name, ...name.split(/[^\p{L}]+/u)];
  return words.some((word) => nearest(word, subjectNames()) === safeguarding.name);
}

/** True for a subject that is known and in which safeguarding is not taught: what it says of pictures and of pressure is its own. */
export function isOtherSubject({ name, pack }: Subject): boolean {
  // By name: lessons come out of a process of their own as copies.
  return pack.name === general.name && own(chips, name) !== undefined && !TAUGHT_IN.includes(name);
}

/** The known name that an unknown one may be a slip of; undefined where it is known, or near none. */
export function slipOf(written: string, more: readonly Pack[] = []): string | undefined {
  const name = written.replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const names = subjectNames(more);
  if (name === '' || names.includes(name.replace(NOT_SAFEGUARDING, ''))) return undefined;
  return nearest(name, names);
}

function firstUpper(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
