import { withDraft } from '../edit/lesson-draft.ts';
import { openFile } from '../open/open-file.ts';
import type { Opened } from '../open/opened.ts';
import { StartProblem } from '../server/settings.ts';
import { importHelp, readImportOptions, type ImportOptions } from './import/options.ts';
import { importReport, type ImportedFile } from './import/report.ts';
import { readToOpen, writeOpened } from './import/files.ts';
import { refuse } from './command.ts';

/** `npm run import`: a plan, document, presentation or deck becomes a lesson file with its pictures, and a report says what became of what was in it. Nothing that is there is written over. Resolves to the exit code, 1 where nothing was written. */
export async function importFile(args: readonly string[]): Promise<number> {
  const options = readImportOptions(args);
  if ('wrong' in options) return refuse(`${options.wrong}\n\n${importHelp}`);
  if (options.help) {
    console.log(importHelp);
    return 0;
  }
  try {
    return await run(options);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return refuse(error.message);
  }
}

async function run(options: ImportOptions): Promise<number> {
  const file = await readToOpen(options.file);
  const opened = openFile(file);
  if (opened.kind === 'not-opened') {
    return refuse(`Cannot import ${options.file}: ${opened.message.replace(/^[^:]{0,40}: /, '')}.`);
  }
  const draft = asDraft(opened);
  const written = await writeOpened(draft, options.into);
  const imported: ImportedFile = { from: options.file, written, opened: draft };
  console.log(importReport(imported, options));
  return 0;
}

// What no one has looked through yet is in no library; its lines are where the longer head leaves them.
function asDraft(opened: Opened): Opened {
  const text = withDraft(opened.text, true);
  const before = opened.text.split('\n');
  const lines = text.split('\n');
  const shift = lines.length - before.length;
  const same = before.findIndex((line, at) => line !== lines[at]);
  const moved = <Part extends { readonly line: number | null }>(part: Part): Part =>
    part.line === null || part.line <= same ? part : { ...part, line: part.line + shift };
  return { ...opened, text, findings: opened.findings.map(moved), parts: opened.parts.map(moved) };
}
