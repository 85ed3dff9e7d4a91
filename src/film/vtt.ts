import { readClockTime } from '../text/clock-time.ts';
import { moveSpan, SAME_EDITION, type Edition } from './edition.ts';

/** Words of a film and when they begin and end, in seconds. */
export type Cue = { readonly start: number; readonly end: number; readonly text: string };

/** More cues than a film for a class has. */
const MAX_CUES = 2_000;

/** How cues are read: of which edition, and what joins the lines of one cue. */
type Reading = { readonly edition?: Edition | undefined; readonly between?: string };

/** The cues of captions or descriptions (WebVTT) in the order of the film, as plain words; what cannot be read is left out, and nothing throws. The lines of one cue are joined by `between`. */
export function readCues(
  vtt: string,
  { edition = SAME_EDITION, between = ' ' }: Reading = {},
): readonly Cue[] {
  return cuesAsWritten(vtt, between)
    .map((cue) => moveSpan(edition, cue))
    .toSorted((a, b) => a.start - b.start);
}

/** The same in the order of the file. */
export function cuesAsWritten(vtt: string, between = ' '): readonly Cue[] {
  const blocks = vtt.replaceAll(/\r\n?/g, '\n').split(/\n{2,}/);
  return blocks.slice(0, MAX_CUES).flatMap((block): readonly Cue[] => {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => line.includes('-->'));
    const [from, to] = at < 0 ? [] : (lines[at]?.split('-->') ?? []);
    const start = readClockTime(from?.trim());
    const end = readClockTime(to?.trim().split(/\s/)[0]);
    const text = lines
      .slice(at + 1)
      .map(plain)
      .filter((line) => line !== '')
      .join(between);
    return start === undefined || text === '' ? [] : [{ start, end: end ?? start, text }];
  });
}

/** True for a file that a browser takes for WebVTT: its first line says so. */
export function isWebVtt(text: string): boolean {
  return /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text);
}

const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
};

// `<v Sam>` and `<i>` are no words.
function plain(words: string): string {
  return words
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(?:amp|lt|gt|nbsp);/g, (sign) => SIGNS[sign] ?? sign)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The captions of a file as someone has it, WebVTT or SubRip (`.srt`), in the order of the film; null where none can be read. */
export function readCaptionFile(text: string): readonly Cue[] | null {
  const plainText = text.replace(/^\uFEFF/, '');
  // SubRip has commas before the thousandths.
  const vtt = isWebVtt(plainText)
    ? plainText
    : `WEBVTT\n\n${plainText.replaceAll(/(\d\d:\d\d),(\d{3})/g, '$1.$2')}`;
  const cues = readCues(vtt, { between: '\n' });
  return cues.length === 0 ? null : cues;
}

/** Captions as WebVTT, which `readCues` reads as the same. */
export function writeCaptions(cues: readonly Cue[]): string {
  const blocks = cues.map(
    ({ start, end, text }) => `${vttTime(start)} --> ${vttTime(end)}\n${linesOf(text)}\n`,
  );
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

// An empty line would end the cue, and “-->” begin another.
function linesOf(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function vttTime(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const rest = String(thousandths % 1000).padStart(3, '0');
  return `${two(thousandths / 3_600_000)}:${two((thousandths / 60_000) % 60)}:${two((thousandths / 1000) % 60)}.${rest}`;
}
