import { slugOf } from '../text/ids.ts';
import { fileName } from './lesson-home.ts';

/** A lesson as the one file by which it is saved, sent and opened again. */
export function lessonFile({
  title,
  text,
}: {
  readonly title: string;
  readonly text: string;
}): File {
  return new File([text], fileName(slugOf(title)), { type: 'text/markdown;charset=utf-8' });
}
