import { writeData } from '../../text/fill-page.ts';
import { html, trusted, type Html } from '../../text/html.ts';
import { agesOf, type LessonCard } from './lesson-card.ts';

/** What a search reads of a lesson, beside its page. */
type Described = Pick<
  LessonCard,
  'slug' | 'title' | 'summary' | 'stage' | 'minutes' | 'subject'
> & {
  /** True for one that ships with the program, under its licence; a school’s own has none that we know. */
  readonly isOurs: boolean;
};

/** Lessons as searches read them (schema.org, LearningResource), in a script that runs nothing; `address` is the site's, null where no one has said. */
export function learningResources(cards: readonly Described[], address: string | null): Html {
  const graph = cards.map((card) => resourceOf(card, address));
  const data = { '@context': 'https://schema.org', '@graph': graph };
  return html`<script type="application/ld+json">${trusted(writeData(data))}</script>`;
}

function resourceOf(
  { slug, title, summary, stage, minutes, subject, isOurs }: Described,
  address: string | null,
): object {
  return {
    '@type': 'LearningResource',
    name: title,
    ...(summary === '' ? {} : { description: summary }),
    learningResourceType: 'Lesson',
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    ...(isOurs ? { license: { '@type': 'CreativeWork', name: 'MIT License' } } : {}),
    ...(stage === null ? {} : { educationalLevel: stage, typicalAgeRange: ageRange(stage) }),
    ...(minutes === null ? {} : { timeRequired: `PT${minutes}M` }),
    ...(subject === null ? {} : { about: subject }),
    ...(address === null ? {} : { url: new URL(`read/${slug}/`, address).href }),
  };
}

/** `11-14`, as schema.org writes ages; `18-` for adults. */
function ageRange(stage: NonNullable<Described['stage']>): string {
  const [, from = '18', to = ''] = /(\d+)\D+(\d+)/.exec(agesOf(stage)) ?? [];
  return `${from}-${to}`;
}
