import { useEffect, useRef } from 'preact/hooks';
import type { PileItem } from '../../../handout/pile.ts';
import { Button } from '../../../look/controls.view.tsx';
import { sizeInWords } from '../../../text/size-in-words.ts';
import type { Choice } from './choice.ts';
import type { Made } from './press.ts';
import { usePress } from './use-press.view.ts';

type ButtonsProps = {
  readonly choice: Choice;
  readonly items: readonly Pick<PileItem, 'id' | 'copies'>[];
  /** All sheets are chosen. */
  readonly isEverything: boolean;
  /** The sheets are being read still. */
  readonly isReading: boolean;
  readonly isServed: boolean;
  /** Lays the pile into the page, for the browser to print. */
  readonly lay: () => void;
};

/** Prints all that is chosen: from this page, as one PDF, or as a zip of PDFs where a program can make them. */
export function PrintButtons({ choice, items, isEverything, isReading, isServed, lay }: ButtonsProps) {
  const { able, made, order, cancel } = usePress(choice, items, isServed);
  const idle = items.length > 0 && !isReading && made?.state !== 'printing';

  function printHere(): void {
    lay();
    print();
  }

  return (
    <div class="desk-print">
      <div class="desk-print__row">
        <Button look="main" icon="print" disabled={!idle} press={printHere}>
          {isEverything && choice.lesson !== null ? `Print everything for ${choice.pupils}` : 'Print what is chosen'}
        </Button>
        {able && (
          <>
            <Button icon="save" disabled={!idle} press={() => order('pile')}>
              One PDF
            </Button>
            <Button icon="save" disabled={!idle} press={() => order('zip')}>
              A zip of PDFs
            </Button>
          </>
        )}
      </div>
      {made?.state === 'printing' && (
        <div class="desk-print__row">
          <progress max={Math.max(1, made.of)} value={made.done} aria-label="PDFs made" />
          <Button press={cancel}>Stop</Button>
        </div>
      )}
      <p role="status">{made ? wordsOf(made) : items.length === 0 && 'Nothing is chosen yet.'}</p>
      {made?.state === 'ready' && 'job' in made && <Taken made={made} />}
    </div>
  );
}

function Taken({ made: { job, pages } }: { readonly made: Extract<Made, { readonly job: string }> }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), [job]);
  return (
    <a class="button button--main" ref={link} href={`../print-file/${job}`} target={pages > 0 ? '_blank' : undefined}>
      {pages > 0 ? 'Open the PDF' : 'Save the zip'}
    </a>
  );
}

function wordsOf(made: Made): string {
  switch (made.state) {
    case 'printing':
      return made.doing === '' ? 'Putting it together…' : `${made.doing}: ${Math.min(made.done + 1, made.of)} of ${made.of}`;
    case 'ready':
      return `${made.pages > 0 ? `Ready: ${made.pages} ${made.pages === 1 ? 'page' : 'pages'}` : 'Ready'}, ${sizeInWords(made.bytes)}.`;
    case 'failed':
      return made.message;
  }
}
