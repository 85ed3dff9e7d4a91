/** Where a place to write is a link to one of these, it becomes a field of the PDF (`make-fields.ts`): a browser writes where a link lies on which page, and among the tags, and knows no other way to say so. What stands behind is the field’s kind and its label, `line?What%20falls%20first%3F`. */
export const FIELD = 'https://field.invalid/';
