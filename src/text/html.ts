const DRAW = Symbol('draw');

/** A piece of HTML that is safe to put into a page as it stands. It is drawn when it is asked for, so that who asks can say how words in braces are to be drawn. */
export type Html = {
  readonly [DRAW]: (pen: Pen) => string;
  /** As it is without any names: words in braces stay as they are. */
  readonly toString: () => string;
};

/** What may be put into a template: nothing for null, and everything but `Html` is escaped. */
export type Value = Html | string | number | boolean | null | undefined | readonly Value[];

/** How a template becomes markup: its own strings, and between them the values. */
export type Pen = (strings: readonly string[], values: readonly Value[]) => string;

/** The escaping template: every value put in is escaped, unless it is itself `Html`. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return drawnBy((pen) => pen(strings, values));
}

/** Marks HTML that another of our functions has already made safe (rendered and sanitised Markdown, an icon). */
export function trusted(markup: string): Html {
  return drawnBy(() => markup);
}

/** HTML that a function of ours makes safe, with the pen it is given. */
export function drawnBy(draw: (pen: Pen) => string): Html {
  return { [DRAW]: draw, toString: () => draw(plainPen) };
}

/** A value as markup; `write` makes safe markup of words. */
export function drawValue(
  value: Value,
  pen: Pen,
  write: (words: string) => string = escapeHtml,
): string {
  if (value === null || value === undefined) return '';
  if (isList(value)) return value.map((one) => drawValue(one, pen, write)).join('');
  return typeof value === 'object' ? value[DRAW](pen) : write(String(value));
}

/** Words as they stand in HTML, between tags or in quotes. */
export function escapeHtml(words: string): string {
  return words.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Leaves names in braces as they are. */
export function plainPen(strings: readonly string[], values: readonly Value[]): string {
  return strings.map((own, at) => own + drawValue(values[at], plainPen)).join('');
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
