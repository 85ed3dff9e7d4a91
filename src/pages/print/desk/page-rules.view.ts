import pagesCss from '../../../outputs/handouts/pages.css?raw';
import sheetCss from '../../../outputs/handouts/sheet.css?raw';

/** What the style sheets say of the page that a sheet is printed on: its name, and its rule with its margins and feet. */
export type PageRule = { readonly name: string; readonly text: string; readonly margin: string };

const PLAIN: PageRule = { name: 'auto', text: '', margin: '16mm 18mm 20mm' };

// As text: in a folder opened by double-click a browser lets no script read the style sheets of a page.
const rules: readonly CSSRule[] = [sheetCss, pagesCss].flatMap((text) => {
  const read = new CSSStyleSheet();
  read.replaceSync(text);
  return [...read.cssRules].flatMap((rule) =>
    rule instanceof CSSSupportsRule ? [...rule.cssRules] : [rule],
  );
});

/** The page of a sheet, in the layout of the place that it is in. For one sheet alone the body has its page (`body:has(.sheet--work) { page: work }`); here there are several, and each has what browsers without `:has()` are given (`.sheet--work { page: work }`). */
export function pageOf(sheet: Element): PageRule {
  const chosen = rules
    .filter((rule) => rule instanceof CSSStyleRule)
    .findLast((rule) => {
      const [, above = '', within] =
        /^(?:(\.paper-look\S*) )?(\.sheet--\S+)$/.exec(rule.selectorText) ?? [];
      if (within === undefined || rule.style.getPropertyValue('page') === '') return false;
      return sheet.matches(within) && (above === '' || sheet.closest(above) !== null);
    });
  const name = chosen?.style.getPropertyValue('page') ?? '';
  const page = rules
    .filter((rule) => rule instanceof CSSPageRule)
    .findLast(({ selectorText }) => selectorText === name);
  return page === undefined
    ? PLAIN
    : { name, text: page.cssText, margin: page.style.getPropertyValue('margin') || PLAIN.margin };
}

/** What a page of a sheet says in its foot: the sheet's words, and which of its pages it is. */
type PageFoot = {
  readonly words: Readonly<Record<string, string>>;
  readonly page: number;
  readonly pages: number;
};

/** A page's rule under another name, with a sheet's own words and page numbers in its foot in place of those of all that is printed. */
export function pageRuleFor(
  { name, text }: PageRule,
  as: string,
  { words, page, pages }: PageFoot,
): string {
  let rule = text
    .replace(`@page ${name}`, `@page ${as}`)
    .replaceAll('counter(pages)', `"${pages}"`)
    .replaceAll('counter(page)', `"${page}"`);
  for (const [variable, value] of Object.entries(words)) {
    rule = rule.replaceAll(
      new RegExp(`var\\(\\s*--${variable}\\b(?:[^()]|\\([^()]*\\))*\\)`, 'g'),
      () => JSON.stringify(value),
    );
  }
  return rule;
}
