import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { overruleBoard } from '../../checks/overrule-board.ts';
import { boardCodes } from '../../outputs/board/board-problems.ts';
import { readyItems, type ReadyItem } from '../../outputs/plan/ready.ts';
import { slidesOf } from '../../lesson/lesson.ts';
import { withMedia } from '../../site/lesson-list.ts';
import { mediaFolders, type Media } from '../../site/media-folders.ts';
import type { Problem } from '../../document/problem.ts';
import { placesHere } from '../places-here.ts';
import type { Checked } from './checked-file.ts';
import type { Found } from './find-lessons.ts';

/** Everything there is to say of a lesson that was found; `onBoard` is what was measured there, null where nothing was. */
export async function checkLesson(
  { name, path, lesson: file }: Found,
  onBoard: readonly Problem[] | null,
): Promise<Checked> {
  const { lesson, media, ...whole } = await withMedia(file, mediaFor(path));
  const found = await whole.problems;
  const isReadable = !found.some(({ code }) => code === 'unreadable-file');
  const text = isReadable ? await readFile(path, 'utf8').catch(() => '') : '';
  const measured =
    onBoard === null ? null : overruleBoard(onBoard, { lesson, text, codes: boardCodes });
  const problems = [...found, ...(measured ?? [])]
    .map(({ code, severity, line, column, message, fixes }) => ({
      ...{ code, severity, line, column, message },
      ...(fixes !== undefined && { fixes }),
    }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
  const hasSlides = slidesOf(lesson).length > 0;
  return {
    file: {
      file: name,
      subject: lesson.subject.name,
      slides: slidesOf(lesson).length,
      minutes: lesson.blocks.reduce((sum, block) => sum + (block.minutes ?? 0), 0),
      questions: lesson.questions.length,
      problems,
    },
    text,
    ready: hasSlides
      ? [
          ...readyItems({ lesson, problems }, media),
          ...(measured === null ? [] : [board(measured)]),
        ]
      : [],
  };
}

// A lesson in a folder of its own has its pictures beside it.
function mediaFor(path: string): Media {
  const { media } = placesHere();
  const beside = join(dirname(path), 'media');
  return existsSync(beside) ? [beside, ...mediaFolders(media)] : media;
}

function board(measured: readonly Problem[]): ReadyItem {
  const name = 'Board';
  const found = measured.filter(({ severity }) => severity !== 'info');
  const fits =
    measured.length === 0
      ? 'All of it fits, and can be read from the back row'
      : 'What does not fit is allowed, for the reasons given';
  if (found.length === 0) return { name, state: 'ready', found: fits, todo: '' };
  const state = found.some(({ severity }) => severity === 'error') ? 'todo' : 'look';
  return {
    name,
    state,
    found: 'Not all of it fits, or can be read from the back row',
    todo: 'Each slide is listed with what to do',
  };
}
