/** What one page may more than others: the style it has in it, by its hash (`sha256-…`), and a film that was chosen on this laptop. */
type PageMay = { readonly style?: string | undefined; readonly chosenFilm?: boolean };

/** What a page may run and load: nothing from elsewhere. */
export function safePolicy({ style, chosenFilm = false }: PageMay = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${style === undefined ? '' : ` '${style}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `media-src 'self'${chosenFilm ? ' blob:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What every answer carries: nothing from elsewhere runs, loads or frames (no HSTS: a classroom's network is plain http). */
export const SAFE_HEADERS = {
  'content-security-policy': safePolicy(),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const TYPES: Readonly<Record<string, string>> = {
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
  return type.startsWith('text/') || /^application\/(?:manifest\+)?json/.test(type) || type === 'image/svg+xml';
}
