import { readdirSync, readFileSync } from 'node:fs';
import { handoutPage } from '../../../src/outputs/handouts/handout-page.ts';
import type { Handout } from '../../../src/outputs/handouts/handout.ts';
import { readHandout } from '../../../src/outputs/handouts/read-handout.ts';
import { firstLesson, ourFilm } from './a-lesson.ts';

const folder = new URL('../../../handouts/', import.meta.url);
const facts = {
  ...firstLesson(),
  film: ourFilm.film && { ...ourFilm.film, captions: [], descriptions: [] },
  today: '2026-11-25',
};

/** Every handout of ours that the first lesson has something for, and its page. */
export function ourPages(): readonly { readonly handout: Handout; readonly main: string }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const all = names.map(
    (name) => readHandout(name.slice(0, -3), readFileSync(new URL(name, folder), 'utf8')).handout,
  );
  return all.map((handout) => ({
    handout,
    main:
      handoutPage(handout, { of: handout.of === 'lesson' ? facts : null, today: facts.today })[
        'main'
      ] ?? '',
  }));
}

/**
 * A sheet that is written from right to left, beside its English; checked by no one unless
 * `checkedBy` says otherwise.
 */
export function rightToLeft(checkedBy = ''): string {
  const read = (name: string, more = '') => {
    const text = readFileSync(new URL(`${name}.md`, import.meta.url), 'utf8').replace(
      'version: 1',
      `version: 1${more}`,
    );
    return readHandout(name, text).handout;
  };
  const ours = read('sample.ar', checkedBy && `\nchecked by: ${checkedBy}`);
  return handoutPage(ours, { of: null, today: facts.today, english: read('sample') })['main'] ?? '';
}
