import { childAt, childrenOf, wordsIn, type XmlElement } from './xml.ts';

/** A formula of Word or PowerPoint, `m:oMath`, in TeX: fractions, powers, roots, sums, brackets, rows; what else there is keeps its words. */
export function formulaTex(element: XmlElement): string {
  return childrenOf(element).map(texOf).join('').trim();
}

function texOf(element: XmlElement): string {
  const part = (name: string) => {
    const found = childAt(element, name);
    return found === undefined ? '' : formulaTex(found);
  };
  const property = (name: string) =>
    childrenOf(childAt(element, `${element.name}Pr`), name)[0]?.attributes.get('m:val');
  switch (element.name) {
    case 'm:r':
      return runTex(element);
    case 'm:f':
      return property('m:type') === 'lin'
        ? `${part('m:num')}/${part('m:den')}`
        : `\\frac{${part('m:num')}}{${part('m:den')}}`;
    case 'm:sSup':
      return `{${part('m:e')}}^{${part('m:sup')}}`;
    case 'm:sSub':
      return `{${part('m:e')}}_{${part('m:sub')}}`;
    case 'm:sSubSup':
      return `{${part('m:e')}}_{${part('m:sub')}}^{${part('m:sup')}}`;
    case 'm:rad': {
      const degree = part('m:deg');
      return degree === '' ? `\\sqrt{${part('m:e')}}` : `\\sqrt[${degree}]{${part('m:e')}}`;
    }
    case 'm:nary': {
      const sign = NARY[property('m:chr') ?? '∫'] ?? '\\int';
      const [sub, sup] = [part('m:sub'), part('m:sup')];
      return `${sign}${sub === '' ? '' : `_{${sub}}`}${sup === '' ? '' : `^{${sup}}`} {${part('m:e')}}`;
    }
    case 'm:d': {
      const inner = childrenOf(element, 'm:e').map(formulaTex).join(', ');
      return `\\left${bracket(property('m:begChr') ?? '(')} ${inner} \\right${bracket(property('m:endChr') ?? ')')}`;
    }
    case 'm:func':
      return `${part('m:fName')} ${part('m:e')}`;
    case 'm:bar':
      return `\\overline{${part('m:e')}}`;
    case 'm:acc':
      return `${ACCENTS[property('m:chr') ?? '\u0302'] ?? '\\hat'}{${part('m:e')}}`;
    case 'm:eqArr':
    case 'm:m': {
      const rows =
        element.name === 'm:m'
          ? childrenOf(element, 'm:mr').map((row) =>
              childrenOf(row, 'm:e').map(formulaTex).join(' & '),
            )
          : childrenOf(element, 'm:e').map(formulaTex);
      return `\\begin{matrix}${rows.join(' \\\\ ')}\\end{matrix}`;
    }
    default:
      return element.name.endsWith('Pr') ? '' : formulaTex(element);
  }
}

function runTex(run: XmlElement): string {
  const words = childrenOf(run, 'm:t').map(wordsIn).join('');
  if (NAMES.has(words.trim())) return `\\${words.trim()} `;
  if (/^\p{L}{2,}$/u.test(words.trim())) return `\\text{${words}}`;
  return [...words].map((one) => SIGNS[one] ?? one).join('');
}

const NAMES: ReadonlySet<string> = new Set(
  'sin cos tan log ln lim max min sinh cosh tanh exp'.split(' '),
);
const NARY: Readonly<Record<string, string>> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∬': '\\iint',
  '∮': '\\oint',
  '⋃': '\\bigcup',
  '⋂': '\\bigcap',
};
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0302': '\\hat',
  '\u0305': '\\overline',
  '\u20d7': '\\vec',
  '\u0307': '\\dot',
  '\u0303': '\\tilde',
};
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\backslash ',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '^': '\\wedge ',
  '~': '\\sim ',
  $: '',
  '×': '\\times ',
  '÷': '\\div ',
  '±': '\\pm ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '≈': '\\approx ',
  '∞': '\\infty ',
  '→': '\\to ',
  '⋅': '\\cdot ',
  '·': '\\cdot ',
  '°': '^{\\circ}',
  π: '\\pi ',
  θ: '\\theta ',
  α: '\\alpha ',
  β: '\\beta ',
  γ: '\\gamma ',
  λ: '\\lambda ',
  μ: '\\mu ',
  σ: '\\sigma ',
  Δ: '\\Delta ',
  Ω: '\\Omega ',
  '−': '-',
};

function bracket(sign: string): string {
  if (sign === '') return '.';
  if (sign === '{' || sign === '}') return `\\${sign}`;
  return /^[()[\]|]$/.test(sign) ? sign : '.';
}
