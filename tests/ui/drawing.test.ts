import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawing } from '../../src/ui/drawing.ts';
import { ownDrawings } from '../../src/ui/own-drawings.ts';

const shipped = readdirSync(new URL('../../lessons', import.meta.url))
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.replace('.md', ''));
const slugs = [...new Set([...shipped, ...Object.keys(ownDrawings)])];

it('a lesson’s drawing is always the same for its slug', () => {
  fc.assert(
    fc.property(fc.string(), (slug) => {
      expect(String(drawing(slug))).toBe(String(drawing(slug)));
    }),
  );
});

it('a drawing has a ground and shapes, and only colours of the palette', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...slugs), fc.string()), (slug) => {
      const svg = String(drawing(slug));
      expect(svg.match(/<(circle|rect)/g)?.length).toBeGreaterThanOrEqual(3);
      expect(svg).not.toMatch(/NaN|undefined|fill="(?!var\(--|none")|stroke="(?!var\(--)/);
    }),
  );
});

it('a lesson of a school’s own has classmates only: neither Sam’s yellow nor an adult’s lanyard', () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      const svg = String(drawing(`own ${words}`));
      // The sun is Sam’s, and only a ground besides; a lanyard is drawn as a line.
      expect(svg.match(/fill="var\(--sun\)"/g)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(svg).not.toContain('fill="none"');
    }),
  );
});

it('a drawing is light enough for a page of cards', () => {
  for (const slug of slugs) expect(String(drawing(slug)).length).toBeLessThan(5_000);
});

it('no two lessons that ship are drawn alike', () => {
  expect(new Set(slugs.map((slug) => String(drawing(slug)))).size).toBe(slugs.length);
});

it('a lesson of a school’s own is drawn like none that ships, whatever it is called', () => {
  const shippedDrawings = new Set(slugs.map((slug) => String(drawing(slug))));
  const ownName = fc
    .oneof(fc.constantFrom('constructor', '__proto__', 'my-lesson'), fc.string())
    .filter((slug) => !slugs.includes(slug));
  fc.assert(
    fc.property(ownName, (slug) => {
      expect(shippedDrawings.has(String(drawing(slug)))).toBe(false);
    }),
  );
});
