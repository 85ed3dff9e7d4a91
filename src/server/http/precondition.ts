import type { IncomingHttpHeaders } from 'node:http';

/** What a writer asks to be so: the version that was read (`If-Match: "N"`), that there is nothing yet (`If-None-Match: *`); `none` where a request asks neither. */
export type Precondition =
  | { readonly is: 'none' }
  | { readonly is: 'absent' }
  | { readonly is: 'version'; readonly version: number };

/** A request that asks for nothing. */
export const NO_PRECONDITION: Precondition = { is: 'none' };

/** Reads the two headers; any other form of them, and both at once, is none. */
export function readPrecondition(headers: IncomingHttpHeaders): Precondition {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  if (match === undefined) return noneMatch === '*' ? { is: 'absent' } : NO_PRECONDITION;
  const version = /^"([1-9]\d{0,14})"$/.exec(match)?.[1];
  return version === undefined || noneMatch !== undefined
    ? NO_PRECONDITION
    : { is: 'version', version: Number(version) };
}
