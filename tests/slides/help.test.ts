import { describe, expect, test } from 'vitest';
import { helpSlide } from '../../src/slides/help.ts';

describe('the help slide', () => {
  test.each(['KS2', 'KS3', 'adults'])('has each number on one line, for %s', (stage) => {
    const slide = String(helpSlide({ heading: '', foot: '', stage, setting: 'school' })).replaceAll(
      /<svg[^]*?<\/svg>/g,
      '',
    );
    expect(slide).toMatch(/0800\u00a01111|0808\u00a0800\u00a05000/);
    expect(slide).not.toMatch(/\d \d/);
  });
});
