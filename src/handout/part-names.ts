/** Every part that a handout may have between `:::` and `:::`, by the words that open it; `lesson` ones are made of the lesson’s own words. */
const parts = {
  box: 'frame',
  cut: 'frame',
  form: 'frame',
  lines: 'frame',
  help: 'frame',
  contacts: 'frame',
  comebacks: 'frame',
  objectives: 'lesson',
  'key words': 'lesson',
  questions: 'lesson',
  answers: 'lesson',
  stops: 'lesson',
  stories: 'lesson',
  'answer cards': 'lesson',
  tally: 'lesson',
  scales: 'lesson',
  slides: 'lesson',
  'film words': 'lesson',
  'other task': 'lesson',
  sources: 'lesson',
} as const satisfies Readonly<Record<string, 'frame' | 'lesson'>>;

/** A part’s name. */
export type PartName = keyof typeof parts;

/** The names that are made of a lesson’s own words. */
export type LessonPartName = { [Name in PartName]: (typeof parts)[Name] extends 'lesson' ? Name : never }[PartName];

/** All of them. */
export const partNames: readonly PartName[] = Object.keys(parts).filter(isPart);

/** True for the name of a part. */
export function isPart(name: string): name is PartName {
  return Object.hasOwn(parts, name);
}

/** True for a part that is made of a lesson’s own words. */
export function isLessonPart(name: string): name is LessonPartName {
  return isPart(name) && parts[name] === 'lesson';
}
