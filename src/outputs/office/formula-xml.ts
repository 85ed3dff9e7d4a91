import type { MathsNode } from '../../document/maths-nodes.ts';
import { own } from '../../text/own.ts';
import { element, xmlWords } from './office-xml.ts';

type Parent = Exclude<MathsNode, { readonly text: string }>;

/** A formula as Office writes it (ECMA-376, Office Math), `m:oMath`, whose namespace stands above it. `look` is what each of its runs begins with: the properties of the format it is in. */
export function formulaXml(nodes: readonly MathsNode[], look: string): string {
  return element('m:oMath', {}, rowXml(nodes, look));
}

function rowXml(nodes: readonly MathsNode[], look: string): string {
  return formulaParts(nodes, look).join('');
}

/** What is in a formula, each part an element of its own. */
export function formulaParts(nodes: readonly MathsNode[], look: string): readonly string[] {
  const row = nodes.flatMap(opened).filter((node) => !isBlank(node));
  const parts: string[] = [];
  for (let at = 0; at < row.length; at += 1) {
    const node = row[at];
    if (node === undefined) break;
    const big = bigOf(node);
    const next = row[at + 1];
    if (big === null) parts.push(nodeXml(node, look));
    else {
      // What is summed stands within its sign.
      parts.push(naryXml(big, next === undefined ? [] : [next], look));
      at += 1;
    }
  }
  return parts.filter((part) => part !== '');
}

// What only holds others together, but for what stands between brackets that grow.
function opened(node: MathsNode): readonly MathsNode[] {
  if ('text' in node || !HOLDERS.has(node.tag) || fencesOf(node) !== null) return [node];
  return node.children.flatMap(opened);
}

const HOLDERS: ReadonlySet<string> = new Set('math mrow mstyle mpadded menclose'.split(' '));

function isBlank(node: MathsNode): boolean {
  if ('text' in node) return node.text === '';
  return node.tag === 'mphantom' || (node.tag === 'mo' && /^[\u2061-\u2064]?$/.test(textOf(node)));
}

function textOf(node: MathsNode): string {
  return 'text' in node ? node.text : node.children.map(textOf).join('');
}

function nodeXml(node: MathsNode, look: string): string {
  if ('text' in node) return runXml(node.text, look, false);
  const [first, second, third] = node.children;
  const part = (name: string, one: MathsNode | undefined) =>
    element(`m:${name}`, {}, one === undefined ? '' : rowXml([one], look));
  switch (node.tag) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext': {
      const words = textOf(node);
      const isUpright =
        node.tag !== 'mi' || [...words].length > 1 || node.attributes['mathvariant'] === 'normal';
      return runXml(words, look, isUpright);
    }
    case 'mspace':
      return runXml(' ', look, true);
    case 'mfrac': {
      const isBare = (node.attributes['linethickness'] ?? '').startsWith('0');
      const properties = isBare
        ? element('m:fPr', {}, element('m:type', { 'm:val': 'noBar' }))
        : '';
      return element('m:f', {}, properties + part('num', first) + part('den', second));
    }
    case 'msup':
      return element('m:sSup', {}, part('e', first) + part('sup', second));
    case 'msub':
      return element('m:sSub', {}, part('e', first) + part('sub', second));
    case 'msubsup':
      return element('m:sSubSup', {}, part('e', first) + part('sub', second) + part('sup', third));
    case 'msqrt':
      return radical('', node.children, look);
    case 'mroot':
      return radical(
        second === undefined ? '' : rowXml([second], look),
        first === undefined ? [] : [first],
        look,
      );
    case 'munder':
      return isBar(second)
        ? barXml(first, 'bot', look)
        : element('m:limLow', {}, part('e', first) + part('lim', second));
    case 'mover':
      return overXml(first, second, look);
    case 'munderover':
      return element(
        'm:limUpp',
        {},
        element('m:e', {}, element('m:limLow', {}, part('e', first) + part('lim', second))) +
          part('lim', third),
      );
    case 'mtable':
      return tableXml(node, look);
    default: {
      const fences = fencesOf(node);
      return fences === null ? rowXml(node.children, look) : fencedXml(fences, look);
    }
  }
}

function runXml(words: string, look: string, isUpright: boolean): string {
  if (words === '') return '';
  const style = isUpright ? element('m:rPr', {}, element('m:sty', { 'm:val': 'p' })) : '';
  return element('m:r', {}, `${style}${look}<m:t xml:space="preserve">${xmlWords(words)}</m:t>`);
}

function radical(degree: string, inside: readonly MathsNode[], look: string): string {
  const hidden =
    degree === '' ? element('m:radPr', {}, element('m:degHide', { 'm:val': '1' })) : '';
  return element(
    'm:rad',
    {},
    `${hidden}${element('m:deg', {}, degree)}${element('m:e', {}, rowXml(inside, look))}`,
  );
}

/** Signs of sums and the like, which stand before what they are of. */
const BIG = /^[∑∏∐∫∬∭∮⋃⋂]$/u;

type Big = {
  readonly sign: string;
  readonly sub: MathsNode | null;
  readonly sup: MathsNode | null;
};

function bigOf(node: MathsNode): Big | null {
  if ('text' in node) return null;
  const [base = node, one = null, other = null] = node.children;
  if (node.tag === 'mo') {
    return BIG.test(textOf(node)) ? { sign: textOf(node), sub: null, sup: null } : null;
  }
  const sign = textOf(base);
  if (!BIG.test(sign)) return null;
  switch (node.tag) {
    case 'munderover':
    case 'msubsup':
      return { sign, sub: one, sup: other };
    case 'munder':
    case 'msub':
      return { sign, sub: one, sup: null };
    case 'mover':
    case 'msup':
      return { sign, sub: null, sup: one };
    default:
      return null;
  }
}

function naryXml({ sign, sub, sup }: Big, inside: readonly MathsNode[], look: string): string {
  const properties = [
    element('m:chr', { 'm:val': sign }),
    element('m:limLoc', { 'm:val': /[∫∬∭∮]/u.test(sign) ? 'subSup' : 'undOvr' }),
    ...(sub === null ? [element('m:subHide', { 'm:val': '1' })] : []),
    ...(sup === null ? [element('m:supHide', { 'm:val': '1' })] : []),
  ];
  const part = (name: string, one: MathsNode | null) =>
    element(`m:${name}`, {}, one === null ? '' : rowXml([one], look));
  return element(
    'm:nary',
    {},
    `${element('m:naryPr', {}, properties.join(''))}${part('sub', sub)}${part('sup', sup)}${element('m:e', {}, rowXml(inside, look))}`,
  );
}

const BARS: ReadonlySet<string> = new Set(['‾', '¯', '_', '\u0305', '―', '─']);

function isBar(node: MathsNode | undefined): boolean {
  return node !== undefined && BARS.has(textOf(node));
}

function barXml(base: MathsNode | undefined, place: 'top' | 'bot', look: string): string {
  return element(
    'm:bar',
    {},
    element('m:barPr', {}, element('m:pos', { 'm:val': place })) +
      element('m:e', {}, base === undefined ? '' : rowXml([base], look)),
  );
}

const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '→': '\u20d7',
  '⃗': '\u20d7',
  '˙': '\u0307',
  '¨': '\u0308',
};

function overXml(base: MathsNode | undefined, above: MathsNode | undefined, look: string): string {
  if (isBar(above)) return barXml(base, 'top', look);
  const inside = base === undefined ? '' : rowXml([base], look);
  const sign = own(ACCENTS, above === undefined ? '' : textOf(above));
  if (sign !== undefined) {
    const properties = element('m:accPr', {}, element('m:chr', { 'm:val': sign }));
    return element('m:acc', {}, properties + element('m:e', {}, inside));
  }
  return element(
    'm:limUpp',
    {},
    element('m:e', {}, inside) +
      element('m:lim', {}, above === undefined ? '' : rowXml([above], look)),
  );
}

function tableXml(node: Parent, look: string): string {
  const rows = node.children.flatMap((row) =>
    'text' in row
      ? []
      : [row.children.flatMap((cell) => ('text' in cell ? [] : [rowXml(cell.children, look)]))],
  );
  const count = rows.reduce((max, row) => Math.max(max, row.length), 1);
  const columns = element(
    'm:mPr',
    {},
    element(
      'm:mcs',
      {},
      element(
        'm:mc',
        {},
        element(
          'm:mcPr',
          {},
          element('m:count', { 'm:val': count }) + element('m:mcJc', { 'm:val': 'left' }),
        ),
      ),
    ),
  );
  const cells = (row: readonly string[]) =>
    Array.from({ length: count }, (_, at) => element('m:e', {}, row[at] ?? '')).join('');
  return element('m:m', {}, columns + rows.map((row) => element('m:mr', {}, cells(row))).join(''));
}

type Fences = {
  readonly begin: string;
  readonly end: string;
  readonly inside: readonly MathsNode[];
};

// `\left( … \right)`: brackets at both ends of a row, of which one may be none.
function fencesOf(node: Parent): Fences | null {
  const [first] = node.children;
  const last = node.children.at(-1);
  if (node.tag !== 'mrow' || node.children.length < 2 || !isFence(first) || !isFence(last)) {
    return null;
  }
  return {
    begin: first === undefined ? '' : textOf(first),
    end: last === undefined ? '' : textOf(last),
    inside: node.children.slice(1, -1),
  };
}

function isFence(node: MathsNode | undefined): boolean {
  return (
    node !== undefined && 'tag' in node && node.tag === 'mo' && node.attributes['fence'] === 'true'
  );
}

function fencedXml({ begin, end, inside }: Fences, look: string): string {
  const properties = element(
    'm:dPr',
    {},
    element('m:begChr', { 'm:val': begin }) + element('m:endChr', { 'm:val': end }),
  );
  return element('m:d', {}, properties + element('m:e', {}, rowXml(inside, look)));
}
