import './plan-pane.css';
import { useEffect, useRef } from 'preact/hooks';

type PlanPaneProps = {
  /** The plan’s parts as HTML; null until they were read. */
  readonly markup: string | null;
  /** The slide of the cursor. */
  readonly at: string | null;
  /** Makes HTML of a lesson for this page. */
  readonly inPage: (markup: string) => string;
  /** Goes to a slide’s words. */
  readonly goTo: (slide: string) => void;
};

/** The plan as its page has it, part by part: that of the cursor’s slide is open, and a press on a slide goes to its words. */
export function PlanPane({ markup, at, inPage, goTo }: PlanPaneProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const slide of box.current?.querySelectorAll<HTMLElement>('[data-slide]') ?? []) {
      const isHere = slide.dataset['slide'] === at;
      slide.classList.toggle('plan-slide--here', isHere);
      const part = slide.closest('details');
      if (!isHere || part === null) continue;
      part.open = true;
      slide.scrollIntoView({ block: 'nearest' });
    }
  }, [markup, at]);
  useEffect(() => {
    const shown = box.current;
    const press = ({ target }: MouseEvent) => {
      const slide = target instanceof Element ? target.closest<HTMLElement>('[data-slide]') : null;
      if (slide !== null) goTo(slide.dataset['slide'] ?? '');
    };
    shown?.addEventListener('click', press);
    return () => shown?.removeEventListener('click', press);
  }, [goTo]);
  if (markup === null) return <p class="pane">Opening…</p>;
  return (
    <section class="pane pane--plan" aria-label="Lesson plan">
      <div ref={box} dangerouslySetInnerHTML={{ __html: inPage(markup) }} />
    </section>
  );
}
