import { lessonFile } from '../../../edit/lesson-file.ts';
import { picturesIn, savedWithout } from '../../../edit/lesson-pictures.ts';
import type { MyLessonHere } from '../../../edit/my-lesson-here.view.ts';
import { packedLesson } from '../../../edit/packed-lesson.ts';
import { slugOf } from '../../../text/ids.ts';
import { offerFile, zipFile } from '../../../ui/offer-file.view.ts';

/** Makes “Save a copy” save the lesson as one file: with its pictures and with what is said here of its film, where it has any. */
export function startSaveCopy(mine: MyLessonHere): void {
  const status = document.querySelector('[data-save-copy-words]');

  async function save(): Promise<void> {
    const there = await mine.found;
    if (there === null || status === null) return;
    const { title, text } = there.lesson;
    const slug = slugOf(title) || 'lesson';
    const films = await mine.films();
    if (films.length === 0 && picturesIn(text).length === 0) {
      const file = lessonFile({ title, text });
      offerFile(file.name, file);
      status.textContent = `${file.name} is in your downloads.`;
      return;
    }
    const { bytes, missing } = await packedLesson({ slug, text }, there.home, films);
    const name = `${slug}.lesson.zip`;
    offerFile(name, zipFile(bytes));
    status.textContent = savedWithout(missing) || `${name} is in your downloads.`;
  }

  document.querySelector('[data-save-copy]')?.addEventListener('click', () => void save());
}
