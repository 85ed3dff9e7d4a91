import { generate } from 'lean-qr';
import { html, type Html } from '../text/html.ts';

/** The empty border a reader needs, in modules. */
const QUIET = 4;

/** A QR code with its empty border: how many modules each side has, and the dark ones, as runs from left to right. */
export type QrModules = {
  readonly size: number;
  readonly runs: readonly (readonly [x: number, y: number, length: number])[];
};

/** The QR code of an address. */
export function qrModules(address: string): QrModules {
  const code = generate(address);
  const runs: [number, number, number][] = [];
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      const last = runs.at(-1);
      if (!code.get(x, y)) continue;
      if (last?.[1] === y + QUIET && last[0] + last[2] === x + QUIET) last[2] += 1;
      else runs.push([x + QUIET, y + QUIET, 1]);
    }
  }
  return { size: code.size + 2 * QUIET, runs };
}

/** The dark modules as one path of SVG, a module being 1 by 1. */
export function qrPath({ runs }: QrModules): string {
  return runs.map(([x, y, length]) => `M${x} ${y}h${length}v1h-${length}z`).join('');
}

/** An address as a QR code drawn in one path, named for those who cannot see it. */
export function qrCode(address: string, name: string): Html {
  const code = qrModules(address);
  const path = code.runs
    .flatMap(([x, y, length]) => Array.from({ length }, (_, at) => `M${x + at} ${y}h1v1h-1z`))
    .join('');
  return html`<svg class="qr" role="img" aria-label="${name}" viewBox="0 0 ${code.size} ${code.size}" shape-rendering="crispEdges"><path d="${path}" /></svg>`;
}
