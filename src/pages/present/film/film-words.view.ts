import { useEffect, useState } from 'preact/hooks';
import type { FilmPages } from '../../../outputs/board/film-pages.ts';
import { readFilmPages } from '../session/lesson-files.view.ts';

/** What the film's folder says of it, for the teacher alone; null until it is read, or where it cannot be. Asked for only beside a board of its own. */
export function useFilmPages(version: number): FilmPages | null {
  const [pages, setPages] = useState<FilmPages | null>(null);
  useEffect(() => {
    let isOn = true;
    void readFilmPages().then(
      (read) => isOn && setPages(read),
      () => undefined,
    );
    return () => {
      isOn = false;
    };
  }, [version]);
  return pages;
}
