import { slideKinds } from '../../slides/kinds.ts';
import { slidesOf, type Lesson, type Slide } from '../../lesson/lesson.ts';
import type { Problem } from '../../document/problem.ts';
import type { BoardStage } from './board-stages.ts';
import type { Misfit } from './fits.ts';

/** A misfit with where it was seen: the slide, at which stage, and the size of the screen, `1280x720`. */
export type Seen = Misfit & Pick<BoardStage, 'slide' | 'when'> & { readonly size: string };

/** What can be found on a board; what weighs most comes first. */
export const boardCodes = [
  'board-overflow',
  'board-small-text',
  'board-contrast',
  'board-lines',
] as const;

/** What was seen as problems of the lesson, one for each slide and code, at the slide's line: what was measured, on which of these screens, and what to do. */
export function boardProblems(
  lesson: Lesson,
  seen: readonly Seen[],
  sizes: readonly string[],
): readonly Problem[] {
  return slidesOf(lesson).flatMap((slide) => {
    const here = seen.filter((one) => one.slide === slide.id);
    return boardCodes.flatMap((code) => {
      const ofCode = here.filter((one) => one.code === code);
      return ofCode.length === 0 ? [] : [problemOf(slide, { seen: ofCode, sizes })];
    });
  });
}

function problemOf(
  slide: Slide,
  { seen, sizes }: { readonly seen: readonly Seen[]; readonly sizes: readonly string[] },
): Problem {
  const { code, finding } = seen[0] ?? { code: 'board-overflow' as const, finding: '' };
  const whens = [...new Set(seen.map(({ when }) => when))];
  const when = whens.includes('') ? '' : ` ${whens.join(' and ')}`;
  const more = new Set(seen.map(({ words }) => words)).size - 1;
  const others = more === 0 ? '' : `, and ${more} more`;
  const at = sizes.filter((size) => seen.some((one) => one.size === size));
  // The contrast is taken once, for it is the same on every screen.
  const where =
    at.length === sizes.length || code === 'board-contrast'
      ? ''
      : ` (on a screen of ${at.join(', ')})`;
  const message = `${action(code)}${when}: ${finding}${others}${where}. ${advice(slide, code)}`;
  return {
    code,
    severity: code === 'board-lines' ? 'warning' : 'error',
    line: slide.line,
    column: 1,
    message,
  };
}

function action(code: Misfit['code']): string {
  switch (code) {
    case 'board-overflow':
      return 'Cannot fit this slide on the board';
    case 'board-small-text':
    case 'board-contrast':
      return 'Cannot read this slide from the back row';
    case 'board-lines':
      return 'Cannot take in this slide at once';
  }
}

function advice({ kind }: Slide, code: Misfit['code']): string {
  switch (code) {
    case 'board-contrast':
      return 'Put plain words on a plain ground';
    case 'board-small-text':
      return 'Write it as plain text or a list';
    case 'board-overflow':
    case 'board-lines':
      return slideKinds[kind].whenFull;
  }
}
