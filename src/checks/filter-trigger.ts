import { placeIn } from '../lesson/passage.ts';
import type { Hazard } from './hazard.ts';
import { phrases } from './phrase.ts';

// Read with blanks for the hyphens of an address.
const TRIGGERS = phrases([
  '(nudes?|naked|nudity|sex|sexy|sexual|sexting|sexts?|sextortion|porn|porno|pornography|xxx|explicit|rape|suicide|self harm|grooming|abuse)',
]);

const REST =
  'sets off the school’s web filter, which reads addresses and titles: the lesson may be blocked, or a pupil reported for opening it. Give it a calm name, as in “Pressure, and who can help”';

/** H20, M26: words on filter lists in a lesson’s file name, film folders and titles. */
export const filterTrigger: Hazard = {
  row: 'H20',
  code: 'filter-trigger',
  severity: 'error',
  audience: 'everyone',
  source: 'DfE, Filtering and monitoring standards, 2023: monitors read titles, addresses and page text',
  find: ({ lesson, passages }) => {
    const names = [`${lesson.slug}.md`, ...lesson.films.map((film) => `media/${film}`)];
    const inNames = names.filter((name) => name.replaceAll(/[-./]/g, ' ').search(TRIGGERS) >= 0);
    const titles = passages.filter(({ role, within }) => role === 'field' && (within === 'title' || within === 'on the board'));
    return [
      ...inNames.map((name) => ({ line: 1, column: 1, message: `“${name}” ${REST}` })),
      ...titles.flatMap((title) =>
        [...title.text.matchAll(TRIGGERS)].map((found) => ({ ...placeIn(title, found.index), message: `“${found[0]}” ${REST}` })),
      ),
    ];
  },
};
