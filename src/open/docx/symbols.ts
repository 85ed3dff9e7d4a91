// The characters of Wingdings and Symbol that documents of teachers have, by their code.
const WINGDINGS: Readonly<Record<string, string>> = {
  '4A': '🙂',
  '4B': '😐',
  '4C': '🙁',
  '6C': '●',
  '6E': '■',
  '6F': '□',
  A8: '□',
  A7: '▪',
  D8: '➢',
  DF: '←',
  E0: '→',
  E8: '➔',
  F0: '⇨',
  FB: '✗',
  FC: '✓',
  FD: '☒',
  FE: '☑',
};
const SYMBOL: Readonly<Record<string, string>> = {
  '6D': 'μ',
  '70': 'π',
  '71': 'θ',
  '61': 'α',
  '62': 'β',
  '44': 'Δ',
  A3: '≤',
  AE: '→',
  B0: '°',
  B1: '±',
  B3: '≥',
  B4: '×',
  B7: '•',
  B8: '÷',
  B9: '≠',
  BB: '≈',
  D6: '√',
  DE: '⇒',
};

/** A character of a font of symbols as one that every font has; a small box where it is not known. */
export function symbolOf(font: string, code: string): string {
  const short = code
    .toUpperCase()
    .replace(/^F0(?=..$)/, '')
    .padStart(2, '0');
  if (/wingdings$/i.test(font)) return WINGDINGS[short] ?? '▫';
  if (/^symbol$/i.test(font)) return SYMBOL[short] ?? '▫';
  const value = Number.parseInt(code, 16);
  return value >= 32 && value < 0xd800 ? String.fromCharCode(value) : '▫';
}
