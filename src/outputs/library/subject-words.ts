/** One subject of the library: the words on title slides that name it, and what teachers type for it. */
export type SubjectWords = {
  /** As lessons show it on their title slides, in lower case. */
  readonly chips: readonly string[];
  /** In lower case and the singular. */
  readonly typed: readonly string[];
};

function words(list: string): readonly string[] {
  return list.trim().split(/,\s+/);
}

/** The campaign's own subject, which is always the first. */
export const CAMPAIGN = 'PSHE and safeguarding';

const LANGUAGE = 'language, mfl, modern foreign language';

/** Subjects that people call by several names, or search for by words of their own, under the name that most say; any other is called as its lessons call it. */
export const subjectWords: Readonly<Record<string, SubjectWords>> = {
  [CAMPAIGN]: {
    chips: ['pshe', 'rshe', 'rse', 'rhe'],
    typed: words('pshe, rshe, rse, rhe, sre, phse, wellbeing, personal social health'),
  },
  'Art and design': {
    chips: ['art', 'art and design'],
    typed: words('art, drawing, painting, sculpture, artist'),
  },
  Biology: {
    chips: ['biology'],
    typed: words('biology, science, experiment, practical, plant, animal'),
  },
  Chemistry: {
    chips: ['chemistry'],
    typed: words('chemistry, science, experiment, practical, chemical'),
  },
  Citizenship: {
    chips: ['citizenship'],
    typed: words('citizenship, democracy, voting, parliament'),
  },
  Computing: {
    chips: ['computing', 'computer science'],
    typed: words('computing, computer science, ict, coding, programming, algorithm'),
  },
  'Design and technology': {
    chips: ['design and technology'],
    typed: words('design and technology, design technology, technology, engineering'),
  },
  Drama: { chips: ['drama'], typed: words('drama, theatre, acting, play') },
  English: {
    chips: ['english'],
    typed: words('english, literacy, literature, poetry, poem, novel, reading, writing, grammar'),
  },
  Food: { chips: ['food'], typed: words('food, cooking, nutrition, design and technology') },
  French: { chips: ['french'], typed: words(LANGUAGE) },
  Geography: {
    chips: ['geography'],
    typed: words('geography, map, place, river, climate, weather, fieldwork'),
  },
  German: { chips: ['german'], typed: words(LANGUAGE) },
  History: {
    chips: ['history'],
    typed: words('history, historical, past, source, evidence, chronology, century'),
  },
  Languages: { chips: ['languages'], typed: words(LANGUAGE) },
  Latin: { chips: ['latin'], typed: words('language, classics') },
  Mandarin: { chips: ['mandarin'], typed: words(`${LANGUAGE}, chinese`) },
  Maths: {
    chips: ['maths', 'mathematics'],
    typed: words('maths, math, mathematics, numeracy, number, arithmetic, algebra, geometry'),
  },
  Music: { chips: ['music'], typed: words('music, song, singing, rhythm, composer, instrument') },
  PE: { chips: ['pe'], typed: words('physical education, sport, game, fitness') },
  Physics: {
    chips: ['physics'],
    typed: words('physics, science, experiment, practical, force, energy'),
  },
  RE: {
    chips: ['re'],
    typed: words('religious education, religious studies, religion, faith, belief'),
  },
  Science: {
    chips: ['science'],
    typed: words('science, stem, physics, chemistry, biology, experiment, practical'),
  },
  Spanish: { chips: ['spanish'], typed: words(LANGUAGE) },
  Welsh: { chips: ['welsh'], typed: words('language, cymraeg') },
};

/** The subject that a lesson with this word on its title slide is of, as people call it. */
export function subjectNamed(chip: string): string {
  const name = chip.toLowerCase();
  const known = Object.entries(subjectWords).find(([, { chips }]) => chips.includes(name));
  return known?.[0] ?? chip;
}
