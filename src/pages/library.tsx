import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { LessonCard } from '../handout/lesson-card.ts';
import { chipsFor, type Chip } from '../handout/library-chips.ts';
import { Card } from './library-card.tsx';
import { LeftNotes } from './left-notes.tsx';
import { startSignOut } from './sign-out.ts';

// On a static site there is no program that could keep anything.
const isServed = document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server';

function Library({ cards }: { readonly cards: readonly LessonCard[] }) {
  const chips = chipsFor(cards);
  const [chosen, choose] = useState(0);
  const chip = chips[chosen] ?? chips[0];
  const shown = chip ? cards.filter(chip.fits) : cards;
  return (
    <>
      <h1>Which lesson are you teaching?</h1>
      <p class="lead">
        Each one has the plan, the board, the notes, the polls and the paper. Nobody’s name is asked, and answers are gone when the lesson ends.
      </p>
      {isServed && <LeftNotes />}
      {cards.length === 0 ? <NoLessons /> : <Chips {...{ chips, chosen, choose }} />}
      <p class="unseen" role="status">
        {chosen === 0 ? '' : `${shown.length} of ${cards.length} lessons`}
      </p>
      <ul class={shown.length === 1 ? 'cards cards--one' : 'cards'}>
        {shown.map((card) => (
          <Card key={card.slug} card={card} />
        ))}
      </ul>
    </>
  );
}

type Choosing = { readonly chips: readonly Chip[]; readonly chosen: number; readonly choose: (at: number) => void };

function Chips({ chips, chosen, choose }: Choosing) {
  return (
    <div class="chips" role="group" aria-label="Show">
      {chips.map(({ name }, at) => (
        <button key={name} class="chips__one" type="button" aria-pressed={at === chosen} onClick={() => choose(at)}>
          {name}
        </button>
      ))}
    </div>
  );
}

function NoLessons() {
  return (
    <div class="advice library-note">
      <h2>There are no lessons here yet</h2>
      <p>
        Put a lesson plan, such as <code>my-lesson.md</code>, into the folder <code>lessons</code>, then load this page again.
      </p>
    </div>
  );
}

function NoList() {
  return (
    <>
      <h1>Which lesson are you teaching?</h1>
      <div class="advice library-note">
        <h2>The list of lessons did not arrive</h2>
        <p>Load this page again. If the list is still missing, stop Wholeclass and start it once more.</p>
      </div>
    </>
  );
}

function readCards(): readonly LessonCard[] | null {
  try {
    return JSON.parse(document.querySelector('#lessons')?.textContent ?? '');
  } catch {
    return null;
  }
}

const cards = readCards();
const place = document.querySelector('#library');
if (place) render(cards === null ? <NoList /> : <Library cards={cards} />, place);
startSignOut();
