import { LevelFormat, type NumberingDefinition } from 'docx';

/** How deep lists go in Word. */
export const MAX_LEVELS = 9;

/** The place of an item in a list of Word's. */
type ItemPlace = {
  readonly reference: NumberingDefinition;
  readonly level: number;
  readonly instance?: number;
};

const BULLETS = listOf('bullets', { format: LevelFormat.BULLET, mark: () => '•', start: 1 });

/** The place of an item in a list of bullets, `level` lists deep, from 0. */
export function bulletItem(level: number): ItemPlace {
  return { reference: BULLETS, level };
}

/** The place of an item in a counted list: `instance` is one number for each list, `start` what it begins with. */
export function countedItem(level: number, instance: number, start: number): ItemPlace {
  const mark = (at: number) => `%${at + 1}.`;
  const reference = listOf(`from-${start}`, { format: LevelFormat.DECIMAL, mark, start });
  return { reference, level, instance };
}

type Marks = {
  readonly format: (typeof LevelFormat)[keyof typeof LevelFormat];
  readonly mark: (level: number) => string;
  readonly start: number;
};

function listOf(reference: string, { format, mark, start }: Marks): NumberingDefinition {
  return {
    reference,
    levels: Array.from({ length: MAX_LEVELS }, (_, level) => ({
      level,
      format,
      start,
      text: mark(level),
      style: { paragraph: { indent: { left: (level + 1) * 400, hanging: 300 } } },
    })),
  };
}
