import { expect, test } from 'vitest';
import { learningResources } from '../../../src/outputs/library/learning-resource.ts';

const lesson = {
  slug: 'floating-ice',
  title: 'Floating ice',
  summary: '',
  stage: 'KS3',
  minutes: 50,
  subject: 'Science',
} as const;

test('the licence is said of a lesson that ships, and of none that a school wrote', () => {
  const made = (isOurs: boolean) => String(learningResources([{ ...lesson, isOurs }], null));
  expect(made(true)).toContain('MIT License');
  expect(made(false)).not.toContain('icense');
});
