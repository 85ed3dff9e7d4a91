import { MIN_PROTOCOL, PROTOCOL } from '../../text/protocol-version.ts';
import type { Link } from './board-link.ts';

/**
 * A reader of what has a version (R32); what says none is of version 1. What is of a version that this page does not know is
 * null, like what is no message, and `other` is called, with true where
 * that version is newer, so that this page is the old one.
 */
export function versionedReader<In>(
  read: (message: unknown) => In | null,
  other: (isNewer: boolean) => unknown,
): (message: unknown) => In | null {
  return (message) => {
    const { v = 1 }: { readonly v?: unknown } = Object(message);
    if (Number(v) >= MIN_PROTOCOL && Number(v) <= PROTOCOL) return read(message);
    other(Number(v) > PROTOCOL);
    return null;
  };
}

/** A link whose messages have a version (R32); `read` is a `versionedReader` of them. */
export function versionedLink<Out extends object, In extends object>(
  link: Link<Out & { readonly v: number }, unknown>,
  read: (message: unknown) => In | null,
): Link<Out, In> {
  return {
    send: (message) => link.send({ ...message, v: PROTOCOL }),
    listen: (onMessage) =>
      link.listen((message) => {
        const known = read(message);
        if (known !== null) onMessage(known);
      }),
    close: link.close,
  };
}
