import { readLines } from '../document/lines.ts';
import { slugOf } from '../text/ids.ts';
import type { Block } from './blocks.ts';
import { decodeText } from './decode-text.ts';
import { counted } from '../text/counted.ts';
import type { DocumentRead } from './document-read.ts';
import { readDocx } from './docx/read-docx.ts';
import { lessonPictures, type LessonPictures } from './lesson-pictures.ts';
import { LIMITS } from './limits.ts';
import {
  CannotOpen,
  tooMuch,
  type Finding,
  type NotOpened,
  type Opened,
  type SourceKind,
  type TextPart,
  type TextToOpen,
} from './opened.ts';
import { mainPart } from './package-parts.ts';
import { isOwnHead, isPastedHtml, isPastedPlan, type Pasted } from './pasted.ts';
import { readHtml } from './pasted-html.ts';
import { readPptx } from './pptx/read-pptx.ts';
import { otherZip, recognise } from './recognise.ts';
import { slidesToLesson } from './slides-to-lesson.ts';
import { takeTextPictures, type Beside } from './text-pictures.ts';
import { toLesson } from './to-lesson.ts';
import { withoutWrapping } from './unwrap-text.ts';
import { writeBlocks } from './write-blocks.ts';

/** A file that is opened: `beside` reads what lies in its folder, for the pictures that a Markdown file names. */
export type FileToOpen = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly beside?: Beside;
};

/** Which lesson it becomes: the name of its file, and of its folder of pictures. */
export type OpenOptions = { readonly slug?: string };

/** Opens a document of Word, a presentation of PowerPoint, or a text in Markdown of any dialect, as a lesson in our own grammar. What it is is read from its bytes. Never throws: a file that cannot be opened gives a sentence that says what it is and what to do. Time and memory are bounded, whatever is in it. */
export function openFile(file: FileToOpen, { slug }: OpenOptions = {}): Opened | NotOpened {
  const bare = file.name.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,8}$/i, '');
  const into: Into = { slug: slug ?? (slugOf(bare) || 'lesson'), name: nameOf(bare) };
  return guarded(() => {
    if (file.bytes.length > LIMITS.file) throw tooLarge();
    const found = recognise(file.bytes);
    if (found.kind !== 'zip') {
      const { text, encoding } = decodeText(file.bytes);
      const opened =
        found.kind === 'html'
          ? openHtml(text, into)
          : openText(withoutWrapping(text), into, {
              isPlan: !/\.(?:md|markdown|mdown|mkd|qmd|rmd|mdx)$/i.test(file.name),
              beside: file.beside ?? (() => null),
            });
      return encoding === 'utf-8' ? opened : withFinding(opened, encodingFinding(encoding));
    }
    const main = mainPart(found.archive);
    const pictures = lessonPictures(into.slug);
    if (main?.root.name === 'w:document') {
      return openDocument(readDocx(found.archive, main, pictures), pictures, {
        ...into,
        source: 'docx',
      });
    }
    if (main?.root.name !== 'p:presentation') throw otherZip(found.archive);
    const made = slidesToLesson(readPptx(found.archive, main, pictures), into.name);
    checkAmount(made.text, made.findings);
    return {
      kind: 'opened',
      source: 'pptx',
      tool: 'PowerPoint',
      slug: into.slug,
      text: made.text,
      media: pictures.files(),
      findings: [...made.findings, ...pictureFindings(pictures)],
      parts: made.parts,
      plan: null,
    };
  });
}

/** Opens what was pasted from a word processor, a web page or a chatbot. Text that is Markdown is read as such; else its HTML is, where there is one. */
export function openPasted(
  { html, text }: Pasted,
  { slug = 'lesson' }: OpenOptions = {},
): Opened | NotOpened {
  const into: Into = { slug, name: nameOf(slug) };
  return guarded(() => {
    if (html.length > LIMITS.part || text.length > LIMITS.part) throw tooLarge();
    if (html.trim() === '' && text.trim() === '') {
      throw new CannotOpen(
        'empty-file',
        'There is nothing to paste: copy the plan in the program it is in, then paste it here',
      );
    }
    const pasted = { html, text };
    if (isPastedHtml(pasted)) return openHtml(html, into);
    const isPlan = isPastedPlan(pasted);
    return openText(withoutWrapping(text), into, { isPlan, beside: () => null });
  });
}

type Into = { readonly slug: string; readonly name: string };

function nameOf(file: string): string {
  const words = file.replaceAll(/[-_]+/g, ' ').replaceAll(/\s+/g, ' ').trim();
  return words === '' ? 'Lesson' : `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;
}

function guarded(open: () => Opened): Opened | NotOpened {
  try {
    return open();
  } catch (error) {
    if (error instanceof CannotOpen) {
      return { kind: 'not-opened', code: error.code, message: error.message };
    }
    throw error;
  }
}

function openHtml(html: string, into: Into): Opened {
  const pictures = lessonPictures(into.slug);
  return openDocument(readHtml(html, pictures), pictures, { ...into, source: 'html' });
}

function openText(
  written: string,
  { slug, name }: Into,
  { isPlan, beside }: { readonly isPlan: boolean; readonly beside: Beside },
): Opened {
  const pictures = lessonPictures(slug);
  const { text, findings } = takeTextPictures(written, { pictures, beside });
  const plan: TextToOpen = {
    text,
    isPlan: isPlan && !isOwnHead(text),
    name,
    parts: textParts(text),
  };
  checkAmount(text, findings);
  const made = toLesson(plan);
  return {
    kind: 'opened',
    source: isPlan ? 'text' : 'markdown',
    tool: made.tool,
    slug,
    text: made.text,
    media: pictures.files(),
    findings: [
      ...made.findings,
      ...findings.map((one) => ({ ...one, line: made.lineOf(one.line ?? 0) })),
      ...pictureFindings(pictures),
    ],
    parts: made.parts,
    plan: made.parts.length === 0 || made.tool !== null ? null : plan,
  };
}

// Paragraphs, lists and tables: what stands between blank lines, below its head.
function textParts(text: string): readonly TextPart[] {
  const lines = readLines(text);
  const parts: TextPart[] = [];
  const isHead = lines[0]?.text === '---';
  const behind = isHead ? lines.findIndex((line, at) => at > 0 && line.text === '---') + 1 : 0;
  let from: number | null = null;
  let place = 'at the start';
  let under = place;
  const end = (to: number) => {
    if (from !== null) parts.push({ from, to, place: under });
    from = null;
  };
  for (const { text: words, line } of lines.slice(behind)) {
    const heading = /^ {0,3}#{1,6}\s+(.{1,60})/.exec(words)?.[1];
    if (words.trim() === '' || heading !== undefined) end(line - 1);
    if (words.trim() === '') continue;
    if (from === null) {
      from = line;
      under = `line ${line}`;
    }
    if (heading !== undefined) {
      place = `under “${heading}”`;
      end(line);
    }
  }
  end(lines.length);
  return parts;
}

function openDocument(
  { blocks, findings }: DocumentRead,
  pictures: LessonPictures,
  { slug, name, source }: Into & { readonly source: SourceKind },
): Opened {
  if (blocks.length === 0) {
    throw new CannotOpen(
      'empty-file',
      'Cannot open this: there are no words in it. If it is a scan, type the plan, or let your phone read its text and paste that',
    );
  }
  if (blocks.length > LIMITS.paragraphs) throw tooMuch();
  const starts: { readonly block: Block; readonly line: number }[] = [];
  const lines = writeBlocks(
    blocks.map(({ block }) => block),
    (block, line) => starts.push({ block, line }),
  );
  const places = new Map(blocks.map(({ block, place }) => [block, place]));
  const parts = starts.map(({ block, line }, at) => ({
    from: line,
    to: (starts[at + 1]?.line ?? lines.length + 1) - 1,
    place: places.get(block) ?? 'at the start',
  }));
  const plan: TextToOpen = {
    text: lines.join('\n'),
    isPlan: true,
    name,
    parts: grouped(parts, starts),
  };
  checkAmount(plan.text, findings);
  const made = toLesson(plan);
  const lineOf = new Map(starts.map(({ block, line }) => [block, made.lineOf(line)]));
  return {
    kind: 'opened',
    source,
    tool: source === 'docx' ? 'Word' : null,
    slug,
    text: made.text,
    media: pictures.files(),
    findings: [
      ...made.findings,
      ...findings.map(({ block, ...finding }) => ({
        ...finding,
        line: block === null ? null : (lineOf.get(block) ?? null),
      })),
      ...pictureFindings(pictures),
    ],
    parts: made.parts,
    plan,
  };
}

// What is read as a lesson, and checked, takes time and memory for each of its lines.
function checkAmount(text: string, findings: readonly unknown[]): void {
  if (text.length > LIMITS.characters || findings.length > LIMITS.findings) throw tooMuch();
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  if (lines > LIMITS.lines) throw tooMuch();
}

// The items of a list go one way, as its reader takes them together.
function grouped(
  parts: readonly TextPart[],
  starts: readonly { readonly block: Block }[],
): readonly TextPart[] {
  const out: TextPart[] = [];
  parts.forEach((part, at) => {
    const last = out.at(-1);
    const isItem = starts[at]?.block.kind === 'item' && starts[at - 1]?.block.kind === 'item';
    if (isItem && last !== undefined) out[out.length - 1] = { ...last, to: part.to };
    else out.push(part);
  });
  return out;
}

function pictureFindings(pictures: LessonPictures): readonly Finding[] {
  const cleaned = pictures.cleaned();
  if (cleaned === 0) return [];
  const words = `${counted(cleaned, 'picture')} without what it said of where, when and with what it was taken`;
  return [{ kind: 'changed', words, place: 'in the whole file', line: null }];
}

function withFinding(opened: Opened, finding: Finding): Opened {
  return { ...opened, findings: [...opened.findings, finding] };
}

function encodingFinding(encoding: string): Finding {
  const words = `It was stored as ${encoding}, and is UTF-8 now: if letters look wrong, save it again as UTF-8`;
  return { kind: 'changed', words, place: 'in the whole file', line: null };
}

function tooLarge(): CannotOpen {
  return new CannotOpen(
    'too-large',
    'Cannot open this file: it is larger than 200 MB. Leave out films and large pictures, save it under another name, and open that',
  );
}
