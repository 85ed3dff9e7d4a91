/** A line of the lesson: `line` counts from 1. */
export type SourceLine = { readonly text: string; readonly line: number };
