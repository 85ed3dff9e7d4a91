import type { Slide } from '../../lesson/lesson.ts';
import type { AskedQuestion } from '../../room/protocol.ts';
import type { Html } from '../../text/html.ts';

/** One kind of slide. */
export type SlideKind = Slide['kind'];

/** A slide of one kind, as the lesson has it. */
export type SlideOf<Kind extends SlideKind> = Extract<Slide, { kind: Kind }>;

/** What a slide may need from the lesson around it. */
export type Around = { readonly nation: string; readonly questions: readonly AskedQuestion[] };

/** Makes the inside of a slide's `<section>`. */
export type SlideHtml<Kind extends SlideKind> = (slide: SlideOf<Kind>, around: Around) => Html;
