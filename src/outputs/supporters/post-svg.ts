import { palette } from '../../ui/palette.ts';
import { qrPath } from '../../ui/qr-code.ts';
import { html, type Html } from '../../text/html.ts';
import type { PictureSize } from './post-picture.ts';
import type { Box, Drawn, Shape } from './shape.ts';

/**
 * What an SVG of a post needs besides its shapes: its words for people who cannot see it, and a
 * logo as a data address, if there is one.
 */
export type SvgParts = { readonly alt: string; readonly logo?: string };

/** The picture as SVG, for a page or a file. */
export function postSvg(
  { shapes, logo: place }: Drawn,
  { width, height }: PictureSize,
  { alt, logo = '' }: SvgParts,
): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${alt}">${shapes.map(shape)}${logo === '' ? '' : image(place, logo)}</svg>`;
}

function shape(one: Shape): Html {
  const fill = palette[one.fill];
  switch (one.kind) {
    case 'box': {
      const [x, y, width, height] = one.at;
      return html`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${one.round}" fill="${fill}"/>`;
    }
    case 'dot':
      return html`<circle cx="${tidy(one.x)}" cy="${tidy(one.y)}" r="${tidy(one.r)}" fill="${fill}" opacity="${one.opacity}"/>`;
    case 'corners':
      return html`<polygon points="${one.points.map(([x, y]) => `${tidy(x)},${tidy(y)}`).join(' ')}" fill="${fill}" stroke="${fill}" stroke-width="12" stroke-linejoin="round"/>`;
    case 'code': {
      const [x, y, side] = one.at;
      return html`<path transform="translate(${x} ${y}) scale(${tidy((side / one.code.size) * 100) / 100})" d="${qrPath(one.code)}" fill="${fill}" shape-rendering="crispEdges"/>`;
    }
    case 'words':
      return html`<text x="${tidy(one.x)}" y="${one.y}" font-family="Lexend, Verdana, sans-serif" font-weight="600" font-size="${one.size}" text-anchor="middle" textLength="${one.width}" lengthAdjust="spacingAndGlyphs" fill="${fill}">${one.text}</text>`;
  }
}

function image([x, y, width, height]: Box, logo: string): Html {
  return html`<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMinYMid meet" href="${logo}"/>`;
}

function tidy(number: number): number {
  return Math.round(number * 10) / 10;
}
