import { parseArgs } from 'node:util';
import { slidesAPage, type SlidesAPage } from '../../outputs/handouts/slides-a-page.ts';

/** What a lesson may be taken away as. */
export const exportKinds = ['powerpoint', 'word', 'pdf', 'png'] as const;

/** One of them. */
export type ExportKind = (typeof exportKinds)[number];

/** What `npm run export` was asked; `out` is the file to write, null for a name of its own. */
export type ExportOptions = {
  readonly lesson: string;
  readonly as: ExportKind;
  readonly out: string | null;
  /** Where the film is to be seen; null for nowhere. */
  readonly film: string | null;
  /** Of a PDF, how many slides are on a page. */
  readonly aPage: SlidesAPage;
  /** Of pictures, the number of the one slide that is wanted, from 1; null for all. */
  readonly slide: number | null;
  readonly help: boolean;
};

/** What `npm run export -- --help` says. */
export const HELP = `npm run export -- LESSON --as powerpoint|word|pdf|png [--out FILE]
                 [--a-page 1|2|3] [--slide NUMBER] [--film ADDRESS]

Takes a lesson away as a file of another program.

  --as powerpoint  its slides as a presentation (.pptx): text, lists, tables
                   and pictures that can be changed there, and your notes below
                   each slide. What is lost is said here, and in the notes of
                   the first slide
  --as word        its plan as a document (.docx), with your notes
  --as pdf         its slides on paper, black on white, with lines to write on,
                   by the Chromium, Chrome or Edge on this machine
  --as png         its slides as pictures, as the class sees them with all their
                   steps, in a folder; with --slide a file of that one
  --a-page NUMBER  of a PDF: 1, 2 or 3 slides on a page; 3 without it
  --slide NUMBER   of pictures: this slide alone, counted from 1
  --out FILE       the file to write, of all pictures the folder; else <lesson>.pptx,
                   .docx, .pdf, the folder <lesson>-slides or <lesson>-NUMBER.png, here
  --film ADDRESS   where the film is to be seen, https://…: its slide leads there
  --help           this`;

/** Reads the words of the command line; returns a sentence for one that cannot be read. */
export function readExportOptions(
  args: readonly string[],
): ExportOptions | { readonly wrong: string } {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: text,
        out: text,
        film: text,
        'a-page': text,
        slide: text,
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
    const { out = null, film = null, help } = values;
    const [lesson = '', more] = positionals;
    const as = exportKinds.find((kind) => kind === values.as);
    const aPage = slidesAPage.find((count) => String(count) === (values['a-page'] ?? '3'));
    const slide = values.slide === undefined ? null : Number(values.slide);
    if (help) return { lesson, as: 'powerpoint', out, film, aPage: 3, slide, help };
    if (lesson === '' || more !== undefined) {
      return {
        wrong: `Cannot export ${lesson === '' ? 'nothing' : 'several lessons at once'}: it needs the name of one lesson.`,
      };
    }
    if (as === undefined) {
      return {
        wrong: `Cannot export as “${values.as ?? ''}”: it needs “--as” with powerpoint, word, pdf or png.`,
      };
    }
    if (aPage === undefined || (values['a-page'] !== undefined && as !== 'pdf')) {
      return {
        wrong: `Cannot put “${values['a-page'] ?? ''}” slides on a page: “--a-page” needs 1, 2 or 3, and “--as pdf”.`,
      };
    }
    if (slide !== null && (as !== 'png' || !/^[1-9]\d{0,3}$/.test(values.slide ?? ''))) {
      return {
        wrong: `Cannot take slide “${values.slide}”: “--slide” needs a number from 1 on, and “--as png”.`,
      };
    }
    if (film !== null && as !== 'powerpoint') {
      return {
        wrong: `Cannot lead to the film from a file of ${as}: “--film” needs “--as powerpoint”.`,
      };
    }
    if (film !== null && !/^https:\/\/[^\s"<>]+$/i.test(film)) {
      return { wrong: `Cannot lead to “${film}”: it needs an address that begins with https://.` };
    }
    return { lesson: lesson.replace(/\.md$/, ''), as, out, film, aPage, slide, help };
  } catch (error) {
    const what = error instanceof Error ? (error.message.split('.')[0] ?? '') : '';
    return { wrong: `Cannot read this: ${what}. See npm run export -- --help` };
  }
}
