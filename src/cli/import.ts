import { openFile } from '../open/open-file.ts';
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
  const written = await writeOpened(opened, options.into);
  const imported: ImportedFile = { from: options.file, written, opened };
  console.log(importReport(imported, options));
  return 0;
}
