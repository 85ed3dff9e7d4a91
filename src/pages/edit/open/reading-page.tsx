import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenedPlan } from '../../../edit/opened-state.ts';
import { Button } from '../../../ui/controls.view.tsx';
import type { Given } from './open-at.ts';
import type { FileOpened, Opener } from './opener.ts';
import { PageHead } from './page-head.tsx';
import { readPicked } from './picked-file.ts';

type ReadingProps = {
  readonly root: string;
  readonly given: Given;
  readonly opener: Opener;
  readonly opened: (plan: OpenedPlan) => void;
  /** It came to nothing: why, and what to do; empty where it was stopped. */
  readonly end: (problem: string) => void;
};

/** While what was brought is read: a long file takes a moment. */
export function ReadingPage({ root, given, opener, ...then }: ReadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [{ opened, end }] = useState(then);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    let isOver = false;
    void readGiven(given, opener).then((read) => {
      if (isOver) return;
      isOver = true;
      if ('why' in read) end(read.why);
      else opened(read);
    });
    return () => {
      if (!isOver) opener.stop();
      isOver = true;
    };
  }, [given, opener, opened, end]);
  return (
    <>
      <PageHead root={root} />
      <main class="site-main open" id="main" tabIndex={-1}>
        <div class="open__words">
          <h1 class="open-name" ref={heading} tabIndex={-1}>
            Reading “{nameOf(given)}”…
          </h1>
          <p class="lead">It is read on this computer. A long file takes a few seconds.</p>
        </div>
        <p>
          <Button onPress={() => end('')}>Stop reading it</Button>
        </p>
      </main>
    </>
  );
}

function nameOf(given: Given): string {
  return given.is === 'file' ? given.file.name : 'What you pasted';
}

type Read = OpenedPlan | { readonly why: string };

async function readGiven(given: Given, opener: Opener): Promise<Read> {
  if (given.is === 'pasted') return planOf(nameOf(given), await opener.open(given));
  const picked = await readPicked(given.file);
  return picked.is === 'read' ? planOf(nameOf(given), await opener.open(picked.file)) : picked;
}

function planOf(name: string, read: FileOpened): Read {
  if (read.is === 'not opened') return read;
  const answers = { choices: new Map(), minutes: new Map() };
  return { name, opened: read.opened, media: read.media, answers };
}
