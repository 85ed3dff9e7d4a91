/** Who is being spoken to: pupils to age 11, pupils from 11, or adults. */
type Reader = 'younger' | 'older' | 'adults';

const terms = {
  picture: { younger: 'private photo', older: 'nude', adults: 'nude or semi-nude' },
  pictures: { younger: 'private photos', older: 'nudes', adults: 'nudes and semi-nudes' },
  lead: {
    younger: 'an adult in school',
    older: 'the safeguarding lead',
    adults: 'the designated safeguarding lead (DSL)',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Reader, string>>>>;

/** The word for a thing, as this reader says it: the one glossary, so that a change in guidance is one edit (S2). */
export function term(name: keyof typeof terms, reader: Reader): string {
  return terms[name][reader];
}
