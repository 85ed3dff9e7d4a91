import { pupilsReading } from '../../outputs/reading/pupils-reading.ts';
import type { ReadingView } from '../../outputs/reading/reading.ts';
import type { Room } from '../../room/room.ts';
import { boardView } from '../../room/views.ts';
import { withMedia } from '../../site/lesson-list.ts';
import type { LessonFile, Lessons } from '../../site/lessons.ts';
import type { Media } from '../../site/media-folders.ts';

/** What pupils' reading views may know of a room: slides shown so far, as the lesson has them now, with the names of today (R16). */
export type Readings = (room: Room) => Promise<ReadingView>;

/** Makes reading views of rooms; one is made once for all who ask, until the room or the lesson's file changes. */
export function openReadings(lessons: Lessons, media: Media): Readings {
  const cache = new WeakMap<LessonFile, WeakMap<Room, Promise<ReadingView>>>();

  return async (room) => {
    const file = await lessons.one(room.lesson);
    if (file === null || room.state === 'finished') return { state: 'finished', n: room.n };
    const views = cache.get(file) ?? new WeakMap<Room, Promise<ReadingView>>();
    cache.set(file, views);
    const view = views.get(room) ?? make(file, room, media);
    views.set(room, view);
    return view;
  };
}

async function make(
  file: LessonFile,
  room: Exclude<Room, { readonly state: 'finished' }>,
  media: Media,
): Promise<ReadingView> {
  const { n, names, questions, seen, slide, stage } = room;
  const whole = await withMedia(file, media);
  // The room's questions are frozen, with the names in them (R1).
  const lesson = { ...whole.lesson, questions };
  const { poll } = boardView({ room, answersIn: 0 });
  return {
    state: 'open',
    n,
    ...(room.help && { help: room.help }),
    ...pupilsReading(lesson, whole.media.film, {
      seen,
      names,
      slide,
      cover: stage?.cover ?? 'none',
      poll,
    }),
  };
}
