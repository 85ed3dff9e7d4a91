import type { SourceLine } from '../poll/question.ts';
import type { Lesson } from './lesson.ts';
import type { Part } from './part.ts';

/** What a plan's own sections give, beside the lesson's head. */
export type PlanFields = Pick<Lesson, 'objectives' | 'vocabulary' | 'resources' | 'references' | 'sources'>;

/** A line that leaves the slides for a field of the lesson. */
export type TakenLine = SourceLine & { readonly field: keyof PlanFields };

type Section = { readonly field: keyof PlanFields; readonly onBoard: boolean };

const OBJECTIVES: Section = { field: 'objectives', onBoard: true };
const WORDS: Section = { field: 'vocabulary', onBoard: true };
const RESOURCES: Section = { field: 'resources', onBoard: false };
const REFERENCES: Section = { field: 'references', onBoard: false };

// The headings that plans give to what is no part of the lesson's course; the class sees what it is to learn.
const sections: Readonly<Record<string, Section>> = {
  objectives: OBJECTIVES,
  'learning objectives': OBJECTIVES,
  'lesson objectives': OBJECTIVES,
  'learning outcomes': OBJECTIVES,
  'learning intentions': OBJECTIVES,
  'key words': WORDS,
  keywords: WORDS,
  'key vocabulary': WORDS,
  vocabulary: WORDS,
  'key terms': WORDS,
  glossary: WORDS,
  resources: RESOURCES,
  'resources needed': RESOURCES,
  'resources required': RESOURCES,
  materials: RESOURCES,
  equipment: RESOURCES,
  'you will need': RESOURCES,
  references: REFERENCES,
  'curriculum links': REFERENCES,
  'curriculum references': REFERENCES,
  sources: { field: 'sources', onBoard: false },
};

/** Takes a plan's sections out of its parts: those for adults leave the slides. */
export function takePlanSections(parts: readonly Part[]): {
  readonly parts: readonly Part[];
  readonly plan: PlanFields;
  readonly taken: readonly TakenLine[];
} {
  const found: Record<keyof PlanFields, SourceLine[]> = { objectives: [], vocabulary: [], resources: [], references: [], sources: [] };
  const kept: Part[] = [];
  const taken: TakenLine[] = [];
  let section: Section | undefined;
  for (const part of parts) {
    if (part.type !== 'text') section = part.type === 'heading' ? sectionOf(part.text) : undefined;
    else if (section !== undefined && part.to === 'body') found[section.field].push(part);
    const isTaken = section?.onBoard === false && (part.type === 'heading' || (part.type === 'text' && part.to === 'body'));
    if (!isTaken) kept.push(part);
    else if (section !== undefined) taken.push({ text: part.text, line: part.line, field: section.field });
    // What follows must not run on the slide above.
    if (isTaken && part.type === 'heading') kept.push({ type: 'break', line: part.line });
  }
  const list = (field: keyof PlanFields) => found[field].flatMap(({ text }) => itemOf(text));
  const vocabulary = found.vocabulary.flatMap(({ text }) => wordsOf(text));
  return {
    parts: kept,
    taken,
    plan: { objectives: list('objectives'), vocabulary, resources: list('resources'), references: list('references'), sources: list('sources') },
  };
}

/** True for the heading of a section that plans have, such as `Resources`. */
export function isPlanSection(heading: string): boolean {
  return sectionOf(heading) !== undefined;
}

function sectionOf(heading: string): Section | undefined {
  const name = heading.slice(0, 60).toLowerCase().replaceAll(/[*_:]/g, '').trim();
  return Object.hasOwn(sections, name) ? sections[name] : undefined;
}

function itemOf(text: string): readonly string[] {
  const words = text
    .trim()
    .replace(/^(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ x]\]\s+)?/i, '')
    .replaceAll('**', '')
    .trim();
  return words === '' || /^[-|:\s]+$/.test(words) ? [] : [words];
}

// `pressure: pushing someone`, `**pressure** – pushing someone`, or words alone with commas between.
function wordsOf(text: string): PlanFields['vocabulary'] {
  return itemOf(text.replace(/^\s*\|/, '').replace(/\|\s*$/, '')).flatMap((item) => {
    const [, word, meaning] = /^([^:=|–—]{1,60}?)\s*(?::|=|\||[–—]| - )\s*(.+)$/.exec(item) ?? [];
    if (word !== undefined && meaning !== undefined) return [{ word: word.trim(), meaning: meaning.trim() }];
    return item
      .split(/[,;]/)
      .map((one) => ({ word: one.trim(), meaning: '' }))
      .filter((one) => one.word !== '');
  });
}
