/** One place to turn to, as the board says it. */
export type HelpLine = { readonly name: string; readonly detail: string };

/** The places that always stand (M20), in the order to try them. */
export function boardHelpLines(): readonly HelpLine[] {
  return [
    { name: 'An adult in school', detail: 'Any adult you trust. Tell one; that is enough.' },
    { name: 'Childline 0800 1111', detail: 'Free, any time, day or night.' },
    { name: '999', detail: 'If someone is in danger now.' },
  ];
}
