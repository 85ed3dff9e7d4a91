import { MIN_PROTOCOL, PROTOCOL } from '../../text/protocol-version.ts';
import type { Link } from './board-link.ts';

/**
 * How messages are parsed: `read` returns null for an invalid one; `other` is called for a message
 * of another version, with true where it comes from a newer page, so that this one is the old one.
 */
export type LinkReader<In> = {
  readonly read: (message: unknown) => In | null;
  readonly other: (isNewer: boolean) => void;
};

/** A link whose messages have a version (R32); none is version 1. One of a version that this page does not know is not read, nor one that is no message. */
export function versionedLink<Out extends object, In extends object>(
  link: Link<Out & { readonly v: number }, unknown>,
  { read, other }: LinkReader<In>,
): Link<Out, In> {
  return {
    send: (message) => link.send({ ...message, v: PROTOCOL }),
    listen: (onMessage) =>
      link.listen((message) => {
        const { v = 1 }: { readonly v?: unknown } = Object(message);
        const known = read(message);
        if (Number(v) < MIN_PROTOCOL || Number(v) > PROTOCOL) other(Number(v) > PROTOCOL);
        else if (known !== null) onMessage(known);
      }),
    close: link.close,
  };
}
