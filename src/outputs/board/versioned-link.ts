import { MIN_PROTOCOL, PROTOCOL } from '../../text/protocol-version.ts';
import type { Link } from './board-link.ts';

/** A message with its version; none is version 1. */
type Versioned<Message> = Message & { readonly v?: number };

/**
 * A link whose messages have a version (R32). One of a version that this page does not know is not heard: `other` is told
 * instead whether it comes from a newer page, so that this one is the old one.
 */
export function versionedLink<Out extends object, In extends object>(
  link: Link<Versioned<Out>, Versioned<In>>,
  other: (isNewer: boolean) => void,
): Link<Out, In> {
  return {
    send: (message) => link.send({ ...message, v: PROTOCOL }),
    listen: (hear) =>
      link.listen((message) => {
        const { v = 1 } = message;
        if (v < MIN_PROTOCOL || v > PROTOCOL) other(v > PROTOCOL);
        else hear(message);
      }),
    close: link.close,
  };
}
