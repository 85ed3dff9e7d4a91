import { join } from 'node:path';
import type { Pages } from './pages.ts';

/** Pages as they are written, from a Vite that serves their scripts and styles: `shells` is where it answers with their shells. */
export function openDevPages(shells: string, src: string): Pages {
  async function shell(page: string): Promise<string | null> {
    const response = await fetch(new URL(page, shells));
    return response.ok ? response.text() : null;
  }
  const sheets = {
    maths: 'ui/maths.css',
    'lesson-parts': 'ui/lesson-parts.css',
    'slides-on-paper': 'outputs/handouts/slides-on-paper.css',
  };
  return {
    shell,
    asset: () => Promise.resolve(null),
    worker: () => Promise.resolve(null),
    sheet: (name) => Promise.resolve(`@fs${join(src, sheets[name]).replace(/^(?!\/)/, '/')}`),
    assets: () => Promise.resolve([]),
  };
}
