import * as v from 'valibot';
import { readAs, whole, type Fields, type Schema } from '../../text/schema.ts';
import { paperFonts, paperStyles, type PaperLook, type PaperStyle } from './paper-look.ts';
import { MAX_PEOPLE } from './pile.ts';

/** What a teacher asks to have printed as PDFs: sheets of one lesson, or the school’s own, each so many times. */
export type PrintOrder = Pick<PaperLook, 'font'> & {
  /** The lesson; null for the school’s own sheets. */
  readonly lesson: string | null;
  /** In the order they are to lie. */
  readonly sheets: readonly {
    readonly id: string;
    readonly style: PaperStyle;
    readonly copies: number;
  }[];
  /** One PDF, or a zip of one for each sheet. */
  readonly as: 'pile' | 'zip';
  readonly bothSides: boolean;
  /** What is chosen of the lesson for today, as the teacher’s browser keeps it; empty where nothing is. */
  readonly today: string;
  /** Its version, as that browser remembers it; not there for the whole lesson. */
  readonly version?: string;
};

/** How far an order is; `ahead` is how many others are printed before it. */
export type PrintState =
  | { readonly state: 'waiting'; readonly ahead: number }
  | {
      readonly state: 'printing';
      readonly done: number;
      readonly of: number;
      readonly doing: string;
    }
  | {
      readonly state: 'ready';
      readonly file: string;
      readonly bytes: number;
      readonly pages: number;
    }
  | { readonly state: 'failed'; readonly message: string };

/** Whose turn it is while an order waits. */
export function formatQueue({ ahead }: Extract<PrintState, { readonly state: 'waiting' }>): string {
  switch (ahead) {
    case 0:
      return 'Yours are next.';
    case 1:
      return 'Someone else’s PDFs come first. Yours are next.';
  }
  return `PDFs for ${ahead} other people come first.`;
}

const MAX_SHEETS = 100;
const MAX_COPIES = 2000;
const MAX_TODAY = 12_000;
const MAX_VERSION = 1000;

const printOrder = v.object({
  lesson: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  sheets: v.pipe(
    v.array(v.unknown()),
    v.nonEmpty(),
    v.maxLength(MAX_SHEETS),
    v.array(
      v.object({
        id: v.pipe(v.string(), v.maxLength(100)),
        style: v.picklist(paperStyles),
        copies: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PEOPLE)),
      }),
    ),
    v.check((sheets) => sheets.reduce((sum, { copies }) => sum + copies, 0) <= MAX_COPIES),
  ),
  as: v.picklist(['pile', 'zip']),
  bothSides: v.boolean(),
  today: v.pipe(v.string(), v.maxLength(MAX_TODAY)),
  version: v.exactOptional(v.pipe(v.string(), v.maxLength(MAX_VERSION))),
  font: v.picklist(paperFonts),
} satisfies Fields<PrintOrder>);

/** An order as it was sent; null when it has another shape, or is for more than any class. */
export function readPrintOrder(body: unknown): PrintOrder | null {
  return readAs(printOrder, body);
}

/** What the program answers to an order, and each time it is asked how far it is. */
export const printStateSchema: Schema<PrintState> = v.variant('state', [
  v.object({ state: v.literal('waiting'), ahead: whole }),
  v.object({ state: v.literal('printing'), done: whole, of: whole, doing: v.string() }),
  v.object({
    state: v.literal('ready'),
    file: v.string(),
    bytes: whole,
    pages: whole,
    job: v.exactOptional(v.string()),
  }),
  v.object({ state: v.literal('failed'), message: v.string() }),
]);
