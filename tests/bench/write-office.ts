import { lessonNamed, mediaOf } from '../outputs/office/office-parts.ts';
import { writePowerPoint } from '../../src/outputs/office/powerpoint/write-powerpoint.ts';
import { writeWord } from '../../src/outputs/office/word/write-word.ts';

// Writes the lesson that ships, of 30 slides, as a presentation or its plan as a document, and prints how many seconds that takes.
const [, , kind] = process.argv;
const lesson = lessonNamed('for-the-whole-world-to-see');
const media = mediaOf(lesson);
const began = performance.now();
const bytes =
  kind === 'pptx'
    ? writePowerPoint(lesson, { media, film: null, day: null }).bytes
    : writeWord(lesson, null);
if (bytes.length === 0) throw new Error('Nothing was written');
console.log((performance.now() - began) / 1000);
