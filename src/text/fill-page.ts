import { markedWord } from './word-marks.ts';
import { fillWording, isWordKey, wordings, type Setting, type Wording } from './wording.ts';

/** What goes into the slots of a page's shell: `{main: '<h1>…'}` replaces `<!--slot:main-->`. The values are HTML; the title is text, with words of the catalogue in braces. */
export type Slots = Readonly<Record<string, string>>;

/** Where a filled page will live, next to where its shell was built: each folder deeper adds one `../` to the shell's own addresses, and -1, a folder less deep, takes one away; and whose words it says, a school’s if nothing else is known. */
export type Placing = { readonly deeper: number; readonly setting?: Setting };

/** Fills a shell's slots and its words of the catalogue (`{{teacher}}`), and moves its own relative addresses (`../assets/…`) to the page's place. A slot with no value is left empty. */
export function fillPage(
  shell: string,
  slots: Slots,
  { deeper, setting = 'school' }: Placing,
): string {
  const wording = wordings[setting];
  const up = '../'.repeat(Math.max(0, deeper));
  const placed =
    deeper < 0
      ? shell.replaceAll(/\b(href|src)="\.\.\//g, '$1="')
      : up === ''
        ? shell
        : shell.replaceAll(
            /\b(href|src)="\.(\.?)\//g,
            (_, name: string, dot: string) => `${name}="${up}.${dot}/`,
          );
  const filled = inBraces(placed, wording).replaceAll(
    /<!--slot:([a-z-]+)-->/g,
    (_, name: string) => {
      const slot = slots[name] ?? '';
      return name === 'title' ? fillWording(slot, wording) : slot;
    },
  );
  const worded = filled.replaceAll(/<!--word:([^>]+)-->[^<]*<!--\/word-->/g, (whole, key: string) =>
    isWordKey(key) ? markedWord(key, wording[key]) : whole,
  );
  return setting === 'school'
    ? worded
    : worded.replace('<html ', `<html data-setting="${setting}" `);
}

function inBraces(shell: string, wording: Wording): string {
  return shell.replaceAll(/\{\{([^{}]+)\}\}/g, (whole, key: string) =>
    isWordKey(key) ? markedWord(key, wording[key]) : whole,
  );
}

/** Data for the page's own script, as the body of a `<script type="application/json">`: no `<` of it can end the element. */
export function writeData(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
