import { useEffect, useRef } from 'preact/hooks';
import { hasMarginBoxes } from '../../../outputs/handouts/margin-boxes.view.ts';
import { leavesInWords, type PileItem } from '../../../outputs/handouts/pile.ts';
import { formatQueue } from '../../../outputs/handouts/print-order.ts';
import { Button } from '../../../ui/controls.view.tsx';
import { wording } from '../../../ui/wording.view.ts';
import { sizeInWords } from '../../../text/size-in-words.ts';
import type { Choice } from './choice.ts';
import { leavesOfAll, pagesKey, type PageCounts } from './leaves.ts';
import type { Made } from './press.ts';
import { usePress } from './use-press.view.ts';

type ButtonsProps = {
  readonly choice: Choice;
  readonly items: readonly Pick<PileItem, 'id' | 'style' | 'title' | 'copies' | 'oneSided'>[];
  readonly pages: PageCounts;
  /** The sheets are being read still. */
  readonly isReading: boolean;
  readonly isServed: boolean;
  /** Lays the pile into the page, for the browser to print. */
  readonly lay: () => void;
};

/** Prints all that is chosen: from this page, as one PDF, or as a zip of PDFs where a program can make them. */
export function PrintButtons({ choice, items, pages, isReading, isServed, lay }: ButtonsProps) {
  const { able, made, order, cancel } = usePress(choice, items, isServed);
  const isMaking = made?.state === 'printing' || made?.state === 'waiting';
  const idle = items.length > 0 && !isReading && !isMaking;

  function printHere(): void {
    lay();
    print();
  }

  return (
    <div class="desk-print">
      <div class="desk-print__row">
        <Button variant="main" icon="print" disabled={!idle} onPress={printHere}>
          {nameOf(choice)}
        </Button>
        {able && (
          <>
            <Button icon="save" disabled={!idle} onPress={() => order('pile')}>
              One PDF
            </Button>
            <Button icon="save" disabled={!idle} onPress={() => order('zip')}>
              A zip of PDFs
            </Button>
          </>
        )}
      </div>
      <Notes {...{ able, items, pages }} />
      {isMaking && (
        <div class="desk-print__row">
          <progress
            max={made.state === 'printing' ? Math.max(1, made.of) : 1}
            value={made.state === 'printing' ? made.done : 0}
            aria-label="PDFs made"
          />
          <Button onPress={cancel}>Stop</Button>
        </div>
      )}
      <p role="status">{made ? wordsOf(made, choice) : paperInAll(items, { choice, pages })}</p>
      {made?.state === 'ready' && 'job' in made && <Taken made={made} />}
    </div>
  );
}

function Taken({
  made: { job, pages },
}: {
  readonly made: Extract<Made, { readonly job: string }>;
}) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), [job]);
  return (
    <a
      class="button button--main"
      ref={link}
      href={`../print-file/${job}`}
      target={pages > 0 ? '_blank' : undefined}
    >
      {pages > 0 ? 'Open the PDF' : 'Save the zip'}
    </a>
  );
}

/** What this browser, or this page, does not print as it should be: a sheet that could not be read is named. */
function Notes({
  able,
  items,
  pages,
}: Pick<ButtonsProps, 'items' | 'pages'> & { readonly able: boolean }) {
  const elsewhere =
    pages.size === 0
      ? []
      : [...new Set(items.filter((item) => !pages.has(pagesKey(item))).map(({ title }) => title))];
  return (
    <>
      {elsewhere.length > 0 && (
        <p>
          {elsewhere.map((title) => wording(title)).join(', ')}: not printed from this page. Press
          “Open” beside it
          {able ? ', or take “One PDF”, which has all of it' : ''}.
        </p>
      )}
      {!hasMarginBoxes() && (
        <p>
          This browser may leave a heading alone at the foot of a page.
          {able ? ' “One PDF” does not.' : ' Edge and Chrome do not.'}
        </p>
      )}
    </>
  );
}

/** How much paper comes out, before anything is printed. */
function paperInAll(
  items: ButtonsProps['items'],
  { choice: { bothSides }, pages }: Pick<ButtonsProps, 'choice' | 'pages'>,
): string {
  if (items.length === 0) return 'Nothing is chosen yet.';
  const leaves = leavesOfAll(items, { pages, bothSides });
  if (leaves === null) return '';
  return `${leavesInWords(leaves)} of paper, ${sidesInWords(bothSides)}.`;
}

function nameOf({ picked, lesson, pupils }: Choice): string {
  if (typeof picked !== 'string' || lesson === null) return 'Print selected';
  return `Print ${picked === 'essentials' ? 'the essentials' : 'everything'} for ${pupils}`;
}

function sidesInWords(bothSides: boolean): string {
  return bothSides ? 'printed on both sides' : 'printed on one side';
}

function wordsOf(made: Made, { bothSides }: Pick<Choice, 'bothSides'>): string {
  switch (made.state) {
    case 'waiting':
      return formatQueue(made);
    case 'printing':
      return made.doing === ''
        ? 'Putting it together…'
        : `${made.doing}: ${Math.min(made.done + 1, made.of)} of ${made.of}`;
    case 'ready':
      if (made.pages === 0) return `Ready, ${sizeInWords(made.bytes)}.`;
      return `Ready: ${leavesInWords(bothSides ? made.pages / 2 : made.pages)} of paper, ${sidesInWords(bothSides)}, ${sizeInWords(made.bytes)}.`;
    case 'failed':
      return made.message;
  }
}
