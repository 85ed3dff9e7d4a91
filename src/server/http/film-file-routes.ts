import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FILM_PART_BYTES, MAX_FILM_BYTES } from '../../film/film-protocol.ts';
import type { OwnFilms } from '../schools/own-films.ts';
import { isFromThisComputer } from '../staff/staff-guard.ts';
import { answer, BAD_SHAPE, refuse, type Answer } from './answer.ts';
import { FILM_REFUSED, FILM_UNSAVED } from './film-routes.ts';
import { withDiskErrors } from './with-disk-errors.ts';

const ELSEWHERE = refuse(
  403,
  'not-this-computer',
  'A film is copied only on the computer that Wholeclass runs on. It stays where it is, and you choose it when you teach.',
);
const TOO_LARGE = refuse(
  413,
  'too-large',
  'This file is larger than 4 GB. Have it saved smaller, as MP4 (H.264), and choose that.',
);

type PartRequest = FastifyRequest<{
  Params: { film: string; upload: string };
  Querystring: { from?: unknown; of?: unknown };
}>;

/**
 * `PUT /api/films/:film/file/:upload?from=N&of=N`: a part of a film's file, copied on one and the same computer alone;
 * `POST …/cancel` forgets it. A film is sent in parts, since no request may take longer than others.
 */
export async function addFilmFileRoutes(app: FastifyInstance, films: OwnFilms): Promise<void> {
  await app.register(async (parts) => {
    parts.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: FILM_PART_BYTES },
      (_, body, done) => done(null, body),
    );
    parts.put(
      '/api/films/:film/file/:upload',
      { bodyLimit: FILM_PART_BYTES },
      async (request: PartRequest, reply) => send(reply, await addPart(films, request)),
    );
    parts.post('/api/films/:film/file/:upload/cancel', async (request: PartRequest, reply) => {
      if (!isFromThisComputer(request)) return send(reply, ELSEWHERE);
      const { film, upload } = request.params;
      if (isUpload(upload)) await films.cancel(film, upload);
      return send(reply, answer(200, {}));
    });
  });
}

async function addPart(films: OwnFilms, request: PartRequest): Promise<Answer> {
  if (!isFromThisComputer(request)) return ELSEWHERE;
  const { film, upload } = request.params;
  const [from, of] = [countOf(request.query.from), countOf(request.query.of)];
  const { body } = request;
  if (from === null || of === null || !isUpload(upload) || !(body instanceof Uint8Array)) {
    return BAD_SHAPE;
  }
  if (of > MAX_FILM_BYTES) return TOO_LARGE;
  if (from + body.length > of || body.length === 0) return BAD_SHAPE;
  return withDiskErrors(FILM_UNSAVED, async () => {
    const saved = await films.addPart(film, upload, { from, of, bytes: body });
    switch (saved.is) {
      case 'saved':
        return answer(200, {
          bytes: saved.bytes,
          isWhole: saved.isWhole,
          file: saved.isWhole ? saved.file : null,
        });
      case 'out of order':
        return refuse(409, 'out-of-order', 'The copy was interrupted. Start it again.');
      case 'no film':
        return refuse(400, 'no-film', saved.message);
      case 'refused':
        return FILM_REFUSED[saved.why];
    }
  });
}

function isUpload(name: string): boolean {
  return /^[\w-]{8,40}$/.test(name);
}

function countOf(written: unknown): number | null {
  return typeof written === 'string' && /^\d{1,12}$/.test(written) ? Number(written) : null;
}

function send(reply: FastifyReply, made: Answer): FastifyReply {
  if (!('status' in made)) return reply.code(500).send();
  return reply.code(made.status).header('cache-control', 'no-store').send(made.body);
}
