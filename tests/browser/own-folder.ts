import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';

/** The path of a folder under .cache that no other tests have which run at the same time. */
export function ownFolder(name: string): string {
  return fileURLToPath(
    new URL(`../../.cache/browser/${test.info().parallelIndex}/${name}`, import.meta.url),
  );
}
