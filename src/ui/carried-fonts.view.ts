import atkinson400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?inline';
import atkinsonItalic from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-italic.woff2?inline';
import atkinson700 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?inline';
import lexend400 from '@fontsource/lexend/files/lexend-latin-400-normal.woff2?inline';
import lexend600 from '@fontsource/lexend/files/lexend-latin-600-normal.woff2?inline';
import maths from '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2?inline';
import { namedFonts, type SlideFont } from './named-fonts.ts';

/** The fonts of a slide within the script: for `file:`, where a page can fetch none. */
export const slideFonts: readonly SlideFont[] = namedFonts({
  ...{ lexend400, lexend600, atkinson400, atkinson700, atkinsonItalic, maths },
});
