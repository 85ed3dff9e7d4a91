import type { FastifyInstance } from 'fastify';
import type { SlidePicture, SlidePictures } from '../../print/slide-pictures.ts';
import { NO_LESSON, refuse, type Answer } from './answer.ts';

const NO_SLIDE = refuse(
  404,
  'no-such-slide',
  'The lesson has no slide of this number as it is saved. Load the page again.',
);
const BUSY = refuse(
  409,
  'printing-already',
  'PDFs or pictures are being made just now. Try again in a minute.',
);
const NO_BROWSER = refuse(
  503,
  'no-browser',
  'There is no Edge, Chrome or Chromium on the computer that Wholeclass runs on. Ask IT to install one.',
);

/** How long a picture waits for what is made before it, in ms. */
const PATIENCE_MS = 20_000;

/** `GET /slide-picture/<lesson>-<number>.png`: a slide as the class sees it, drawn when it is asked for. */
export function addSlidePictureRoute(app: FastifyInstance, pictures: SlidePictures): void {
  app.get<{ Params: { file: string } }>(
    '/slide-picture/:file',
    { exposeHeadRoute: false },
    async ({ params: { file } }, reply) => {
      reply.header('cache-control', 'no-store');
      const [, slug, number] = /^(.+)-([1-9]\d{0,3})\.png$/.exec(file) ?? [];
      const made =
        slug === undefined
          ? 'no lesson'
          : await pictures.take(slug, Number(number), AbortSignal.timeout(PATIENCE_MS));
      if (typeof made === 'string') {
        const { status, body } = refusalOf(made);
        return reply.code(status).send(body);
      }
      return reply
        .type('image/png')
        .header('content-disposition', `attachment; filename="${file}"`)
        .send(made.png);
    },
  );
}

function refusalOf(why: Extract<SlidePicture, string>): Extract<Answer, { status: number }> {
  const refusal = REFUSALS[why];
  return 'status' in refusal ? refusal : { status: 500, body: {} };
}

const REFUSALS: Readonly<Record<Extract<SlidePicture, string>, Answer>> = {
  'no lesson': NO_LESSON,
  'no slide': NO_SLIDE,
  busy: BUSY,
  'no browser': NO_BROWSER,
};
