import type { Slide } from '../../lesson/lesson.ts';

/** What a slide is, in a word for the teacher. */
export function slideKind(slide: Slide): string {
  switch (slide.kind) {
    case 'title':
      return 'Title';
    case 'text':
      return 'Slide';
    case 'help':
      return 'Help';
    case 'film':
      return slide.from === null ? 'Film' : 'Film, goes on';
    case 'stop':
      return `Stop ${slide.n} of ${slide.of}`;
    case 'poll':
      return slide.moment === 'after' ? 'The same question again' : 'Question';
  }
}
