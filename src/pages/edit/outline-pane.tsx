import { useEffect, useRef } from 'preact/hooks';
import type { HandoutBeside } from '../../edit/handouts-beside.ts';
import type { Finding } from '../../edit/findings.ts';
import { minutesInWords, spansOf, type Outline, type OutlineBlock } from '../../edit/outline.ts';
import { Icon } from '../../ui/controls.view.tsx';

type OutlineProps = {
  readonly outline: Outline;
  readonly handouts: readonly HandoutBeside[];
  /** The slide of the cursor, or the line at which its handout begins. */
  readonly at: string | number | null;
  readonly findings: readonly Finding[];
  readonly goTo: (line: number, then: 'focus' | 'stay') => void;
};

/** The parts of the lesson with their minutes and slides; a press goes to a slide's words. */
export function OutlinePane({ outline, handouts, at, findings, goTo }: OutlineProps) {
  const list = useRef<HTMLOListElement>(null);
  const toFix = slidesToFix(outline, findings);
  useEffect(() => {
    const { current } = list;
    if (current === null) return;
    // Called at once, and where the list is shown in a narrow window, or its window grows lower.
    const watch = new ResizeObserver(() => {
      current.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, [at]);
  return (
    <nav class="outline" aria-label="Outline">
      <h2 class="outline__title">Outline</h2>
      <ol class="outline__blocks" ref={list}>
        {outline.blocks.map((block) => (
          <li key={block.id}>
            {(block.title !== '' || block.minutes !== null) && (
              <p class="outline__block">
                <span>{block.title}</span>
                {block.minutes !== null && <span>{block.minutes} min</span>}
              </p>
            )}
            <ol>
              {block.slides.map((slide) => (
                <li key={slide.id}>
                  <button
                    type="button"
                    class="outline__slide"
                    aria-current={slide.id === at ? 'true' : undefined}
                    onClick={() => goTo(slide.line, 'focus')}
                  >
                    <Icon name={slide.icon} />
                    <span>{slide.name}</span>
                    {toFix.has(slide.id) && <ToFix />}
                  </button>
                </li>
              ))}
            </ol>
          </li>
        ))}
        {handouts.length > 0 && (
          <li>
            <p class="outline__block">
              <span>Handouts</span>
            </p>
            <ol>
              {handouts.map(({ title, line, to }) => (
                <li key={line}>
                  <button
                    type="button"
                    class="outline__slide"
                    aria-current={line === at ? 'true' : undefined}
                    onClick={() => goTo(line + 1, 'focus')}
                  >
                    <Icon name="sheet" />
                    <span>{title}</span>
                    {isToFix(findings, line, to) && <ToFix />}
                  </button>
                </li>
              ))}
            </ol>
          </li>
        )}
      </ol>
      <div class="outline__minutes">
        <p>{minutesInWords(outline)}</p>
        <div class="outline__bar" aria-hidden="true">
          {outline.blocks.map((block) => (
            <MinutesBar key={block.id} block={block} outline={outline} />
          ))}
        </div>
      </div>
    </nav>
  );
}

function ToFix() {
  return (
    <span class="outline__fix">
      <span aria-hidden="true">!</span>
      <span class="unseen">, to fix</span>
    </span>
  );
}

function isToFix(findings: readonly Finding[], from: number, to: number): boolean {
  return findings.some(({ weight, line }) => weight === 'fix' && line >= from && line <= to);
}

function MinutesBar({
  block,
  outline,
}: {
  readonly block: OutlineBlock;
  readonly outline: Outline;
}) {
  const whole = Math.max(outline.planned + outline.spare, outline.stated ?? 0);
  if (block.minutes === null || whole === 0) return null;
  return <i style={{ flexBasis: `${(100 * block.minutes) / whole}%` }} />;
}

function slidesToFix(outline: Outline, findings: readonly Finding[]): ReadonlySet<string> {
  const lines = findings.filter(({ weight }) => weight === 'fix').map(({ line }) => line);
  return new Set(
    spansOf(outline)
      .filter(({ from, to }) => lines.some((line) => line >= from && line <= to))
      .map(({ slide }) => slide.id),
  );
}
