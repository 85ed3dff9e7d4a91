import { useEffect, useState } from 'preact/hooks';
import type { LessonHome } from '../../../edit/lesson-home.ts';
import type { Pasted } from '../../../open/pasted.ts';
import { Button, Icon } from '../../../ui/controls.view.tsx';
import type { IconName } from '../../../ui/icons.ts';
import type { Given } from './open-at.ts';
import { pastedFrom } from '../files.ts';
import { PageHead } from './page-head.tsx';
import { NOTHING_PASTED, PasteBox } from './paste-box.tsx';
import { pickFile } from './picked-file.ts';

type ChooseProps = {
  readonly root: string;
  /** Where the lesson is saved that is made of it. */
  readonly place: LessonHome['place'];
  /** Why the last one was not opened, and what to do; empty where none was tried. */
  readonly problem: string;
  readonly take: (given: Given) => void;
};

/** Where a plan or slides are picked, dropped or pasted. */
export function ChoosePage({ root, place, problem, take }: ChooseProps) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    document.title = 'Open a plan · Wholeclass';
  }, []);

  // Pasting works without the box as well.
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLTextAreaElement) return;
      const [file] = event.clipboardData?.files ?? [];
      if (file !== undefined && !file.type.startsWith('image/')) take({ is: 'file', file });
      else setPasted(pastedFrom(event.clipboardData));
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, [take]);

  async function pick(): Promise<void> {
    const file = await pickFile();
    if (file !== null) take({ is: 'file', file });
  }

  function drop(event: DragEvent): void {
    setOver(false);
    const words = pastedFrom(event.dataTransfer);
    // A file is taken wherever it is dropped.
    if (event.dataTransfer?.files.length === 0 && words.text !== '') {
      event.preventDefault();
      take({ is: 'pasted', pasted: words });
    }
  }

  return (
    <>
      <PageHead root={root} />
      <main class="site-main open" id="main" tabIndex={-1}>
        <div class="open__words">
          <h1>Open a plan or slides</h1>
          <p class="lead">
            Your plan becomes slides, notes and a worksheet. You choose what the class sees.
          </p>
        </div>
        <div class="open__main">
          <p class="open-problem" role="alert">
            {problem}
          </p>
          <div
            class="drop"
            data-over={isOver ? '' : undefined}
            onDragOver={(event) => (event.preventDefault(), setOver(true))}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <PlanToBoard />
            <p class="drop__title">Drop a file here</p>
            <p class="drop__hint">
              Word (.docx), PowerPoint (.pptx), Markdown or text. From Google Docs or Slides,
              download it as one of these.
            </p>
            <div class="drop__row">
              <Button variant="main" icon="folder" onPress={() => void pick()}>
                Choose a file
              </Button>
              <Button onPress={() => setPasted(pasted ?? NOTHING_PASTED)}>Paste text</Button>
            </div>
          </div>
          {pasted !== null && (
            <PasteBox
              key={pasted.text}
              label="Paste your plan"
              hint="Copy it in your word processor, on a web page or in a chat, and paste it here."
              first={pasted}
              isFocused
              take={(words) => take({ is: 'pasted', pasted: words })}
            />
          )}
        </div>
        <Aside place={place} />
      </main>
    </>
  );
}

const WHERE: Readonly<Record<LessonHome['place'], string>> = {
  browser: 'Nothing is uploaded.',
  server: 'Only the lesson you make from it is saved, in your library.',
  folder: 'Nothing is uploaded: the lesson you make from it is saved in your folder.',
};

function Aside({ place }: Pick<ChooseProps, 'place'>) {
  return (
    <div class="open__aside">
      <section class="open-card" aria-labelledby="comes-across">
        <h2 id="comes-across">What comes across</h2>
        <ul>
          <Line icon="check">Headings, text, lists, tables and formulas</Line>
          <Line icon="check">PowerPoint speaker notes, as your notes</Line>
          <Line icon="check">Times such as “10 min” or “0–5 min”</Line>
          <Line icon="check">Pictures, with location data removed</Line>
        </ul>
      </section>
      <section class="open-card" aria-labelledby="does-not">
        <h2 id="does-not">What does not</h2>
        <ul>
          <Line icon="look">Animations, charts, and video</Line>
          <Line icon="look">
            Fonts and colours: the board uses its own, so that everyone can read it
          </Line>
          <Line icon="look">Comments, and words that were deleted or hidden</Line>
        </ul>
      </section>
      <p class="open-card open-card--safe">
        <Icon name="lock" />
        <span>
          The file is read on this computer. {WHERE[place]} Remove pupils’ names before you open it.
        </span>
      </p>
    </div>
  );
}

function Line({ icon, children }: { readonly icon: IconName; readonly children: string }) {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}

// A page of writing, and beside it a board, a sheet of notes and one for pupils.
function PlanToBoard() {
  return (
    <svg class="drop__picture" viewBox="0 0 386 186" aria-hidden="true">
      <g class="drop__paper">
        <rect x="1" y="1" width="132" height="182" rx="10" />
        <path d="M19 32h60" class="drop__ink" />
        <path d="M23 50h88M23 68h76M23 98h88M23 116h52M23 134h82M23 152h68" />
      </g>
      <path class="drop__arrow" d="M154 92h52m-14-16 16 16-16 16" />
      <rect class="drop__board" x="230" y="15" width="155" height="88" rx="8" />
      <circle class="drop__sun" cx="273" cy="77" r="21" />
      <path class="drop__light" d="m330 45 31 49a4 4 0 0 1-4 5h-54a4 4 0 0 1-4-5z" />
      <path class="drop__eyes" d="M270 73v3M281 73v3M325 77v3M336 77v3" />
      <g class="drop__paper">
        <rect x="230" y="117" width="72" height="66" rx="8" />
        <path d="M243 134h44M243 150h50M243 167h38" />
      </g>
      <rect class="drop__notes" x="314" y="117" width="71" height="66" rx="8" />
      <path class="drop__lines" d="M327 134h44M327 150h48M327 167h38" />
    </svg>
  );
}
