import { openZip, type Archive } from './zip.ts';
import { CannotOpen } from './opened.ts';

/** What a file is, by its bytes and never by its name alone: a zip file that may be of Office, or a text. */
export type Recognised =
  | { readonly kind: 'zip'; readonly archive: Archive }
  | { readonly kind: 'html' | 'text' };

type Other = { readonly is: string; readonly todo: string };

const AS_DOCX = 'save it as a Word document (.docx), and open that';
const AS_PPTX = 'save it as a PowerPoint presentation (.pptx), and open that';

const OLD_WORD: Other = {
  is: 'a Word document of the kind before 2007 (.doc)',
  todo: `Open it in Word, ${AS_DOCX}`,
};
const OLD_SLIDES: Other = {
  is: 'a PowerPoint presentation of the kind before 2007 (.ppt)',
  todo: `Open it in PowerPoint, ${AS_PPTX}`,
};
const OLD_SHEET: Other = {
  is: 'a spreadsheet',
  todo: 'Copy the cells the lesson needs, and paste them',
};

/** Says what a file is. Throws `CannotOpen` with what to do where no lesson can be read from it. */
export function recognise(bytes: Uint8Array): Recognised {
  if (bytes.length === 0) {
    throw new CannotOpen(
      'empty-file',
      'Cannot open this file: it is empty. If it is still being copied or downloaded, wait until that is done',
    );
  }
  if (starts(bytes, 'PK\x03\x04') || starts(bytes, 'PK\x05\x06')) {
    return { kind: 'zip', archive: openZip(bytes) };
  }
  if (starts(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw compound(bytes);
  const other = OTHERS.find(({ begins }) => begins.some((one) => startsAt(bytes, one)));
  if (other !== undefined) throw otherKind(other);
  if (isBinary(bytes)) {
    throw otherKind({
      is: 'no text, document or presentation that we know',
      todo: 'Open it in the program it was made with, and save it as .docx, .pptx or .md',
    });
  }
  const head = latin(bytes.subarray(0, 1024))
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return { kind: /^(?:<!doctype html|<html[\s>])/i.test(head) ? 'html' : 'text' };
}

/** What a zip file is that is neither a document of Word nor a presentation of PowerPoint. */
export function otherZip({ names, read }: Archive): CannotOpen {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  const type = names.includes('mimetype') ? latin(read('mimetype', 1000) ?? new Uint8Array()) : '';
  if (type.includes('opendocument.text')) {
    return otherKind({
      is: 'an OpenDocument text (.odt)',
      todo: `Open it in LibreOffice, ${AS_DOCX}`,
    });
  }
  if (type.includes('opendocument.presentation')) {
    return otherKind({
      is: 'an OpenDocument presentation (.odp)',
      todo: `Open it in LibreOffice, ${AS_PPTX}`,
    });
  }
  if (type.includes('opendocument') || has(/^xl\//)) return otherKind(OLD_SHEET);
  if (type.includes('epub')) {
    return otherKind({ is: 'an e-book', todo: 'Copy the part the lesson needs, and paste it' });
  }
  if (has(/(?:^|\/)Index\.zip$|^Index\/.*\.iwa$/)) {
    return has(/^Index\/Slide|Slide-/)
      ? otherKind({
          is: 'a Keynote presentation',
          todo: 'In Keynote, choose File, Export To, PowerPoint, and open that',
        })
      : otherKind({
          is: 'a Pages or Numbers document',
          todo: 'In Pages, choose File, Export To, Word, and open that',
        });
  }
  return otherKind({
    is: 'a zip file without a Word document or a presentation in it',
    todo: 'Unpack it, and open the .docx, .pptx or .md file that is in it',
  });
}

// What else teachers have, by the first bytes: at a place other than the first where it is named.
const OTHERS: readonly (Other & {
  readonly begins: readonly (string | readonly [number, string])[];
})[] = [
  {
    begins: ['%PDF-', '\xef\xbb\xbf%PDF-', '\r\n%PDF-', '\n%PDF-'],
    is: 'a PDF, which is made for printing and has no headings or lists to read',
    todo: 'Open the document or presentation it was made from. If you only have the PDF, open it in Word, save it as .docx, and open that',
  },
  {
    begins: ['{\\rtf'],
    is: 'a rich text file (.rtf)',
    todo: `Open it in Word or WordPad, ${AS_DOCX}`,
  },
  {
    begins: [
      '\x89PNG',
      '\xff\xd8\xff',
      'GIF8',
      'BM',
      'II*\0',
      'MM\0*',
      [8, 'WEBP'],
      [4, 'ftypheic'],
      [4, 'ftypheix'],
      [4, 'ftypmif1'],
      [4, 'ftypavif'],
    ],
    is: 'a picture',
    todo: 'Put it on a slide of a lesson. If it is a photo of a plan, type the plan, or let your phone read its text and paste that',
  },
  {
    begins: [[4, 'ftyp'], '\x1a\x45\xdf\xa3', 'RIFF', 'OggS', 'ID3', '\xff\xfb'],
    is: 'a film or a recording',
    todo: 'Put a film into the media folder of its lesson',
  },
  {
    begins: ['\x1f\x8b', 'Rar!', '7z\xbc\xaf', 'BZh', '\xfd7zXZ'],
    is: 'a packed file',
    todo: 'Unpack it, and open the .docx, .pptx or .md file that is in it',
  },
  {
    begins: ['MZ', '\x7fELF', '\xcf\xfa\xed\xfe'],
    is: 'a program',
    todo: 'Delete it if you don’t know where it comes from',
  },
];

// A compound file holds older Office files, and newer ones that are locked with a password: what it is stands in the names of its streams.
function compound(bytes: Uint8Array): CannotOpen {
  const has = (name: string) => includes(bytes, [...name].map((one) => `${one}\0`).join(''));
  if (has('EncryptedPackage') || has('EncryptionInfo')) {
    return new CannotOpen(
      'password',
      'Cannot open this file: it is locked with a password. Open it in Word or PowerPoint, choose File, Info, Protect, Encrypt with password, delete the password, save, and open it again',
    );
  }
  if (has('PowerPoint Document')) return otherKind(OLD_SLIDES);
  if (has('WordDocument')) return otherKind(OLD_WORD);
  if (has('Workbook')) return otherKind(OLD_SHEET);
  return otherKind({
    is: 'a file of an older program',
    todo: 'Open it in the program it was made with, and save it as .docx or .pptx',
  });
}

function otherKind({ is, todo }: Other): CannotOpen {
  return new CannotOpen('other-kind', `Cannot open this file: it is ${is}. ${todo}`);
}

function starts(bytes: Uint8Array, characters: string, at = 0): boolean {
  return (
    bytes.length >= at + characters.length &&
    [...characters].every((one, index) => bytes[at + index] === one.charCodeAt(0))
  );
}

function startsAt(bytes: Uint8Array, begin: string | readonly [number, string]): boolean {
  return typeof begin === 'string' ? starts(bytes, begin) : starts(bytes, begin[1], begin[0]);
}

function includes(bytes: Uint8Array, characters: string): boolean {
  const first = characters.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (starts(bytes, characters, at)) return true;
  }
  return false;
}

// A text has hardly a byte below a blank but for tabs and ends of lines; one in UTF-16 has a zero in every other byte.
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192);
  if (starts(bytes, '\xff\xfe') || starts(bytes, '\xfe\xff')) return false;
  let [zeros, control] = [0, 0];
  for (const byte of head) {
    if (byte === 0) zeros += 1;
    else if (byte < 32 && ![9, 10, 11, 12, 13, 27].includes(byte)) control += 1;
  }
  if (zeros > head.length / 4 && zeros < head.length * 0.6) return false;
  return zeros > 0 || control > head.length / 50;
}

function latin(bytes: Uint8Array): string {
  return [...bytes].map((byte) => String.fromCharCode(byte)).join('');
}
