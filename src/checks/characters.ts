import type { Lesson } from '../lesson/lesson.ts';

/** What lessons call their made-up people where the head does not say. */
const USUAL: readonly string[] = [
  ...[
    'Sam',
    'Alex',
    'Jo',
    'Charlie',
    'Jordan',
    'Taylor',
    'Robin',
    'Riley',
    'Ash',
    'Kai',
    'Maya',
    'Amir',
    'Ella',
    'Leo',
    'Zara',
    'Mia',
    'Noah',
    'Priya',
  ],
  ...[
    'Ali',
    'Amy',
    'Ben',
    'Chloe',
    'Dan',
    'Ellie',
    'Emma',
    'Freya',
    'Hannah',
    'Harry',
    'Jack',
    'Jamie',
    'Jess',
    'Josh',
    'Lucy',
    'Max',
    'Tom',
    'Zoe',
  ],
];

/** What the characters of a lesson may be called: the names its head gives, and the usual ones. */
export function characterNames({ names }: Lesson): readonly string[] {
  const own = Object.entries(names).flat();
  return [...new Set([...own.map((name) => name.replaceAll('’', "'")), ...USUAL])];
}

/** A lesson's characters as the piece `<character>` of a phrase. */
export function characterPiece(lesson: Lesson): string {
  return `(${characterNames(lesson).join('|')})`;
}
