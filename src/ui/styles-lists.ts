/** A colour token: what it is for, and which other is written on it; null where nothing is. */
export type ColourToken = {
  readonly name: string;
  readonly use: string;
  readonly ink: string | null;
};

/** Tokens that belong together, with what they say. */
export type ColourGroup = {
  readonly title: string;
  readonly about: string;
  readonly tokens: readonly ColourToken[];
};

/** Every colour that a page may have, as the page of styles shows them. */
export const colourGroups: readonly ColourGroup[] = [
  {
    title: 'Ground and ink',
    about: 'Off-white paper, white cards, one dark ink.',
    tokens: [
      { name: 'paper', use: 'the ground of a page', ink: 'ink' },
      { name: 'card', use: 'what lies on it', ink: 'ink' },
      { name: 'ink', use: 'words, and dark buttons', ink: 'on-ink' },
      { name: 'ink-soft', use: 'second words', ink: null },
      { name: 'line', use: 'hairlines', ink: null },
      { name: 'track', use: 'what is not yet filled', ink: 'ink' },
    ],
  },
  {
    title: 'Teal: what you can do',
    about: 'The one colour of action, and quiet grounds for help.',
    tokens: [
      { name: 'teal', use: 'main buttons, links', ink: 'on-teal' },
      { name: 'teal-deep', use: 'the same under a finger', ink: 'on-teal' },
      { name: 'teal-tint', use: 'help, chips, what is chosen', ink: 'teal-deep' },
    ],
  },
  {
    title: 'Sun: what to look at',
    about: 'A number to look at, advice to the teacher.',
    tokens: [
      { name: 'sun', use: 'in drawings and numbers', ink: null },
      { name: 'sun-tint', use: 'advice', ink: 'ink' },
    ],
  },
  {
    title: 'Plum: everything about the film',
    about: 'Stops, its buttons, its words.',
    tokens: [
      { name: 'plum', use: 'the film’s buttons', ink: 'on-plum' },
      { name: 'plum-tint', use: 'what has gone further', ink: 'ink' },
      { name: 'plum-ground', use: 'the ground of a stop', ink: 'ink' },
    ],
  },
  {
    title: 'No red, no green',
    about: 'Nothing here is wrong, and nothing is told by colour alone.',
    tokens: [{ name: 'focus', use: 'the ring around what the keys are at', ink: null }],
  },
];

/** Sizes of type and space, what a class sees in bands, and the parts of a lesson. */
export const scales = {
  type: [
    { name: 'hero', px: 46, use: 'the one heading of a page, smaller on a phone' },
    { name: 'title', px: 28, use: 'its parts' },
    { name: 'lead', px: 21, use: 'what is said first' },
    { name: 'body', px: 17, use: 'text' },
    { name: 'small', px: 15, use: 'what stands beside it' },
  ],
  space: [
    { name: 's1', px: 4 },
    { name: 's2', px: 8 },
    { name: 's3', px: 12 },
    { name: 's4', px: 16 },
    { name: 's5', px: 24 },
    { name: 's6', px: 32 },
    { name: 's7', px: 48 },
    { name: 's8', px: 72 },
    { name: 's9', px: 96 },
  ],
  bands: [
    { words: 'few or none', full: 1, maybe: 0 },
    { words: 'about a quarter', full: 3, maybe: 0 },
    { words: 'about a third', full: 4, maybe: 0 },
    { words: 'a quarter to a half', full: 3, maybe: 3 },
    { words: 'about half', full: 6, maybe: 0 },
    { words: 'about two thirds', full: 8, maybe: 0 },
    { words: 'about three quarters', full: 9, maybe: 0 },
    { words: 'nearly all or all', full: 11, maybe: 0 },
  ],
  parts: [
    { title: 'Settle and agree', minutes: 4 },
    { title: 'The film', minutes: 13 },
    { title: 'A calm close', minutes: 8 },
  ],
} as const;
