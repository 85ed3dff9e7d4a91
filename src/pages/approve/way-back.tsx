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
          // Back in history, what was typed there is there still.
          const steps = stepsBack();
          if (steps === 0) return;
          event.preventDefault();
          history.go(-steps);
        }}
      >
        <Icon name="back" />
        <span>{words}</span>
      </a>
    </p>
  );
}

// The teacher's page was left for this one in the same tab: one that was opened for it is its tab's first. “Skip to main content” is a step on the same page. Browsers that do not say so follow the link.
function stepsBack(): number {
  const { navigation } = window as { readonly navigation?: Navigation };
  const at = navigation?.currentEntry?.index ?? 0;
  const before = navigation?.entries().slice(0, Math.max(at, 0)) ?? [];
  return at - (before.findLast(({ sameDocument }) => !sameDocument)?.index ?? at);
}
