import type { PhonePresence } from '../../../room/phone-protocol.ts';

/** The desk's line to a phone as its dialog shows it. */
export type PhoneLine = {
  readonly code: string;
  /** null after a reload: the words are shown by the page that made them, and nowhere kept. */
  readonly words: string | null;
  readonly phone: PhonePresence;
};

/** The desk's end of the line. */
export type PhoneDesk = {
  /** null where there is none. */
  line(): PhoneLine | null;
  /** What did not work, in a sentence. */
  trouble(): string;
  /** A new line, in place of one that there is: a phone that joined by that is cut off. */
  open(): Promise<void>;
  /** Cuts the phone off. */
  end(): Promise<void>;
};

/** What the page knows of a phone before it loads the rest. */
export type PhonePart = {
  /** True where the school lets a phone be used, and there is a program that it can reach. */
  isOffered(): boolean;
  /** null until it is loaded. */
  desk(): PhoneDesk | null;
  load(): Promise<void>;
};
