import type { MathsNode } from './maths-nodes.ts';

type MathsElement = Extract<MathsNode, { readonly tag: string }>;

/** A formula in words on one line, for where nothing can be drawn: `x² + 1`, `(a + b)/2`, `√(b² − 4ac)`. */
export function mathsWords(nodes: readonly MathsNode[]): string {
  return wordsOf(nodes).replaceAll(/\s+/g, ' ').trim();
}

/** What stands on both sides of something, if anything does. */
type Around = { readonly before: MathsNode | undefined; readonly after: MathsNode | undefined };

const ALONE: Around = { before: undefined, after: undefined };

function wordsOf(nodes: readonly MathsNode[], { before, after }: Around = ALONE): string {
  return nodes
    .map((node, at) =>
      'text' in node
        ? node.text
        : elementWords(node, { before: nodes[at - 1] ?? before, after: nodes[at + 1] ?? after }),
    )
    .join('');
}

const RELATION = /^[=≠<>≤≥≈≡∈∉⊂∪∩+−±×÷→⇒⟹⇔⟺∼∝]$/u;

function elementWords(node: MathsElement, around: Around): string {
  const { tag, children } = node;
  const { before } = around;
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
      if (node.attributes['linethickness'] !== undefined) {
        return `${one(base)} choose ${one(first)}`;
      }
      return fractionWords(`${grouped(one(base))}/${grouped(one(first))}`, around);
    case 'msqrt':
      return rootWords(`√${grouped(mathsWords(children))}`, around);
    case 'mroot':
      return rootWords(`${raised(one(first))}√${grouped(one(base))}`, around);
    case 'msup':
      return `${whole(base)}${raised(one(first))}`;
    case 'msub':
    case 'munder':
      return `${whole(base)}${lowered(one(first))}${gapBehind(base)}`;
    case 'msubsup':
    case 'munderover':
      return `${whole(base)}${lowered(one(first))}${raised(one(second))}${gapBehind(base)}`;
    case 'mover':
      return accented(one(base), one(first));
    case 'mtable':
      return children.map(one).join('; ');
    case 'mtr':
      return children.map(one).join(' ');
    default:
      return wordsOf(children, around);
  }
}

function isSign(before: MathsNode | undefined): boolean {
  return (
    before === undefined ||
    ('tag' in before && before.tag === 'mo' && !/[)\]}|]/.test(mathsWords([before])))
  );
}

// On one line “21/2” would be another number than two and a half, and “1/2x” may be one over 2x.
function fractionWords(words: string, { before, after }: Around): string {
  if (isOperand(after, OPENING)) return `(${words})`;
  if (before !== undefined && 'tag' in before && before.tag === 'mn') return ` ${words}`;
  return isOperand(before, CLOSING) ? `(${words})` : words;
}

function rootWords(words: string, { after }: Around): string {
  return isOperand(after, OPENING) ? `(${words})` : words;
}

const OPENING = /^[([]$/;
// With the sign that no one sees between a function and what it is of.
const CLOSING = /^[)\]\u2061]$/;

// What a fraction beside it would be multiplied by, or is the argument of.
function isOperand(beside: MathsNode | undefined, bracket: RegExp): boolean {
  if (beside === undefined || 'text' in beside) return false;
  switch (beside.tag) {
    case 'mspace':
    case 'mtext':
    case 'mphantom':
      return false;
    case 'mo':
      return bracket.test(wordsOf(beside.children));
    default:
      return true;
  }
}

// The base of a power holds together.
function whole(base: MathsNode | undefined): string {
  if (base === undefined) return '';
  const words = mathsWords([base]);
  return isDrawnHigh(base) ? grouped(words) : words;
}

function isDrawnHigh(node: MathsNode): boolean {
  if ('text' in node) return false;
  if (/^(?:mfrac|msqrt|mroot)$/.test(node.tag)) return true;
  const [only, ...more] = node.children;
  return only !== undefined && more.length === 0 && isDrawnHigh(only);
}

// The bounds of a sum or a limit are not read together with what comes after.
function gapBehind(base: MathsNode | undefined): string {
  if (base === undefined || !('tag' in base)) return '';
  return base.tag === 'mo' || mathsWords([base]).length > 1 ? ' ' : '';
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
