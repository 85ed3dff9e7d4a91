import * as v from 'valibot';
import { number, type Fields } from '../../text/schema.ts';
import { lessonCardSchema } from '../library/lesson-card-schema.ts';
import { paperStyles } from './paper-look.ts';
import type { SheetEntry } from './sheet.ts';
import type { ToPrint } from './to-print.ts';

const sheetEntry = v.object({
  id: v.string(),
  title: v.string(),
  about: v.string(),
  audience: v.picklist(['pupils', 'staff', 'lead', 'parents', 'governors']),
  copies: v.picklist(['once', 'one', 'each pupil', 'each pair', 'each four', 'each adult']),
  pile: v.picklist(['before', 'desk', 'class', 'after', 'pack']),
  essential: v.boolean(),
  paper: v.picklist(['A4', 'A3']),
  perPage: v.object({
    standard: v.exactOptional(number),
    large: v.exactOptional(number),
    spaced: v.exactOptional(number),
  } satisfies Fields<SheetEntry['perPage']>),
  oneSided: v.boolean(),
  item: v.nullable(number),
  address: v.string(),
  styles: v.array(v.picklist(paperStyles)),
} satisfies Fields<SheetEntry>);

/** A lesson in it. */
export const lessonToPrintSchema = v.object({
  card: lessonCardSchema,
  sheets: v.array(sheetEntry),
} satisfies Fields<ToPrint['lessons'][number]>);

/** `print.json`. */
export const toPrintSchema = v.object({
  lessons: v.array(lessonToPrintSchema),
  school: v.array(sheetEntry),
} satisfies Fields<ToPrint>);
