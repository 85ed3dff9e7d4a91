import * as v from 'valibot';
import { readAs } from '../../text/schema.ts';
import fastifyStatic from '@fastify/static';
import {
  fastify,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { refuse, type Answer, type Asked } from './answer.ts';
import { OLD_PAGE_CODE, versionProblem } from '../../text/protocol-version.ts';
import { readBodies, wipeUnread } from './bodies.ts';
import type { Media } from '../../site/media-folders.ts';
import type { Classrooms } from '../rooms/classrooms.ts';
import { isCrossSite } from './cross-site.ts';
import { startEventStream } from './event-stream.ts';
import { sendBody, sendMedia } from './files.ts';
import { addFolderRoute, type FolderZips } from './folder-zips.ts';
import { notHerePage } from '../../site/not-here.ts';
import { sendPlainPage } from './plain-page.ts';
import { NO_PRECONDITION, readPrecondition } from './precondition.ts';
import { featurePolicy, pageMay, safePolicy, SAFE_HEADERS } from '../../site/policy.ts';
import type { PhoneGate } from './phone-gate.ts';
import { addPrintFileRoute } from './print-routes.ts';
import { addFilmFileRoutes } from './film-file-routes.ts';
import { addSlidePictureRoute } from './slide-picture-route.ts';
import { isPrivateFile } from './private-files.ts';
import { refuseError } from './refuse-error.ts';
import { handlers } from './handlers.ts';
import { routes } from './routes.ts';
import { addHealthRoutes } from './health.ts';
import { isSecure, type StaffGuard } from '../staff/staff-cookie.ts';
import { guardStaffDoor, sessionOf } from '../staff/staff-guard.ts';
import { isAllowedOrigin, type Door } from './origin-check.ts';

/** What a door serves besides requests: generated files and assets by path, and a folder of films, null where there is none. */
export type DoorFiles = {
  read(path: string): Promise<Buffer | null>;
  readonly media: Media | null;
  /** Lessons as folders to take away. */
  readonly folders?: FolderZips;
};

/** What an app is made for: one door, with its files and the rooms behind it. */
export type AppParts = {
  readonly door: Door;
  readonly files: DoorFiles;
  readonly rooms: Classrooms;
  readonly publicUrl: URL | null;
  /** Told once what keeps rooms from being saved. */
  readonly warn?: (sentence: string) => void;
  /** Where the staff door is open to a network. */
  readonly guard?: StaffGuard;
  /** The addresses of a phone; without it there are none. */
  readonly phones?: PhoneGate;
};

const NOTHING_HERE = refuse(404, 'not-found', 'There is nothing at this address.');
const STRANGER = refuse(
  403,
  'stranger',
  'This address is not known here. Use the address that Wholeclass shows.',
);
const CROSS_SITE = refuse(
  403,
  'cross-site',
  'A page of another site asked for this. Open it from Wholeclass itself.',
);

/** Requests are read by `shapes.ts`; without compilers of its own Fastify takes 5 MB less. */
function noCompiler(): never {
  throw new Error('Cannot compile a JSON schema for a route: requests are read by shapes.ts');
}

/** The program behind one door, not yet listening. It logs nothing, and sets no cookie but the one that a guarded staff door needs. */
export async function createApp({
  door,
  files,
  rooms,
  publicUrl,
  guard,
  phones,
  warn = console.error,
}: AppParts): Promise<FastifyInstance> {
  const outside = (door === 'staff' ? guard?.host : publicUrl?.hostname) ?? null;
  const app = fastify({
    logger: false,
    bodyLimit: 16 * 1024,
    forceCloseConnections: true,
    requestTimeout: 30_000,
    schemaController: {
      compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler },
    },
    // An address that cannot even be read comes past the hook below.
    frameworkErrors: (error, request, reply) =>
      void send(reply, meet(request, reply) ?? refuseError(error, door, warn)),
  });
  app.removeContentTypeParser('text/plain');
  readBodies(app);
  app.addHook('onRequest', (request, reply, goOn) => {
    const refusal = meet(request, reply);
    if (refusal === null) return goOn();
    wipeUnread(request);
    send(reply, refusal);
  });
  if (guard) guardStaffDoor(app, guard);
  // After the session, so that without one it is asked for as for any other address.
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if ((await phones?.isHidden(path)) === true) return sendNothing(request, reply);
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    wipeUnread(request);
    // The bytes there are, with the refusal of those that are not.
    const range =
      error.statusCode === 416 && 'headers' in error
        ? readAs(rangeHeaders, error.headers)?.['Content-Range']
        : undefined;
    if (range !== undefined) reply.header('content-range', range);
    return send(reply, refuseError(error, door, warn));
  });
  app.setNotFoundHandler((_, reply) => send(reply, NOTHING_HERE));
  await app.register(fastifyStatic, { serve: false });
  for (const route of routes.filter(({ doors }) => doors.includes(door))) {
    addRoute(app, route, rooms);
  }
  if (files.folders) addFolderRoute(app, files.folders);
  if (door === 'staff') {
    addPrintFileRoute(app, rooms.printing);
    addSlidePictureRoute(app, rooms.slidePictures);
    await addFilmFileRoutes(app, rooms.films);
    addHealthRoutes(app, rooms.store);
  }
  const keeps = (path: string) => door === 'staff' && isPrivateFile(path, guard !== undefined);
  app.get('/*', (request, reply) => sendFile(request, reply, { ...files, isPrivate: keeps }));
  return app;

  /** Every answer carries the strict headers, a refusal too; a stranger is refused before anything else is looked at. */
  function meet(request: FastifyRequest, reply: FastifyReply): Answer | null {
    const { host, origin } = request.headers;
    reply.headers(isOverTls(request) ? { ...DOOR_HEADERS, ...TLS_HEADERS } : DOOR_HEADERS);
    if (!isAllowedOrigin({ host, origin }, door, outside)) return STRANGER;
    return door === 'staff' && isCrossSite(request) ? CROSS_SITE : null;
  }

  // Of a pupil's request only its host may be read (R9): the public address is TLS's where it says https.
  function isOverTls(request: FastifyRequest): boolean {
    if (door === 'pupils') {
      return publicUrl?.protocol === 'https:' && request.headers.host === publicUrl.host;
    }
    return guard !== undefined && isSecure(request, guard);
  }
}

function addRoute(
  app: FastifyInstance,
  { doors, method, path, maxBytes, bytes, mends, handler }: (typeof routes)[number],
  rooms: Classrooms,
): void {
  app.route<{ Params: Record<string, string>; Querystring: Record<string, unknown> }>({
    method,
    url: path,
    bodyLimit: maxBytes,
    exposeHeadRoute: false,
    config: { bytes: bytes === true, mends: mends === true },
    handler: async (request, reply) => {
      const { params, query, headers, body } = request;
      const problem = versionProblem(query['v']);
      if (problem !== null) return send(reply, refuse(409, OLD_PAGE_CODE, problem));
      const asked: Asked = {
        code: params['code'] ?? '',
        question: params['question'] ?? '',
        lesson: params['lesson'] ?? '',
        saved: params['saved'] ?? '',
        picture: params['picture'] ?? '',
        film: params['film'] ?? '',
        after: typeof query['after'] === 'string' ? query['after'] : '',
        session: sessionOf(request),
        key: doors.includes('pupils')
          ? ''
          : (/^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? ''),
        precondition: doors.includes('pupils') ? NO_PRECONDITION : readPrecondition(headers),
        body,
        get gone() {
          return whenGone(reply);
        },
      };
      try {
        return send(reply, await handlers[handler](rooms, asked));
      } finally {
        if (body instanceof Uint8Array) body.fill(0);
      }
    },
  });
}

function whenGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  if (raw.destroyed) gone.abort('gone');
  else raw.once('close', () => gone.abort('gone'));
  return gone.signal;
}

const rangeHeaders = v.object({ 'Content-Range': v.string() });

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if ('status' in answer) {
    if (answer.tag !== undefined) reply.header('etag', answer.tag);
    if (answer.retryAfter !== undefined) reply.header('retry-after', answer.retryAfter);
    return reply.code(answer.status).header('cache-control', 'no-store').send(answer.body);
  }
  reply.hijack();
  let stop = () => {};
  const stream = startEventStream(reply.raw, reply.getHeaders(), () => stop());
  stop = answer.start((event, isLast) => {
    stream.send(event);
    if (isLast) stream.end();
  });
  return reply;
}

type SentFiles = DoorFiles & { isPrivate(path: string): boolean };

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { read, media, isPrivate }: SentFiles,
): Promise<FastifyReply> {
  const path = decodePath(request.url);
  if (path === null) return sendNothing(request, reply);
  if (path === 'favicon.ico') return reply.code(204).send();
  if (media !== null && path.startsWith('media/')) {
    return (await sendMedia(reply, media, path.slice('media/'.length)))
      ? reply
      : send(reply, NOTHING_HERE);
  }
  const asked = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const body = await read(asked);
  if (body !== null) {
    if (asked.endsWith('.html')) {
      const may = pageMay(asked);
      reply.header('content-security-policy', safePolicy(may));
      reply.header('permissions-policy', featurePolicy(may));
    }
    return sendBody(request, reply, { path: asked, body, isPrivate: isPrivate(asked) });
  }
  if (!path.endsWith('/') && (await read(`${path}/index.html`)) !== null) {
    return reply.redirect(`${path.slice(path.lastIndexOf('/') + 1)}/`, 302);
  }
  return sendNothing(request, reply);
}

/** A person who typed an address gets a page; a program gets the refusal. */
function sendNothing({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (headers.accept?.includes('text/html') !== true) return send(reply, NOTHING_HERE);
  return sendPlainPage(reply.code(404), notHerePage());
}

function decodePath(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '').slice(1);
  } catch {
    return null;
  }
}

/** What every answer of a door carries besides: no other site shows it as a part of its own, or holds a window of it. */
const DOOR_HEADERS = {
  ...SAFE_HEADERS,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** For answers that go out by TLS, and for no others: a classroom's network is plain http, and a name would be out of reach there. */
const TLS_HEADERS = { 'strict-transport-security': 'max-age=31536000' } as const;
