import { describe, expect, it } from 'vitest';
import { sourceWords } from '../../../src/outputs/notes/source-words.ts';

describe('sourceWords', () => {
  it('leaves out the mark that slides point to', () => {
    expect(sourceWords('[^law]: Protection of Children Act 1978, section 1.')).toBe(
      'Protection of Children Act 1978, section 1.',
    );
  });

  it('tells a day as people write it', () => {
    expect(sourceWords('UKCIS, 2022. Read 2026-11-24.')).toBe(
      'UKCIS, 2022. Read 24 November 2026.',
    );
  });

  it('leaves what is no day as it is', () => {
    expect(sourceWords('Report 2026-13-01, pages 2020-24')).toBe(
      'Report 2026-13-01, pages 2020-24',
    );
  });
});
