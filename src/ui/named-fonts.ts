/** A font by its name and look in styles, and the address of its file. */
export type SlideFont = {
  readonly family: string;
  readonly weight: 400 | 600 | 700;
  readonly style: 'normal' | 'italic';
  readonly address: string;
};

type FontFile =
  | 'lexend400'
  | 'lexend600'
  | 'atkinson400'
  | 'atkinson700'
  | 'atkinsonItalic'
  | 'maths';

/** What draws formulas, which few slides have. */
export const MATHS_FAMILY = 'Noto Sans Math';

/** The fonts that a slide is set in, from the addresses of their files. */
export function namedFonts(files: Readonly<Record<FontFile, string>>): readonly SlideFont[] {
  const [heading, text] = ['Lexend', 'Atkinson Hyperlegible Next'];
  const font = (family: string, weight: SlideFont['weight'], address: string): SlideFont => ({
    ...{ family, weight, style: 'normal', address },
  });
  return [
    font(heading, 400, files.lexend400),
    font(heading, 600, files.lexend600),
    font(text, 400, files.atkinson400),
    font(text, 700, files.atkinson700),
    { ...font(text, 400, files.atkinsonItalic), style: 'italic' },
    font(MATHS_FAMILY, 400, files.maths),
  ];
}
