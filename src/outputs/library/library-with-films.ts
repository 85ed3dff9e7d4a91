import { unconfirmed } from '../../film/confirmations.ts';
import type { Manifest } from '../../film/manifest.ts';
import { campaignFilm, CAMPAIGN_FILM, type CampaignFilm } from './campaign-film.ts';
import type { LessonCard } from './lesson-card.ts';

/** What films that are saved in this browser say of themselves, by their names. */
type FilmsHere = ReadonlyMap<string, Manifest>;

/** A lesson’s card with the film that it is taught with in this browser. */
export function withFilmHere(card: LessonCard, films: FilmsHere): LessonCard {
  const at = card.films.findIndex(({ folder }) => isOffered(films.get(folder), card));
  const { folder = '' } = card.films[at] ?? {};
  const manifest = films.get(folder);
  if (manifest === undefined) return card;
  const { title, length } = manifest;
  const passed = card.films.slice(0, at).map((one) => ({ ...one, plays: false }));
  return {
    ...card,
    film: { title, length },
    films: [...passed, { folder, plays: true, told: title }],
  };
}

/** How it is with the campaign’s film where this browser has it; `made` is how it is on the site. */
export function campaignFilmHere(
  cards: readonly LessonCard[],
  films: FilmsHere,
  made: CampaignFilm,
): CampaignFilm {
  const manifest = films.get(CAMPAIGN_FILM);
  if (manifest === undefined) return made;
  const { title, length } = manifest;
  const isConfirmed = unconfirmed(manifest).length === 0;
  return campaignFilm(cards, { name: CAMPAIGN_FILM, title, length, isHere: true, isConfirmed });
}

function isOffered(manifest: Manifest | undefined, { approval }: LessonCard): boolean {
  return manifest !== undefined && (approval === 'none' || unconfirmed(manifest).length === 0);
}
