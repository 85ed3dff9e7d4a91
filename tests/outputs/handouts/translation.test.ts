import { describe, expect, it } from 'vitest';
import { rightToLeft } from './samples.ts';

describe('a translation', () => {
  it('is beside its English, block by block, right to left', () => {
    const rows = rightToLeft().split('<div class="both">').slice(1);
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(row).toMatch(/^<div lang="ar" dir="rtl">.+?<\/div><div>.+?<\/div>/s);
    }
    expect(rows[0]).toMatch(/<h1[^>]*>صفحة للاختبار<\/h1><\/div><div><h1[^>]*>A page for tests/);
    expect(rows[2]).toMatch(/سطر واحد.*One line/s);
  });

  it('has what is the same in both once, in English', () => {
    expect(rightToLeft().match(/class="contact-list"/g)).toHaveLength(1);
  });

  it('is a draft across each page until it is checked, and then says who (H23)', () => {
    expect(rightToLeft()).toMatch(/Draft: nobody has checked this translation yet.*class="draft"/);
    const checked = rightToLeft('Arabic-speaking teacher, 2026-11-20');
    expect(checked).toContain('Translation checked by Arabic-speaking teacher, 2026-11-20.');
    expect(checked).not.toMatch(/draft/i);
  });

  it('keeps the parts of a telephone number in their order', () => {
    expect(rightToLeft()).toContain('<bdi dir="ltr">0800 1111</bdi>');
  });
});
