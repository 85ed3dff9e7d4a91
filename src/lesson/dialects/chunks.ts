import { closesCode, type CodeMark } from '../../document/code-blocks.ts';
import type { SourceLine } from '../../document/source-line.ts';
import { warn, type Scan } from '../scan-state.ts';

const CHUNK = /^\s*`{3,}\s*\{([a-z][\w-]{0,20})\b([^{}]{0,400})\}\s*$/i;
const OPTION = /^\s*(?:#|\/\/|--|%%)\|(?:\s|$)/;

/** More options than a piece of code has. */
const MAX_OPTIONS = 30;

/** True for the line that opens code which knitr or Quarto would run, ` ```{r plot} `. */
export function isChunk(text: string): boolean {
  return text.includes('{') && CHUNK.test(text);
}

/** True for a line that tells knitr or Quarto what to do with code, `#| label: plot`. */
export function isChunkOption(text: string): boolean {
  return text.includes('| ') && OPTION.test(text);
}

/** Skips code that its author keeps from the slide, ` ```{r, echo=FALSE} `, and says so: true where it has. */
export function skipHiddenChunk(scan: Scan, { text, line }: SourceLine, mark: CodeMark): boolean {
  const [, language = '', options = ''] = CHUNK.exec(text) ?? [];
  if (
    language === '' ||
    !(
      /\b(?:include|echo)\s*=\s*F(?:ALSE)?\b/.test(options) ||
      isHiddenBelow(scan) ||
      isEmpty(scan, mark)
    )
  ) {
    return false;
  }
  const end = scan.lines.findIndex((one, at) => at > scan.at && closesCode(one.text, mark));
  scan.next = (end < 0 ? scan.lines.length : end) + 1;
  const message = `“{${language}${options.slice(0, 40)}}” is left out: code is not run; put what it draws on the slide as a picture, “![what it shows](my-film/plot.svg)”`;
  warn(scan, { text, line }, { code: 'left-out', message });
  return true;
}

// What another file brings.
function isEmpty({ lines, at }: Scan, mark: CodeMark): boolean {
  return closesCode(lines[at + 1]?.text ?? '', mark);
}

function isHiddenBelow({ lines, at }: Scan): boolean {
  const options = lines.slice(at + 1, at + 1 + MAX_OPTIONS).map(({ text }) => text);
  const end = options.findIndex((text) => !OPTION.test(text));
  return options
    .slice(0, end < 0 ? MAX_OPTIONS : end)
    .some((text) => /\|\s*(?:echo|include):\s*false\b/.test(text));
}

/** A line without pictures that R would name, ``![A plot](`r plot`)``, which are reported. */
export function withoutNamedPictures(scan: Scan, { text, line }: SourceLine): string {
  if (!text.includes('](`r ')) return text;
  const message =
    'A picture that code would name is left out: code is not run; write where it lies, “![what it shows](my-film/plot.svg)”';
  warn(scan, { text, line }, { code: 'left-out', message });
  return text.replaceAll(/!\[[^\][]{0,300}\]\(`r [^`]{0,300}`\)/g, '');
}
