import { isNotesColumn } from '../../document/notes-line.ts';
import { questionsAsked } from '../../document/teacher-words.ts';
import { tableAt, type Table } from './outline-table.ts';

/** The questions that a paragraph or table of a plan has its teacher ask; what stands in a column of the teacher's notes is for the teacher. */
export function questionsForClass(text: string): readonly string[] {
  const table = tableOf(text);
  if (table === undefined) return questionsAsked(text);
  return table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell, column) =>
      isNotesColumn(table.head[column] ?? '') ? [] : questionsAsked(cell),
    ),
  );
}

/** True for a table that has a column of the teacher's notes. */
export function hasNotesColumn(text: string): boolean {
  return tableOf(text) !== undefined;
}

function tableOf(text: string): Table | undefined {
  // Most units are no table, or have no such word.
  if (!/[|\t]|<table/i.test(text) || !/note|guidance|script|prompt/i.test(text)) return undefined;
  const parts = text
    .split('\n')
    .map((line, at) => ({ type: 'text', to: 'body', text: line, line: at + 1 }) as const);
  const table = tableAt(parts, 0);
  return table?.head.some(isNotesColumn) === true ? table : undefined;
}
