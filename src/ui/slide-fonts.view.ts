import atkinson400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url';
import atkinsonItalic from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-italic.woff2?url';
import atkinson700 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?url';
import lexend400 from '@fontsource/lexend/files/lexend-latin-400-normal.woff2?url';
import lexend600 from '@fontsource/lexend/files/lexend-latin-600-normal.woff2?url';
import maths from '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2?url';
import { namedFonts, type SlideFont } from './named-fonts.ts';

/** The fonts of a slide where pages may fetch them, as `fonts.css` and `maths.css` name them. A folder opened by double-click has `carried-fonts.view.ts` in its place. */
export const slideFonts: readonly SlideFont[] = namedFonts({
  ...{ lexend400, lexend600, atkinson400, atkinson700, atkinsonItalic, maths },
});
