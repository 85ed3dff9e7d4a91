import { REHEARSAL, STARTER, type LessonCard } from '../outputs/library/lesson-card.ts';
import { Icon } from '../ui/controls.view.tsx';
import { wording } from '../ui/wording.view.ts';
import { greetedKey, siteKeys } from '../text/browser-keys.ts';
import { pageAddress } from '../text/site-file.view.ts';

/** The first time in this browser: five minutes with a pretend class, then one lesson ready to try. Empty where there is nothing to greet with. */
export function Greeting({
  cards,
  close,
}: {
  readonly cards: readonly LessonCard[];
  readonly close: () => void;
}) {
  const ready = cards.filter(
    ({ opens, problems }) => opens && !problems.some(({ severity }) => severity === 'error'),
  );
  const rehearsal = ready.find(({ slug }) => slug === REHEARSAL);
  const first = ready.find(
    ({ slug, stage }) => slug !== REHEARSAL && slug !== STARTER && stage !== 'adults',
  );
  if (rehearsal === undefined && first === undefined) return null;
  return (
    <section class="greeting" aria-labelledby="greeting">
      <h2 id="greeting">{wording('New here? Try it before there is a {class}.')}</h2>
      <ol class="greeting__steps">
        {rehearsal && (
          <li>
            <h3>Rehearse for five minutes</h3>
            <p>
              {wording(
                'A pretend {class} and playground rules. Your notes say which key does what, and nothing can go wrong.',
              )}
            </p>
            <a
              class="button button--main"
              href={`${pageAddress(`present/${rehearsal.slug}/`)}?rehearse`}
            >
              <Icon name="play" />
              Start the rehearsal
            </a>
          </li>
        )}
        {first && (
          <li>
            <h3>Then look at a full lesson</h3>
            <p>
              {first.title}: {first.summary}
            </p>
            <a class="button" href={pageAddress(`lesson/${first.slug}/`)}>
              <Icon name="book" />
              Look at this lesson
            </a>
          </li>
        )}
      </ol>
      <button class="button button--quiet greeting__close" type="button" onClick={close}>
        I know my way
      </button>
    </section>
  );
}

/** True where this browser keeps nothing of this site yet, and no one has sent the greeting away. */
export function isFirstTime(site: string): boolean {
  try {
    return !Object.keys(localStorage).some((key) => key.startsWith(siteKeys(site)));
  } catch {
    return false;
  }
}

/** Keeps in this browser that no one needs the greeting. */
export function keepGreeted(site: string): void {
  try {
    localStorage.setItem(greetedKey(site), 'yes');
  } catch {
    return;
  }
}
