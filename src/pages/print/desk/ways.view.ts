import type { Deck } from '../../../outputs/board/deck.ts';
import { fetchDeck } from '../../../outputs/board/fetch-deck.view.ts';
import { sumMinutes } from '../../../outputs/library/lesson-card.ts';
import { saveVersion, todayOf } from '../../../lesson/today.view.ts';

/** The ways through a lesson, and the one that is chosen for today: the same choice as on the lesson's own page. */
export type WayHere = {
  readonly all: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
};

const ROOT = '../';
const site = (): string => new URL(ROOT, location.href).pathname;

/** The deck of a lesson, from which its ways are read; null where it cannot be. */
export async function readDeck(slug: string): Promise<Deck | null> {
  return fetchDeck(ROOT, slug).catch(() => null);
}

/** The ways through a deck’s lesson; null where there is but one. `changed` hears of another choice. */
export function waysOf(deck: Deck, changed: () => void): WayHere | null {
  if (deck.cuts.length === 0) return null;
  const here = { slug: deck.slug, site: site() };
  const { cut, session } = todayOf(here, deck.names);
  const all = deck.cuts.flatMap(({ name, sessions }, at) =>
    sessions.map((blocks, n) => {
      const minutes = sumMinutes(blocks);
      return {
        id: `${at} ${n}`,
        cut: name,
        session: n,
        name: `${name}${sessions.length > 1 ? `: ${n + 1}` : ''}${minutes === null ? '' : `, ${minutes} min`}`,
      };
    }),
  );
  return {
    all: [{ id: '', name: 'All of it' }, ...all],
    chosen: all.find((one) => one.cut === cut && one.session === session)?.id ?? '',
    choose(id) {
      const way = all.find((one) => one.id === id);
      saveVersion(here, { cut: way?.cut ?? null, session: way?.session ?? 0 });
      changed();
    },
  };
}
