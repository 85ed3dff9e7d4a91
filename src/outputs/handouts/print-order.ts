import { paperFonts, paperStyles, type PaperLook } from './paper-look.ts';
import { MAX_PEOPLE } from './pile.ts';

/** What a teacher asks to have printed as PDFs: sheets of one lesson, or the school’s own, each so many times. */
export type PrintOrder = PaperLook & {
  /** The lesson; null for the school’s own sheets. */
  readonly lesson: string | null;
  /** In the order they are to lie. */
  readonly sheets: readonly { readonly id: string; readonly copies: number }[];
  /** One PDF, or a zip of one for each sheet. */
  readonly as: 'pile' | 'zip';
  readonly bothSides: boolean;
  /** What is chosen of the lesson for today, as the teacher’s browser keeps it; empty for the whole lesson. */
  readonly today: string;
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

/** An order as it was sent; null when it has another shape, or is for more than any class. */
export function readPrintOrder(body: unknown): PrintOrder | null {
  if (typeof body !== 'object' || body === null) return null;
  const { lesson, sheets, as, bothSides, today, style, font } = body as Readonly<
    Record<string, unknown>
  >;
  const look = {
    style: paperStyles.find((one) => one === style),
    font: paperFonts.find((one) => one === font),
  };
  if (
    !(lesson === null || (typeof lesson === 'string' && lesson.length <= 200)) ||
    !Array.isArray(sheets)
  ) {
    return null;
  }
  if (look.style === undefined || look.font === undefined || (as !== 'pile' && as !== 'zip')) {
    return null;
  }
  if (typeof bothSides !== 'boolean' || typeof today !== 'string' || today.length > MAX_TODAY) {
    return null;
  }
  const wanted = sheets.slice(0, MAX_SHEETS + 1).map(readSheet);
  const all = wanted.filter((one) => one !== null);
  const copies = all.reduce((sum, one) => sum + one.copies, 0);
  if (
    all.length !== wanted.length ||
    all.length === 0 ||
    all.length > MAX_SHEETS ||
    copies > MAX_COPIES
  ) {
    return null;
  }
  return { lesson, sheets: all, as, bothSides, today, style: look.style, font: look.font };
}

function readSheet(one: unknown): PrintOrder['sheets'][number] | null {
  if (typeof one !== 'object' || one === null || !('id' in one) || !('copies' in one)) return null;
  const { id, copies } = one;
  if (typeof id !== 'string' || id.length > 100 || typeof copies !== 'number') return null;
  return Number.isInteger(copies) && copies >= 1 && copies <= MAX_PEOPLE ? { id, copies } : null;
}
