import { wayBack, type AskedFrom } from '../../approval/asked-from.ts';
import { pageAddress } from '../../text/site-file.view.ts';
import { Icon } from '../../ui/controls.view.tsx';

type WayBackProps = { readonly root: string; readonly slug: string; readonly from: AskedFrom };

/** Leads from an answer that was given on the teacher’s computer to where the teacher was. */
export function WayBack({ root, slug, from }: WayBackProps) {
  const { path, words } = wayBack(from, slug);
  return (
    <p class="button-row">
      <a
        class="button button--main"
        href={pageAddress(`${root}${path}`)}
        onClick={(event) => {
          // One step back, what was typed there is there still.
          if (!isOneBack()) return;
          event.preventDefault();
          history.back();
        }}
      >
        <Icon name="back" />
        <span>{words}</span>
      </a>
    </p>
  );
}

// The teacher's page was left for this one in the same tab: one that was opened for it is its tab's first. Browsers that do not say so follow the link.
function isOneBack(): boolean {
  const { navigation } = window as { readonly navigation?: Navigation };
  return (navigation?.currentEntry?.index ?? 0) > 0;
}
