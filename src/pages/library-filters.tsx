import { useState } from 'preact/hooks';
import {
  ANY,
  fitsFilter,
  groupsFor,
  isAny,
  type Filter,
  type Group,
} from '../outputs/library/library-filter.ts';
import type { LessonCard } from '../outputs/library/lesson-card.ts';
import { exampleSearches } from '../outputs/library/library-opening.ts';
import { counted } from '../text/counted.ts';
import { Icon } from '../ui/controls.view.tsx';

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

/** The heading of what was found, which gets the focus when a search is sent. */
const FOUND = 'found';

/** The search of the library, a few words to try, and filters for those who ask for them. */
export function Filters({ cards, filter, count, look }: FilterProps) {
  const groups = groupsFor(cards, filter);
  const [isOpen, setOpen] = useState(() => !isAny({ ...filter, words: '' }));
  return (
    <form
      class="look"
      role="search"
      aria-label="Lessons"
      onSubmit={(event) => {
        event.preventDefault();
        document.getElementById(FOUND)?.focus();
      }}
    >
      <p class="look__words">
        <Icon name="search" />
        <input
          id="look"
          type="search"
          aria-label="Search"
          placeholder="Search lessons"
          value={filter.words}
          autoComplete="off"
          spellcheck={false}
          maxLength={100}
          onInput={(event) => look({ ...filter, words: event.currentTarget.value }, 'typed')}
        />
        <button class="button button--main" type="submit">
          Search
        </button>
      </p>
      <div class="look__row">
        {isAny(filter) && <Examples cards={cards} look={look} />}
        {groups.length > 0 && (
          <button
            class="look__more"
            type="button"
            aria-expanded={isOpen}
            aria-controls="look-groups"
            onClick={() => setOpen(!isOpen)}
          >
            Filters
          </button>
        )}
        <span class={isAny(filter) ? 'unseen' : 'look__count'} role="status">
          {countWords(count, cards.length, filter)}
        </span>
        {!isAny(filter) && (
          <button class="look__clear" type="button" onClick={() => clear(look)}>
            Show all lessons
          </button>
        )}
      </div>
      <div class="look__groups" id="look-groups" hidden={!isOpen}>
        {groups.map((group) => (
          <Choices key={group.name} group={group} look={look} />
        ))}
      </div>
    </form>
  );
}

function Examples({ cards, look }: Pick<FilterProps, 'cards' | 'look'>) {
  const examples = exampleSearches(cards);
  if (examples.length === 0) return null;
  return (
    <div class="chips chips--try" role="group" aria-labelledby="try">
      <span id="try">Try</span>
      {examples.map((words) => (
        <button key={words} class="chips__one" type="button" onClick={() => ask(words, look)}>
          {words}
        </button>
      ))}
    </div>
  );
}

// The button is gone after it is pressed.
function ask(words: string, look: FilterProps['look']): void {
  look({ ...ANY, words });
  document.querySelector<HTMLElement>('#look')?.focus();
}

/** The heading of the lessons that were found. */
export function FoundHeading({ filter, count }: Pick<FilterProps, 'filter' | 'count'>) {
  const words = filter.words.trim();
  return (
    <h2 class="results__heading" id={FOUND} tabIndex={-1}>
      {count === 0 ? 'No lessons found' : counted(count, 'lesson')}
      {words !== '' && ` for “${words}”`}
    </h2>
  );
}

/** Where no lesson fits: ways on in one press each. */
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
      <p>
        {isAny({ ...filter, words: '' })
          ? `Check the spelling, or see all ${cards.length} lessons.`
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
          See all {cards.length} lessons
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
  return isAny(filter) ? counted(all, 'lesson') : `${count} of ${counted(all, 'lesson')}`;
}
