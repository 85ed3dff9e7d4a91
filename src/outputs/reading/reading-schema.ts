import * as v from 'valibot';
import { helpTopics } from '../../subjects/help-topics.ts';
import { whole, type Fields, type Schema } from '../../text/schema.ts';
import type { Reading, ReadingSlide, ReadingView } from './reading.ts';

const slide = v.object({
  id: v.string(),
  // Slides of any kind are shown as they come.
  kind: v.custom<ReadingSlide['kind']>((kind) => typeof kind === 'string'),
  html: v.string(),
} satisfies Fields<ReadingSlide>);

const reading = {
  title: v.string(),
  slide: v.nullable(v.string()),
  cover: v.picklist(['none', 'pause', 'help']),
  asking: v.boolean(),
  help: v.exactOptional(v.picklist([...helpTopics, 'none'])),
  slides: v.array(slide),
} satisfies Fields<Reading>;

/** The answer to `GET reading`. */
export const readingViewSchema: Schema<ReadingView> = v.variant('state', [
  v.object({ ...reading, state: v.literal('open'), n: whole }),
  v.object({ state: v.literal('finished'), n: whole }),
]);
