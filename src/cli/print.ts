import { join, relative, resolve } from 'node:path';
import { itemsOf, leavesInWords, neededOf, pdfName } from '../outputs/handouts/pile.ts';
import type { ToPrint } from '../outputs/handouts/to-print.ts';
import type { SheetEntry } from '../outputs/handouts/sheet.ts';
import { openHandouts } from '../site/handouts.ts';
import { openLessons } from '../site/lessons.ts';
import { readForCommand } from '../site/reading.ts';
import { lessonPlaces } from '../server/lesson-places.ts';
import { openPages } from '../site/pages.ts';
import { NO_PDF_CACHE } from '../print/pdf-cache.ts';
import { openPress, type Press } from '../print/press.ts';
import { openSchoolFile } from '../server/schools/school-file.ts';
import { readSettings, StartProblem } from '../server/settings.ts';
import { openSite } from '../site/site.ts';
import { unchanging } from '../site/unchanging.ts';
import { readToPrint } from '../site/to-print.ts';
import { buildPages } from './build-pages.ts';
import { HELP, readPrintOptions, type PrintOptions } from './print/options.ts';
import { tellProgress } from './print/tell-progress.ts';
import { root } from './root.ts';
import { writeMade, type Writing } from './write-made.ts';
import { programFacts } from '../server/http/program-facts.ts';
import { runCommand } from './command.ts';

/** `npm run print`: writes the sheets of a lesson, or of all, and the school’s own as tagged PDFs. Resolves to the exit code, 1 with one sentence when they cannot be made. */
export async function print(args: readonly string[]): Promise<number> {
  return runCommand(readPrintOptions(args), { help: HELP, make });
}

async function make(options: PrintOptions): Promise<string> {
  const settings = readSettings(process.env);
  const { home, dataDir } = settings;
  const { folders, media } = lessonPlaces(settings);
  const { school, problems } = await openSchoolFile(resolve(dataDir)).read();
  for (const problem of problems) console.error(problem);
  const site = openSite(
    unchanging({
      pages: openPages(await buildPages()),
      lessons: openLessons(folders, readForCommand),
      media,
      handouts: openHandouts(join(home, 'handouts')),
      room: 'page',
      program: programFacts(),
      school: () => Promise.resolve(school),
    }),
  );
  const groups = groupsOf(await readToPrint(site), options);
  const out = resolve(process.env['INIT_CWD'] ?? '', options.out ?? join(root, 'prints'));
  const press = openPress({ site, media }, NO_PDF_CACHE);
  try {
    let files = 0;
    for (const group of groups) files += await printGroup(group, { press, options, out });
    const unread =
      problems.length === 0 ? '' : ' What the school’s file could not say is left empty on them.';
    return `${files} PDFs are in ${relative(process.cwd(), out) || out}.${unread}`;
  } finally {
    await press.close();
  }
}

type Group = {
  readonly folder: string;
  readonly title: string;
  readonly sheets: readonly SheetEntry[];
};

function groupsOf(
  { lessons, school }: ToPrint,
  { lesson: slug, essentials }: PrintOptions,
): readonly Group[] {
  const open = lessons.filter(({ card, sheets }) => card.opens && sheets.length > 0);
  const wanted = slug === null ? open : open.filter(({ card }) => card.slug === slug);
  if (wanted.length === 0) {
    throw new StartProblem(
      slug === null
        ? 'Cannot print: there is no lesson with slides in lessons/.'
        : `There is no lesson “${slug}” with slides. There are: ${open.map(({ card }) => card.slug).join(', ')}.`,
    );
  }
  const groups = wanted.map(({ card, sheets }) => ({
    folder: card.slug,
    title: card.boardTitle || card.title,
    sheets,
  }));
  if (essentials) return groups;
  return [...groups, { folder: 'school', title: 'The safeguarding lead’s pack', sheets: school }];
}

const WRITING: Writing = { command: 'print', out: 'folder' };

type Job = { readonly press: Press; readonly options: PrintOptions; readonly out: string };

async function printGroup(
  { folder, title, sheets }: Group,
  { press, options, out }: Job,
): Promise<number> {
  const { style, font, pupils, large, bothSides } = options;
  const all = pupils ?? 1;
  const counts = style === 'large' ? { large: all } : { [style]: all - large, large };
  const people = { pupils: counts, adults: 1, layout: style };
  const items = sheets
    .filter(({ essential }) => essential || !options.essentials)
    .flatMap((sheet) => itemsOf(sheet, { counts: neededOf(sheet, people), font }));
  const pressed = await press.print(items, { report: (progress) => tellProgress(progress, title) });
  for (const { item, pdf } of pressed) {
    await writeMade(join(out, folder, pdfName(item)), pdf, WRITING);
  }
  if (pupils === null || folder === 'school') return pressed.length;
  const once = sheets.filter(({ copies }) => copies === 'once').map(({ id }) => id);
  const forClass = pressed.filter(({ item }) => !once.includes(item.id));
  const { pdf, pages } = await press.pile(forClass, {
    title: `${title}: ${pileName(options)} for ${pupils}`,
    bothSides,
  });
  const path = join(out, folder, `${pileName(options)}.pdf`);
  await writeMade(path, pdf, WRITING);
  console.error(
    `${relative(process.cwd(), path) || path}: ${leavesInWords(bothSides ? pages / 2 : pages)} of paper, for ${bothSides ? 'both sides' : 'one side'}`,
  );
  return pressed.length + 1;
}

function pileName({ essentials }: PrintOptions): 'essentials' | 'everything' {
  return essentials ? 'essentials' : 'everything';
}
