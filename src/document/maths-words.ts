import type { MathsNode } from './maths-nodes.ts';

type MathsElement = Extract<MathsNode, { readonly tag: string }>;

/** A formula in words on one line, for where nothing can be drawn: `x² + 1`, `(a + b)/2`, `√(b² − 4ac)`. */
export function mathsWords(nodes: readonly MathsNode[]): string {
  return wordsOf(nodes).replaceAll(/\s+/g, ' ').trim();
}

function wordsOf(nodes: readonly MathsNode[]): string {
  return nodes
    .map((node, at) => ('text' in node ? node.text : elementWords(node, nodes[at - 1])))
    .join('');
}

const RELATION = /^[=≠<>≤≥≈≡∈∉⊂∪∩+−±×÷→⇒⟹⇔⟺∼∝]$/u;

function elementWords(node: MathsElement, before: MathsNode | undefined): string {
  const { tag, children } = node;
  const [base, first, second] = children;
  const one = (some: MathsNode | undefined) => (some === undefined ? '' : mathsWords([some]));
  switch (tag) {
    case 'mo': {
      const sign = mathsWords(children).replaceAll('\u2061', '');
      if (sign === ',') return ', ';
      // A sign before the first thing, or behind another, belongs to what follows: −b.
      return RELATION.test(sign) && !isSign(before) ? ` ${sign} ` : sign;
    }
    case 'mi': {
      const name = wordsOf(children);
      return name.length > 1 && /^[a-z]+$/.test(name) ? ` ${name} ` : name;
    }
    case 'mspace':
      return ' ';
    case 'mphantom':
      return '';
    case 'mfrac':
      return `${grouped(one(base))}/${grouped(one(first))}`;
    case 'msqrt':
      return `√${grouped(mathsWords(children))}`;
    case 'mroot':
      return `${raised(one(first))}√${grouped(one(base))}`;
    case 'msup':
      return `${one(base)}${raised(one(first))}`;
    case 'msub':
    case 'munder':
      return `${one(base)}${lowered(one(first))}`;
    case 'msubsup':
    case 'munderover':
      return `${one(base)}${lowered(one(first))}${raised(one(second))}`;
    case 'mover':
      return accented(one(base), one(first));
    case 'mtable':
      return children.map(one).join('; ');
    case 'mtr':
      return children.map(one).join(' ');
    default:
      return wordsOf(children);
  }
}

function isSign(before: MathsNode | undefined): boolean {
  return (
    before === undefined ||
    ('tag' in before && before.tag === 'mo' && !/[)\]}|]/.test(mathsWords([before])))
  );
}

// What is more than one thing stands in brackets.
function grouped(words: string): string {
  return /^(?:[\p{N}.]+|\p{L}\p{M}*[⁰¹²³⁴-⁹₀-₉]*|\([^()]*\))$/u.test(words) ? words : `(${words})`;
}

const RAISED = pairs('0123456789+−=()nixy', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣʸ');
const LOWERED = pairs('0123456789+−=()aeinx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢₙₓ');

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const signs = [...to];
  return new Map([...from].map((sign, at) => [sign, signs[at] ?? sign]));
}

function raised(words: string): string {
  if (words === '′' || words === '°' || words === '∘') return words === '∘' ? '°' : words;
  return shifted(words, RAISED) ?? `^${grouped(words)}`;
}

function lowered(words: string): string {
  return shifted(words, LOWERED) ?? `_${grouped(words)}`;
}

function shifted(words: string, signs: ReadonlyMap<string, string>): string | null {
  const all = [...words.replaceAll(' ', '')].map((sign) => signs.get(sign));
  return all.every((sign) => sign !== undefined) ? all.join('') : null;
}

const ACCENTS: Readonly<Record<string, string>> = {
  '‾': '\u0304',
  '¯': '\u0304',
  ˉ: '\u0304',
  '⃗': '\u20D7',
  '^': '\u0302',
  '~': '\u0303',
  '˙': '\u0307',
  '¨': '\u0308',
};

function accented(base: string, over: string): string {
  const accent = ACCENTS[over];
  if (accent === undefined) return `${base}${raised(over)}`;
  return [...base].map((sign) => sign + accent).join('');
}
