import {
  ANY,
  fitsFilter,
  groupsFor,
  isAny,
  type Filter,
  type Group,
} from '../outputs/library/library-filter.ts';
import type { LessonCard } from '../outputs/library/lesson-card.ts';

/**
 * What the library's filters are made of: `look` is called with the new filter, and with `typed`
 * where its words change letter by letter.
 */
export type FilterProps = {
  readonly cards: readonly LessonCard[];
  readonly filter: Filter;
  readonly count: number;
  readonly look: (filter: Filter, typed?: 'typed') => void;
};

/** The search and the filters of the library, and how many lessons fit. */
export function Filters({ cards, filter, count, look }: FilterProps) {
  return (
    <form
      class="look"
      role="search"
      aria-label="Lessons"
      onSubmit={(event) => event.preventDefault()}
    >
      <p class="look__words">
        <label htmlFor="look">Search</label>
        <input
          id="look"
          type="search"
          value={filter.words}
          autoComplete="off"
          spellcheck={false}
          maxLength={100}
          onInput={(event) => look({ ...filter, words: event.currentTarget.value }, 'typed')}
        />
      </p>
      <p class="look__count">
        <span role="status">{countWords(count, cards.length, filter)}</span>
        {!isAny(filter) && count > 0 && (
          <button class="look__clear" type="button" onClick={() => clear(look)}>
            Show all
          </button>
        )}
      </p>
      <div class="look__groups">
        {groupsFor(cards, filter).map((group) => (
          <Choices key={group.name} group={group} look={look} />
        ))}
      </div>
    </form>
  );
}

/** Where no lesson fits: what was searched for, and ways on in one press each. */
export function NothingFits({
  cards,
  filter,
  look,
}: Pick<FilterProps, 'cards' | 'filter' | 'look'>) {
  const words = filter.words.trim();
  const wordsAlone: Filter = { ...ANY, words: filter.words };
  const elsewhere = words === '' ? 0 : cards.filter((card) => fitsFilter(card, wordsAlone)).length;
  return (
    <div class="advice library-note">
      <h2>{words === '' ? 'No lessons found' : `No lessons found for “${words}”`}</h2>
      <p>
        {isAny({ ...filter, words: '' })
          ? 'Try another word: a subject, a year, a key stage, or “film”.'
          : 'Remove a filter above, or try another word.'}
      </p>
      <p class="library-note__row">
        {elsewhere > 0 && (
          <button class="button button--main" type="button" onClick={() => look(wordsAlone)}>
            {elsewhere === 1
              ? 'Show 1 lesson without the filters'
              : `Show ${elsewhere} lessons without the filters`}
          </button>
        )}
        <button class="button" type="button" onClick={() => clear(look)}>
          Show all lessons
        </button>
      </p>
    </div>
  );
}

// The button is gone after it is pressed.
function clear(look: FilterProps['look']): void {
  look(ANY);
  document.querySelector<HTMLElement>('#look')?.focus();
}

function Choices({
  group: { name, choices },
  look,
}: { readonly group: Group } & Pick<FilterProps, 'look'>) {
  return (
    <div class="chips" role="group" aria-label={name}>
      {choices.map((choice) => (
        <button
          key={choice.name}
          class="chips__one"
          type="button"
          aria-pressed={choice.isChosen}
          onClick={() => look(choice.pressed)}
        >
          {choice.name}
        </button>
      ))}
    </div>
  );
}

function countWords(count: number, all: number, filter: Filter): string {
  const lessons = all === 1 ? 'lesson' : 'lessons';
  return isAny(filter) ? `${all} ${lessons}` : `${count} of ${all} ${lessons}`;
}
