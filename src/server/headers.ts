import { safePolicy } from './policy.ts';

/** What every page and file carries, wherever it is served: nothing from elsewhere runs, loads or frames. */
export const SAFE_HEADERS = {
  'content-security-policy': safePolicy(),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // What no page of ours ever asks for, and none may. Full screen, the clipboard, a second screen and a screen that stays awake are what it needs.
  'permissions-policy': [
    'camera',
    'microphone',
    'geolocation',
    'display-capture',
    'payment',
    'usb',
    'serial',
    'hid',
    'midi',
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
} as const;

/** What every answer of a door carries besides: no other site shows it as a part of its own, or holds a window of it. */
export const DOOR_HEADERS = {
  ...SAFE_HEADERS,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** For answers that go out by TLS, and for no others: a classroom's network is plain http, and a name would be out of reach there. */
export const TLS_HEADERS = { 'strict-transport-security': 'max-age=31536000' } as const;

/** The content type of every file that is served, by its ending. */
export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  woff2: 'font/woff2',
  woff: 'font/woff',
  vtt: 'text/vtt; charset=utf-8',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

/** The content type of a path by its ending; null for what is never served. */
export function typeOf(path: string): string | null {
  return TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}

/** True for bodies that compression makes smaller. */
export function compresses(type: string): boolean {
  return (
    type.startsWith('text/') ||
    /^application\/(?:manifest\+)?json/.test(type) ||
    type === 'image/svg+xml'
  );
}
