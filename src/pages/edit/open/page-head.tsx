import { pageAddress } from '../../../text/site-file.view.ts';
import { Dots } from '../dots.tsx';

/** The head of these pages: the mark, and the way back to where lessons are begun. */
export function PageHead({
  root,
  isWide = false,
}: {
  readonly root: string;
  readonly isWide?: boolean;
}) {
  return (
    <header class={isWide ? 'site-head open-wide' : 'site-head'}>
      <a class="site-mark" href={pageAddress(root)}>
        <Dots />
        Wholeclass
      </a>
      <nav class="site-nav" aria-label="Wholeclass">
        <a class="open-cancel" href={pageAddress(`${root}edit/`)}>
          Cancel
        </a>
      </nav>
    </header>
  );
}
