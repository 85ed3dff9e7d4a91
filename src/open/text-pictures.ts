import { outsideCode } from '../document/code-blocks.ts';
import { readLines } from '../document/lines.ts';
import { dataPicture } from './data-picture.ts';
import type { LessonPictures } from './lesson-pictures.ts';
import type { Finding } from './opened.ts';

/** A file beside the one that is opened, by the path that its text names; null where there is none. */
export type Beside = (path: string) => Uint8Array | null;

const INLINE = /(!\[[^\]]{0,1000}\]\()(<[^<>]{1,2000}>|data:[^\s()<>]+|[^\s()<>]{1,2000})/g;
const TAG = /(<img\b[^<>]{0,400}?\bsrc=["'])(data:[^"'<>\s]+|[^"'<>]{1,2000})(?=["'])/gi;
const DEFINITION = /^( {0,3}\[[^\]]{1,100}\]:[ \t]*)(<data:image\/[^<>]+>|data:image\/\S+)/;

/** Takes the pictures of a Markdown text over into the lesson: those written into it, and those that lie beside it. Addresses on websites stay, and are reported; nothing is asked for. */
export function takeTextPictures(
  text: string,
  { pictures, beside }: { readonly pictures: LessonPictures; readonly beside: Beside },
): { readonly text: string; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const lines = readLines(text);
  const isProse = new Set(outsideCode(lines).map(({ line }) => line));
  const report = (kind: Finding['kind'], words: string, line: number) =>
    findings.push({ kind, words, place: `line ${line}`, line });
  const taken = (written: string, line: number): string => {
    const address = written.replace(/^<(.*)>$/s, '$1').trim();
    const data = dataPicture(address);
    if (data === null && /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) {
      if (/^https?:/i.test(address)) {
        report(
          'look',
          `The picture ${address.slice(0, 80)} is on a website: save it, and add it to its slide`,
          line,
        );
      }
      return written;
    }
    const name = data === null ? decoded(address) : `picture-${pictures.files().length + 1}`;
    const bytes = data ?? beside(decoded(address));
    if (bytes === null) {
      report(
        'look',
        `The picture ${address.slice(0, 80)} is not beside the file: put it into the media folder`,
        line,
      );
      return written;
    }
    const one = pictures.take(bytes, name);
    if (one.kind === 'taken') return one.path;
    report('left-out', `A picture: ${one.why}`, line);
    return data === null ? written : 'data:image/png;base64';
  };
  const out = lines.map(({ text: words, line }) => {
    if (!isProse.has(line) || !/!\[|<img|data:image/i.test(words)) return words;
    return words
      .replaceAll(INLINE, (_, start: string, address: string) => `${start}${taken(address, line)}`)
      .replaceAll(TAG, (_, start: string, address: string) => `${start}${taken(address, line)}`)
      .replace(
        DEFINITION,
        (_, start: string, address: string) => `${start}${taken(address, line)}`,
      );
  });
  return { text: out.join('\n'), findings };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
