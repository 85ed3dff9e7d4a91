import { expect, it } from 'vitest';
import { folderPage } from '../../src/site/folder/folder-page.ts';

const policyAt = (path: string) =>
  folderPage('<head>\n    <meta charset="utf-8" />\n</head>', {
    path,
    script: 'wholeclass/assets/folder.js',
    holds: () => true,
  });

it('lets the editor of a folder, the pages of lessons that were written in it, and the one that prints them, show their pictures, and no other page', () => {
  const shows = [
    ...['edit/index.html', 'board/my_lesson/index.html', 'lesson/my_lesson/index.html'],
    'print/index.html',
  ];
  const others = ['lesson/edit/index.html', 'board/x/index.html', 'print/x/notes/index.html'];
  for (const path of shows) {
    expect(policyAt(`wholeclass/${path}`)).toContain('img-src file: data: blob:;');
  }
  for (const path of others) {
    expect(policyAt(`wholeclass/${path}`)).toContain('img-src file: data:;');
  }
  expect(policyAt('Open me.html')).toContain('img-src file: data:;');
});

it('gives each page of a folder the script that all share once, and the page that is opened first, which brings it, not again', () => {
  const loads = (own: string, path: string) =>
    folderPage(`<head><meta charset="utf-8" />${own}</head>`, {
      path,
      script: 'wholeclass/assets/folder-1.js',
      holds: () => true,
    }).match(/<script [^>]*src="[^"]*folder-1\.js"/g);
  const own = '<script type="module" crossorigin src="./wholeclass/assets/folder-1.js"></script>';
  expect(loads('', 'wholeclass/lesson/x/index.html')).toHaveLength(1);
  expect(loads(own, 'Open me.html')).toHaveLength(1);
});
