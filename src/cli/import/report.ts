import { styleText } from 'node:util';
import type { Problem, Severity } from '../../document/problem.ts';
import { slidesOf } from '../../lesson/lesson.ts';
import { readLesson } from '../../lesson/read-lesson.ts';
import type { Finding, FindingKind, Opened } from '../../open/opened.ts';
import { counted } from '../../text/counted.ts';
import type { CheckedFile } from '../check/checked-file.ts';
import { plainReport, printable } from '../check/plain-report.ts';
import { paint, wrap, type Look } from '../check/pretty-report.ts';
import type { Written } from './files.ts';
import type { ImportOptions } from './options.ts';

/** A file that was imported: what it was, where its lesson is, and what became of it. */
export type ImportedFile = {
  readonly from: string;
  readonly written: Written;
  readonly opened: Opened;
};

/** What `npm run import` prints, in the forms of `npm run check`: JSON, one line a finding, or for people. */
export function importReport(imported: ImportedFile, { json, form }: ImportOptions): string {
  const { from, written, opened } = imported;
  const file = checkedFile(imported);
  if (json) {
    return JSON.stringify(
      {
        files: [
          {
            ...file,
            from,
            source: opened.source,
            tool: opened.tool,
            media: opened.media.map(({ path }) => `media/${path}`),
          },
        ],
      },
      (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value),
      2,
    );
  }
  const isPretty = form === 'pretty' || (form === null && process.stdout.isTTY);
  const next = `See what is wrong with it with: npm run check -- "${written.name}"`;
  if (!isPretty) return `${plainReport(file)}\n${summary(imported)}. ${next}`;
  const look: Look = {
    width: Math.max(40, Math.min(process.stdout.columns ?? 80, 100)),
    colours: styleText('bold', ' ', { stream: process.stdout }) !== ' ',
  };
  return `${pretty(imported, look)}\n\n${next}`;
}

const SEVERITIES: Readonly<Record<FindingKind, Severity>> = {
  unchanged: 'info',
  changed: 'info',
  'to-notes': 'info',
  'left-out': 'warning',
  look: 'warning',
  'minutes-found': 'info',
  'minutes-guessed': 'warning',
};

function checkedFile({ written, opened }: ImportedFile): CheckedFile {
  const { lesson } = readLesson(opened.slug, opened.text);
  return {
    file: written.name,
    subject: lesson.subject.name,
    slides: slidesOf(lesson).length,
    minutes: lesson.blocks.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    questions: lesson.questions.length,
    problems: opened.findings.map(({ kind, words, place, line }): Problem => ({
      code: kind,
      severity: SEVERITIES[kind],
      line: line ?? 1,
      column: 1,
      message: `${place}: ${words}`,
    })),
  };
}

const TITLES: readonly (readonly [FindingKind, string])[] = [
  ['look', 'Please check'],
  ['left-out', 'Left out'],
  ['minutes-guessed', 'Minutes we guessed'],
  ['minutes-found', 'Minutes we found'],
  ['to-notes', 'In your notes, not on the board'],
  ['changed', 'Changed'],
  ['unchanged', 'As it was'],
];

function pretty(imported: ImportedFile, look: Look): string {
  const { opened, written } = imported;
  const sections = TITLES.flatMap(([kind, title]) => {
    const found = opened.findings.filter((finding) => finding.kind === kind);
    if (found.length === 0) return [];
    return [`  ${paint(look, 'bold', title)}\n${found.map((one) => row(one, look)).join('\n')}`];
  });
  return [
    paint(look, 'bold', written.name),
    ...sections,
    `${paint(look, 'bold', summary(imported))}.`,
  ].join('\n\n');
}

function row({ words, place, line }: Finding, look: Look): string {
  const where = line === null ? place : `${place}, now line ${line}`;
  const lines = wrap(printable(words), look.width - 4);
  return `    ${lines.join('\n    ')} ${paint(look, 'dim', `(${printable(where)})`)}`;
}

function summary({ written, opened, from }: ImportedFile): string {
  const { lesson } = readLesson(opened.slug, opened.text);
  const slides = slidesOf(lesson).length;
  const notes = opened.parts.filter(({ goes }) => goes === 'teacher').length;
  const made = opened.tool === null ? from : `${from} (${opened.tool})`;
  return `${made} is now ${written.name}: ${counted(slides, 'slide')}, ${counted(notes, 'part')} only you will see, ${counted(written.pictures, 'picture')}`;
}
