import { HtmlValidate } from 'html-validate';

// How a doctype, an element without an end and a line's end are written is the formatter's business.
const style = {
  'doctype-style': 'off',
  'void-style': 'off',
  'no-trailing-whitespace': 'off',
} as const;
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  elements: ['html5'],
  rules: style,
});

/** Where a page does not keep the rules of HTML, a sentence each. */
export async function htmlFindings(page: string, name: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(page, name);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId}: ${message}`),
  );
}
