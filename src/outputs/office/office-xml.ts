/** Words without the characters that no XML may have. */
export function allowedInXml(words: string): string {
  return words.toWellFormed().replaceAll(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '');
}

/** Words as XML has them, between tags or in quotes; a character that no XML may have is left out. */
export function xmlWords(words: string): string {
  return allowedInXml(words)
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    .replaceAll(/[\r\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** An element of XML: its attributes, of which those that are null are left out, and what is in it. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
  inside = '',
): string {
  const all = Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${xmlWords(String(value))}"`))
    .join('');
  return inside === '' ? `<${name}${all}/>` : `<${name}${all}>${inside}</${name}>`;
}

/** A part of an Office file, whole. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}
