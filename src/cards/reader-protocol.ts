import type { CardCounts, ReadingView } from './card-reader.ts';

/** Reads pictures of a camera apart from the page; `read` and `count` are rejected where it did not start. */
export type FrameReader = {
  /** Takes the picture, which is gone after that. */
  read(picture: ImageBitmap): Promise<ReadingView>;
  count(): Promise<CardCounts>;
  end(): void;
};

/** What the reader is asked: to read a picture, or, with null, to count. */
export type ReaderRequest = ImageBitmap | null;

/** What it answers: nothing of it says which card was seen, or where. */
export type ReaderAnswer = { readonly view: ReadingView } | { readonly counts: CardCounts };
