/** How many chose each option, by option id. "I'd rather not say" is never in it. */
export type Counts = Readonly<Record<string, number>>;

/** What is kept of a closed question: the tablets' part and the hands' part, apart, because the teacher knows the hands (D2). */
export type Tally = { readonly tablets: Counts; readonly hands: Counts };
