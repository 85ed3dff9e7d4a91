import { useEffect, useRef } from 'preact/hooks';
import { startCheckLine } from '../../../outputs/home/check-line.view.ts';
import { SITE } from '../session/lesson-files.view.ts';

type TabletCheckProps = { readonly lesson: string; readonly tell: (isReached: boolean) => void };

/** “Can tablets reach us?”, before the lesson starts; `tell` hears whether one has. */
export function TabletCheck({ lesson, tell }: TabletCheckProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    return startCheckLine(box.current, {
      api: new URL(`${SITE}api/`, location.href).href,
      lesson: () => lesson,
      tell,
    });
  }, [lesson, tell]);
  return <div ref={box} />;
}
