import type { Ballot } from '../../src/room/protocol.ts';

/** A seat's ballot for the first round of a question. */
export function ballotFor(seat: readonly Ballot[], question: string): string {
  return seat.find((one) => one.question === question && one.round === 1)?.ballot ?? '';
}
