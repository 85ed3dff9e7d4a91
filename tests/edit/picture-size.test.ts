import { describe, expect, test } from 'vitest';
import { pictureAt, withSize } from '../../src/edit/picture-size.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const HEAD = '---\ntitle: Ice\nsubject: physics\nstage: KS3\n---\n\n# Ice\n\n### A jar\n\n';

/** A text with `|` where the cursor is, and the picture that is found there. */
function at(marked: string) {
  const text = HEAD + marked.replace('|', '');
  const { lesson } = readLesson('ice', text);
  const found = pictureAt(text, HEAD.length + marked.indexOf('|'), lesson.pictures);
  return {
    found,
    sized: (size: 'small' | 'medium' | 'large' | 'full') =>
      found === null ? null : withSize(text, found, size).slice(HEAD.length),
  };
}

describe('a picture on the line of the cursor', () => {
  test.for([
    ['![A jar](ice/jar.png)', '![A jar](ice/jar.png "small")', 'large'],
    ['![A jar](ice/jar.png "full")', '![A jar](ice/jar.png "small")', 'full'],
    ['![](ice/jar.png "decorative full")', '![](ice/jar.png "decorative small")', 'full'],
    ['![A jar](ice/jar.png “medium”)', '![A jar](ice/jar.png "small")', 'medium'],
    ['![A jar](<ice/a jar.png>)', '![A jar](<ice/a jar.png> "small")', 'large'],
    [
      String.raw`![A \] [b] c](ice/jar.png )`,
      String.raw`![A \] [b] c](ice/jar.png "small")`,
      'large',
    ],
  ] as const)('%s becomes %s', ([written, small, size]) => {
    const { found, sized } = at(`Look. ${written}| It floats.\n`);
    expect(found?.size).toBe(size);
    expect(sized('small')).toBe(`Look. ${small} It floats.\n`);
  });

  test('has no word for the size that it has without one', () => {
    expect(at('|![A jar](ice/jar.png "small")').sized('large')).toBe('![A jar](ice/jar.png)');
    expect(at('|![](ice/jar.png "decorative small")').sized('large')).toBe(
      '![](ice/jar.png "decorative")',
    );
  });

  test('is the one at the cursor, and not the same one elsewhere on its slide', () => {
    const [one, two] = ['![A](ice/a.png)', '![B](ice/a.png "small")'];
    expect(at(`${one}\n\n${one} ${two}|\n`).found).toMatchObject({ nth: 2, size: 'small' });
    expect(at(`${one}\n\n${one}| ${two}\n`).found).toMatchObject({ nth: 1, size: 'large' });
    expect(at(`${one}\n\nwords ${one} then| ${two}\n`).found).toMatchObject({ nth: 2 });
  });

  test.for([
    'words|',
    '`![A jar](ice/jar.png)`|',
    '![A jar](https://example.org/jar.png)|',
    '![A jar](ice/jar.png "a caption")|',
    '<img src="ice/jar.png" alt="A jar">|',
    '![A jar][jar]|\n\n[jar]: ice/jar.png\n',
  ])('is none in %s', (marked) => {
    expect(at(marked).found).toBeNull();
  });
});
