import { aboutWhole } from './about-whole.ts';
import { placeIn } from './text-block.ts';
import type { Hazard } from './hazard.ts';
import { listHazard, listPattern } from './list-hazard.ts';
import words from './words/filter-trigger.json' with { type: 'json' };

const FILMS = ['films', 'film'];

/** H20, M26: words on filter lists in a lesson’s file name, film folders and titles. */
export const filterTrigger: Hazard = listHazard({ code: 'filter-trigger', words }, (list) => {
  const { why, better } = list;
  const triggers = listPattern(list, 'phrases');
  const rest = `${why}. ${better}`;
  return ({ lesson, textBlocks }) => {
    const names = [`${lesson.slug}.md`, ...lesson.films.map((film) => `media/${film}`)];
    // Read with blanks for the hyphens of an address.
    const inNames = names.filter((name) => name.replaceAll(/[-./]/g, ' ').search(triggers) >= 0);
    const titles = textBlocks.filter(
      ({ role, within }) => role === 'field' && (within === 'title' || within === 'on the board'),
    );
    return [
      ...inNames.map((name) =>
        aboutWhole(lesson, `“${name}” ${rest}`, ...(name.startsWith('media/') ? FILMS : [])),
      ),
      ...titles.flatMap((title) =>
        [...title.text.matchAll(triggers)].map((found) => ({
          ...placeIn(title, found.index),
          message: `“${found[0]}” ${rest}`,
        })),
      ),
    ];
  };
});
