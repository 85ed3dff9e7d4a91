import { useEffect, useRef } from 'preact/hooks';
import { startCheckLine } from '../../../outputs/home/check-line.view.ts';
import { SITE } from '../session/lesson-files.view.ts';

type TabletCheckProps = { readonly lesson: string; readonly onCheck: (isReached: boolean) => void };

/** “Can tablets reach us?”, before the lesson starts; `onCheck` is called with whether one has. */
export function TabletCheck({ lesson, onCheck }: TabletCheckProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    return startCheckLine(box.current, {
      api: new URL(`${SITE}api/`, location.href).href,
      lesson: () => lesson,
      onCheck,
    });
  }, [lesson, onCheck]);
  return <div ref={box} />;
}
