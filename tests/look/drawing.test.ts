import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawing } from '../../src/look/drawing.ts';

it('a lesson’s drawing is always the same for its slug', () => {
  fc.assert(
    fc.property(fc.string(), (slug) => {
      expect(String(drawing(slug))).toBe(String(drawing(slug)));
    }),
  );
});

it('a drawing has a ground and shapes, and only colours of the palette', () => {
  fc.assert(
    fc.property(fc.string(), (slug) => {
      const svg = String(drawing(slug));
      expect(svg.match(/<(circle|rect)/g)?.length).toBeGreaterThanOrEqual(3);
      expect(svg).not.toMatch(/NaN|undefined|fill="(?!var\(--)/);
    }),
  );
});

it('the first lesson has messages on teal, as in the picture', () => {
  expect(String(drawing('for-the-whole-world-to-see'))).toMatch(/^<svg[^>]*>\s*<rect width="396" height="148" fill="var\(--teal\)"/);
});
