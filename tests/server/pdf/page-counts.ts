import { paperStyles, type PaperStyle } from '../../../src/handout/paper-look.ts';

/** The most pages a sheet takes in standard print, in large print and in extra spacing. */
type Most = readonly [standard: number, large: number, spaced: number];

/** Sheets that stay as long as they are, whatever the lesson. What goes to a whole class is one sheet of paper, on both sides at most. */
const SHEETS: Readonly<Record<string, Most>> = {
  plan: [2, 5, 4],
  notice: [1, 2, 2],
  'delivery-note': [1, 2, 2],
  'help-card': [1, 1, 1],
  'help-cards': [2, 2, 2],
  'key-words': [1, 2, 2],
  'three-messages': [1, 2, 2],
  questions: [2, 3, 2],
  answers: [1, 1, 1],
  tally: [2, 3, 2],
  'answer-cards': [1, 1, 1],
  'start-and-end-slips': [2, 2, 2],
  'question-slips': [1, 1, 1],
  'call-card': [1, 1, 1],
};

/** What is wrong with how many pages a sheet takes in a style: one more than it may, so that whoever lets it grow has decided to. */
export function pageCountFindings(id: string, style: PaperStyle, pages: number): readonly string[] {
  const most = SHEETS[id]?.[paperStyles.indexOf(style)] ?? Infinity;
  return pages > most ? [`takes ${pages} pages, and may take ${most}`] : [];
}
