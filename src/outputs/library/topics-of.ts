import { toWords } from '../../document/to-text.ts';
import { slidesOf, type Lesson } from '../../lesson/lesson.ts';
import { namesOf } from '../../text/own.ts';
import { topics, type Topic } from './search-topics.ts';

/** What a lesson is about, by what its title, its objectives, its words and its slides say. */
export function topicsOf(lesson: Lesson): readonly Topic[] {
  const { title, boardTitle, summary, objectives, references, vocabulary, questions } = lesson;
  const meanings = vocabulary.map(({ word, meaning }) => `${word} ${meaning}`);
  const slides = slidesOf(lesson).map(({ heading, body }) => `${heading} ${toWords(body)}`);
  const asked = questions.map(({ prompt }) => prompt);
  const text = [
    title,
    boardTitle,
    summary,
    ...objectives,
    ...references,
    ...meanings,
    ...slides,
    ...asked,
  ].join('\n');
  return namesOf(topics).filter((topic) => topics[topic].says.test(text));
}
