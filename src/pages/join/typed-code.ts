import { codeAtEnd, codeText } from '../../room/code.ts';

/** A room code from whatever was typed or pasted: any case, spaces, dots, quotes, even the whole "Room BKT 472". Null when there is none in it. */
export function readTyped(typed: string): string | null {
  return codeAtEnd(
    typed
      .normalize('NFKC')
      .replaceAll(/[^a-z0-9]/gi, '')
      .toUpperCase(),
  );
}

/** The code that a tablet's camera has brought behind a #, which is in no request, as the field shows it: to join is the pupil's own press. */
export function codeOfAddress(): string {
  return codeText(readTyped(location.hash) ?? '');
}
