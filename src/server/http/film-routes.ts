import { filmTexts, type FilmRefusal, type FilmThere } from '../../film/film-protocol.ts';
import { isWebVtt } from '../../film/vtt.ts';
import { readAs } from '../../text/schema.ts';
import type { FilmChange } from '../schools/own-films.ts';
import type { Classrooms } from '../rooms/classrooms.ts';
import type { DiskCause } from '../store/sqlite/disk-problem.ts';
import { answer, BAD_SHAPE, refuse, type Answer, type Asked } from './answer.ts';
import { withDiskErrors } from './with-disk-errors.ts';

const NO_FILM = refuse(404, 'no-such-film', 'There is no film of this name.');
const NO_VERSION = refuse(
  428,
  'no-version',
  'This request doesn’t say which version of the film it changes.',
);
const BAD_CAPTIONS = refuse(
  400,
  'bad-captions',
  'These captions can’t be read: their first line needs to be WEBVTT.',
);

/** Why the folder did not take a film, in words. */
export const FILM_REFUSED: Readonly<Record<'bad-name' | 'no-folder' | 'no-plain-file', Answer>> = {
  'bad-name': refuse(
    400,
    'bad-name',
    'A film can’t have this name. Use small letters, digits and hyphens, as in our-film.',
  ),
  'no-folder': refuse(
    409,
    'no-folder',
    'There is no folder for films of your own here. Ask IT to set one up: LESSONS_DIR.',
  ),
  'no-plain-file': refuse(
    409,
    'no-plain-file',
    'The folder of this film is a link or a file. Put a folder there first.',
  ),
};

/** What a teacher reads whose film could not be written, by its true cause (R33). */
export const FILM_UNSAVED: Readonly<Record<DiskCause, string>> = {
  full: 'The disk is full, so this film isn’t saved. Make room on the disk, or save one file to carry.',
  'read-only': 'The folder of films can only be read, so this isn’t saved. Save one file to carry.',
  'no-access':
    'This account may not write to the folder of films, so this isn’t saved. Save one file to carry.',
  'no-folder': 'The folder of films has been moved, so this isn’t saved. Save one file to carry.',
  'in-use': 'Another program is using this film’s file. Try again in a moment.',
  damaged: 'The disk is damaged, so this film isn’t saved. Save one file to carry.',
  failing: 'The disk doesn’t answer, so this film isn’t saved. Save one file to carry.',
};

/** `GET /api/films/:film`: what the program has of a film, the school's own or the program's. */
export async function seeFilm({ films }: Classrooms, { film }: Asked): Promise<Answer> {
  const there = await films.read(film);
  return there === null ? NO_FILM : withTag(200, there, there.version);
}

/** `PUT /api/films/:film {yaml, captions}`: writes what is known of a film over the version that was read, or for the first time. */
export async function writeFilm(
  { films }: Classrooms,
  { film, body, precondition }: Asked,
): Promise<Answer> {
  if (precondition.is === 'none') return NO_VERSION;
  const texts = readAs(filmTexts, body);
  if (texts === null) return BAD_SHAPE;
  if (texts.captions !== null && !isWebVtt(texts.captions)) return BAD_CAPTIONS;
  const was = precondition.is === 'version' ? precondition.version : null;
  return change(() => films.write(film, texts, was));
}

/** `POST /api/films/:film/delete`: takes away what the school has of a film, of the version that was read. */
export async function deleteFilm(
  { films }: Classrooms,
  { film, precondition }: Asked,
): Promise<Answer> {
  if (precondition.is !== 'version') return NO_VERSION;
  const was = precondition.version;
  return change(() => films.remove(film, was));
}

function change(write: () => Promise<FilmChange>): Promise<Answer> {
  return withDiskErrors(FILM_UNSAVED, async () => {
    const changed = await write();
    switch (changed.is) {
      case 'done':
        return withTag(changed.isNew ? 201 : 200, { version: changed.version }, changed.version);
      case 'changed':
        return answer(412, {
          error: { code: 'changed', message: 'Someone else has changed this film meanwhile.' },
          theirs: changed.theirs,
        } satisfies FilmRefusal);
      case 'refused':
        return changed.why === 'unreadable'
          ? refuse(400, 'bad-film', `This film can’t be saved. ${changed.message}.`)
          : FILM_REFUSED[changed.why];
    }
  });
}

function withTag(
  status: number,
  body: FilmThere | { readonly version: number },
  tag: number | null,
): Answer {
  return { status, body, ...(tag !== null && { tag: `"${tag}"` }) };
}
