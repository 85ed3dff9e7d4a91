/** A text with its entities as the characters they stand for: by their number, or by a name of the table; any other stays as it is. None stands for another entity, so a text never grows. */
export function decodeEntities(text: string, names: Readonly<Record<string, string>>): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6}\d{0,2});/gi,
    (whole: string, name: string) => {
      if (!name.startsWith('#')) return names[name] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : '';
    },
  );
}
