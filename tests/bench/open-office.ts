import { writeFileSync } from 'node:fs';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { openFile } from '../../src/open/open-file.ts';
import {
  docx,
  item,
  lines,
  paragraph,
  picture,
  pptx,
  run,
  shape,
  slidePicture,
  table,
} from '../open/make-office.ts';
import { png } from '../open/small-pictures.ts';

// Makes a document of 20 pages or a presentation of 40 slides, and prints how many seconds it takes to open and read; where a path is given, it is written there instead.
const words =
  'Draw the river from its source to its mouth and label what you can see there. '.repeat(4);
const page = (at: number) =>
  [
    paragraph(`Part ${at} (3 min)`, 'H1'),
    ...Array.from({ length: 5 }, () =>
      paragraph(run(words) + run(' Task:', '<w:b/>') + run(words)),
    ),
    ...Array.from({ length: 8 }, () => item('Ask pupils what they can see, and why it is there.')),
    table(Array.from({ length: 5 }, () => ['5 min', words.slice(0, 80), words.slice(0, 80)])),
    paragraph(picture('p', 'A river')),
  ].join('');

function bytesOf(kind: string | undefined): Uint8Array {
  const image = png(1600, 900);
  if (kind === 'docx') {
    return docx(Array.from({ length: 20 }, (_, at) => page(at + 1)).join(''), {
      parts: { 'word/media/a.png': image },
      related: { p: ['image', 'media/a.png'] },
    });
  }
  const slide = (at: number) => ({
    shapes:
      shape('title', lines([`Slide ${at}`])) +
      shape('body', lines(Array.from({ length: 7 }, () => words.slice(0, 60)))) +
      slidePicture('p', 'A river'),
    notes: lines([words, words]),
    related: { p: ['image', '../media/a.png'] as const },
  });
  return pptx(
    Array.from({ length: 40 }, (_, at) => slide(at + 1)),
    { 'ppt/media/a.png': image },
  );
}

const [, , kind, path] = process.argv;
const bytes = bytesOf(kind);
if (path !== undefined) {
  writeFileSync(path, bytes);
  process.exit(0);
}
const began = performance.now();
const opened = openFile({ name: `bench.${kind}`, bytes });
if (opened.kind !== 'opened') throw new Error(opened.message);
readLesson(opened.slug, opened.text);
console.log((performance.now() - began) / 1000);
