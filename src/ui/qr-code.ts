import { generate } from 'lean-qr';
import { html, type Html } from '../text/html.ts';

/** The empty border a reader needs, in modules. */
const QUIET = 4;

/** An address as a QR code drawn in one path, named for those who cannot see it. */
export function qrCode(address: string, name: string): Html {
  const code = generate(address);
  const size = code.size + 2 * QUIET;
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
    }
  }
  return html`<svg class="qr" role="img" aria-label="${name}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}" /></svg>`;
}
