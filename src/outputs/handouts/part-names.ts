/** Every part that a handout may have between `:::` and `:::`, by the words that open it; `lesson` ones are made of the lesson’s own words, `program` ones of the program’s own tables. */
const parts = {
  box: 'frame',
  cut: 'frame',
  form: 'frame',
  idea: 'frame',
  lines: 'frame',
  steps: 'frame',
  help: 'frame',
  contacts: 'frame',
  comebacks: 'frame',
  handouts: 'frame',
  objectives: 'lesson',
  'key words': 'lesson',
  questions: 'lesson',
  answers: 'lesson',
  stops: 'lesson',
  stories: 'lesson',
  'answer cards': 'lesson',
  'sorting cards': 'lesson',
  'slip counts': 'lesson',
  tally: 'lesson',
  scales: 'lesson',
  slides: 'lesson',
  'film words': 'lesson',
  'other task': 'lesson',
  sources: 'lesson',
  'kept in browsers': 'program',
  'browser names': 'program',
  kept: 'program',
  doors: 'program',
  policy: 'program',
  settings: 'program',
  node: 'program',
  'oldest browsers': 'program',
  'watched words': 'program',
  'outside addresses': 'program',
} as const satisfies Readonly<Record<string, 'frame' | 'lesson' | 'program'>>;

/** A part’s name. */
export type PartName = keyof typeof parts;

/** The names that are made of a lesson’s own words. */
export type LessonPartName = {
  [Name in PartName]: (typeof parts)[Name] extends 'lesson' ? Name : never;
}[PartName];

/** The names that are made of the program’s own tables. */
export type ProgramPartName = {
  [Name in PartName]: (typeof parts)[Name] extends 'program' ? Name : never;
}[PartName];

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

/** True for a part that is made of the program’s own tables. */
export function isProgramPart(name: string): name is ProgramPartName {
  return isPart(name) && parts[name] === 'program';
}
