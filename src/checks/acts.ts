/** Nations whose law a lesson may speak of. */
export type Nation = 'England' | 'Wales' | 'Scotland' | 'Northern Ireland';

const ENGLAND_AND_WALES: readonly Nation[] = ['England', 'Wales'];

// Read 2026-11-24: college.police.uk, legislation.gov.uk, iwf.org.uk, onlinesafetyhub.safeguardingni.org (26 June 2023).
const acts: readonly { readonly name: RegExp; readonly nations: readonly Nation[] }[] = [
  { name: /protection of children act 1978/i, nations: ENGLAND_AND_WALES },
  { name: /criminal justice act 1988/i, nations: ENGLAND_AND_WALES },
  { name: /sexual offences act 2003/i, nations: ENGLAND_AND_WALES },
  { name: /civic government \(scotland\) act 1982/i, nations: ['Scotland'] },
  {
    name: /protection of children \((?:ni|northern ireland)\) order 1978/i,
    nations: ['Northern Ireland'],
  },
];

const NAMES: readonly (readonly [Nation, RegExp])[] = [
  ['England', /\b(?:england|english|uk|united kingdom|great britain)\b/i],
  ['Wales', /\b(?:wales|welsh|uk|united kingdom|great britain)\b/i],
  ['Scotland', /\b(?:scotland|scottish|scots|uk|united kingdom|great britain)\b/i],
  ['Northern Ireland', /\b(?:northern ireland|n\.? ?i|uk|united kingdom)\b/i],
];

/** The nations that some words name; the UK is all of them. */
export function nationsIn(words: string): readonly Nation[] {
  return NAMES.filter(([, name]) => name.test(words)).map(([nation]) => nation);
}

/** Whose law the Acts named in some words are, each with its name, where that is known. */
export function actsIn(words: string): readonly {
  readonly name: string;
  readonly nations: readonly Nation[];
  readonly index: number;
}[] {
  return acts.flatMap(({ name, nations }) => {
    const found = name.exec(words);
    return found === null ? [] : [{ name: found[0], nations, index: found.index }];
  });
}
