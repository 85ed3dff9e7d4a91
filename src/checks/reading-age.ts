import { countWords, isEnglish, readingAgeOf } from '../text/reading-age.ts';
import type { Stage } from '../lesson/lesson.ts';
import { placeIn, type TextBlock, type Role } from './text-block.ts';
import type { CheckedLesson, Finding, Hazard } from './hazard.ts';

/** Fewer words than these say nothing about how hard a text is. */
const ENOUGH = 60;

/** The oldest reading age a page may ask for, in years: the youngest readers of the stage, less those who read behind it. KS2 and adults as H22 has them: a parent may be new to English. */
const MAX_AGE: Readonly<Record<Stage, number>> = {
  KS1: 7,
  KS2: 9,
  KS3: 11,
  KS4: 12,
  KS5: 14,
  adults: 11,
};

/** H22: what pupils read on one slide asks for an older reader than they are. Reading age is the Flesch-Kincaid grade and five years. */
export const readingAge: Hazard = {
  row: 'H22',
  code: 'reading-age',
  severity: 'warning',
  audience: 'pupils',
  source:
    'Flesch and Kincaid, 1975; British Dyslexia Association, style guide, 2023: short sentences, plain words (read 2026-11-24)',
  find: ({ lesson, textBlocks }) => {
    const maxAge = MAX_AGE[lesson.stage ?? 'KS3'];
    return pagesIn(textBlocks).flatMap((page) => tooHard(page, maxAge));
  },
};

/** What is read word by word, or not at all: a table and code are no sentences. */
const NO_PROSE: readonly Role[] = ['field', 'address', 'footnote', 'cell', 'code'];

/** What pupils read together: a slide's words from heading to heading. */
function pagesIn(textBlocks: CheckedLesson['textBlocks']): readonly (readonly TextBlock[])[] {
  const pages: TextBlock[][] = [[]];
  for (const textBlock of textBlocks) {
    if (textBlock.to !== 'pupils' || NO_PROSE.includes(textBlock.role)) continue;
    if (textBlock.role === 'heading') pages.push([]);
    else pages.at(-1)?.push(textBlock);
  }
  return pages;
}

type Sentence = { readonly text: string; readonly textBlock: TextBlock; readonly index: number };

function tooHard(page: readonly TextBlock[], maxAge: number): readonly Finding[] {
  const sentences = page.flatMap(sentencesIn);
  if (sentences.reduce((sum, { text }) => sum + countWords(text), 0) < ENOUGH) return [];
  const age = ageOf(sentences);
  if (age === null || age <= maxAge) return [];
  const [{ sentence: hardest } = { sentence: null }] = sentences
    .map((sentence) => ({ sentence, age: ageOf([sentence]) ?? 0 }))
    .toSorted((a, b) => b.age - a.age);
  if (hardest === null) return [];
  const { text, textBlock, index } = hardest;
  const message = `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}” is the hardest sentence of a slide that reads like one for age ${Math.round(age)}: pupils here need ${maxAge} or less. Make two sentences of it, and take shorter words`;
  return [{ ...placeIn(textBlock, index), message }];
}

// A line without a full stop, such as an option, is a sentence too. Parted, not matched: a match holds each letter of a sentence that has no end.
function sentencesIn(textBlock: TextBlock): readonly Sentence[] {
  let from = 0;
  return textBlock.text.split(/(?<=[.!?])(?![.!?])/).flatMap((words) => {
    const index = from + words.length - words.trimStart().length;
    from += words.length;
    return countWords(words) === 0 || !isEnglish(words)
      ? []
      : [{ text: words.trim(), textBlock, index }];
  });
}

function ageOf(sentences: readonly Sentence[]): number | null {
  return readingAgeOf(sentences.map(({ text }) => text));
}
