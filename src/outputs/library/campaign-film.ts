import * as v from 'valibot';
import type { NamedFilm } from '../../film/named-film.ts';
import { html, type Html } from '../../text/html.ts';
import type { Fields } from '../../text/schema.ts';
import type { LessonCard } from './lesson-card.ts';

/** The campaign’s own film, which young people made and which is no part of this project: its folder under `media/`. */
export const CAMPAIGN_FILM = 'for-the-whole-world-to-see';

/** Where it is added and described, from the site’s root. */
export const CAMPAIGN_FILM_PAGE = `film/${CAMPAIGN_FILM}/`;

/** What the library says of it while no class may be shown it, in words that go after its title, and what its link says. */
export type FilmLine = { readonly title: string; readonly says: string; readonly link: string };

/** How it is with the campaign’s film: whether a lesson plays it and all of it is confirmed, and what is said where not; no line where no lesson names it. */
export type CampaignFilm = { readonly isReady: boolean; readonly line: FilmLine | null };

/** How it is read in the library's page. */
export const campaignFilmSchema = v.object({
  isReady: v.boolean(),
  line: v.nullable(
    v.object({ title: v.string(), says: v.string(), link: v.string() } satisfies Fields<FilmLine>),
  ),
} satisfies Fields<CampaignFilm>);

/** The same where no lesson names it. */
export const NO_CAMPAIGN_FILM: CampaignFilm = { isReady: false, line: null };

/** True for a lesson that plays the campaign’s film. */
export function playsCampaignFilm({ films }: Pick<LessonCard, 'films'>): boolean {
  return films.some(({ folder, plays }) => plays && folder === CAMPAIGN_FILM);
}

/** How it is with the campaign’s film. */
export function campaignFilm(cards: readonly LessonCard[], film: NamedFilm | null): CampaignFilm {
  const isNamed = cards.some(({ films }) => films.some(({ folder }) => folder === CAMPAIGN_FILM));
  if (film === null || !isNamed) return NO_CAMPAIGN_FILM;
  const state = stateOf(cards, film);
  if (state === 'ready') return { isReady: true, line: null };
  return { isReady: false, line: { title: film.title, ...WORDS[state] } };
}

const WORDS = {
  missing: { says: 'isn’t here yet.', link: 'Add the film' },
  unfit: { says: 'is here, but its stops aren’t set yet.', link: 'Set its stops' },
  unconfirmed: { says: 'is here, but isn’t confirmed yet.', link: 'Confirm it' },
} as const;

function stateOf(
  cards: readonly LessonCard[],
  { isHere, isConfirmed }: NamedFilm,
): keyof typeof WORDS | 'ready' {
  if (!isHere) return 'missing';
  if (!cards.some(playsCampaignFilm)) return 'unfit';
  return isConfirmed ? 'ready' : 'unconfirmed';
}

/** The line as the library has it without its script. */
export function writtenFilmLine({ title, says, link }: FilmLine): Html {
  return html`<p>The campaign’s film, <cite>${title}</cite>, ${says} <a href="./${CAMPAIGN_FILM_PAGE}">${link}</a></p>`;
}
