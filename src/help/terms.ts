/** Who is being spoken to: pupils to age 11, pupils from 11, or adults. */
export type Reader = 'younger' | 'older' | 'adults';

type Term = Readonly<Record<Reader, string>>;

/** The one glossary (S2): a change in guidance is one edit here. */
export const terms = {
  picture: { younger: 'private photo', older: 'nude', adults: 'nude or semi-nude' },
  pictures: { younger: 'private photos', older: 'nudes', adults: 'nudes and semi-nudes' },
  lead: { younger: 'an adult in school', older: 'the safeguarding lead', adults: 'the designated safeguarding lead (DSL)' },
} as const satisfies Readonly<Record<string, Term>>;

/** A name of the glossary. */
export type TermName = keyof typeof terms;

/** The editions that the words follow, named in data so that a new one is one edit; a school enters its own. */
export const editions = {
  safeguarding: { title: 'Keeping children safe in education', edition: 'September 2025', nation: 'England', checked: '2026-11-24' },
  sharing: { title: 'Sharing nudes and semi-nudes: advice for education settings', edition: 'March 2024', nation: 'England', checked: '2026-11-24' },
} as const;

/** The word for a thing, as this reader says it. */
export function term(name: TermName, reader: Reader): string {
  return terms[name][reader];
}
