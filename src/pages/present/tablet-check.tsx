import { useEffect, useRef } from 'preact/hooks';
import { startCheckLine } from '../../handout/check-line.view.ts';
import { SITE } from './lesson-files.view.ts';

/** “Can tablets reach us?”, before the lesson starts. */
export function TabletCheck({ lesson }: { readonly lesson: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    return startCheckLine(box.current, { api: new URL(`${SITE}api/`, location.href).href, lesson: () => lesson });
  }, [lesson]);
  return <div ref={box} />;
}
