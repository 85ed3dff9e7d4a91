import { boardHelpLines, HELP_TITLE, NOT_YOUR_FAULT } from '../../help/pupil-help.ts';
import type { PupilView, StoredRecord } from '../../room/protocol.ts';
import type { Words } from './calm.tsx';
import { wording } from './wording.ts';
import './panels.css';

type LinesOf = { readonly help: PupilView['help'] };

/** The lines that always stand, by what the lesson is about: an adult, Childline, 999. No stage and no setting: the page does not know the class, and these words suit every age, in a school or a youth club. Nothing is confirmed here (M20). */
export function HelpLines({ help }: LinesOf) {
  if (help === 'none') return null;
  return (
    <ul class="help">
      {boardHelpLines(help).map(({ id, before, strong, after }) => (
        <li key={id}>
          {before}
          <b>{strong}</b>
          {after}
        </li>
      ))}
    </ul>
  );
}

/** The lines below a heading and a sentence. */
export function HelpAt({ title, text, help, children }: Words & LinesOf) {
  return (
    <>
      <h1 tabIndex={-1} data-start>
        {title}
      </h1>
      <p class="lead">{text}</p>
      <HelpLines help={help} />
      {children}
    </>
  );
}

/** Help, over whatever is on the page; with no way back where it closes by itself, on every page at once. */
export function Help({ back, help }: LinesOf & { readonly back: (() => void) | null }) {
  return (
    <HelpAt title={HELP_TITLE} text={NOT_YOUR_FAULT} help={help === 'none' ? 'talk' : help}>
      {back && <Back back={back} />}
    </HelpAt>
  );
}

/** What is stored, in the same words for every pupil, with the room's own record. */
export function Privacy({
  record,
  back,
}: {
  readonly record: StoredRecord | null;
  readonly back: () => void;
}) {
  return (
    <>
      <h1 tabIndex={-1} data-start>
        What’s stored?
      </h1>
      <p class="lead">
        {wording(
          'We don’t ask your name. Your {teacher} sees totals. {School computers} may still be checked to keep people safe.',
        )}
      </p>
      {record && record.stored.length > 0 && (
        <>
          <p class="soft">This is all the room keeps. It goes when the lesson is over.</p>
          <dl class="record">
            {record.stored.map(({ name, value }) => (
              <div key={name} class="top">
                <dt>{wording(name)}</dt>
                <dd class="soft">
                  {value === '•••••' ? <span aria-label="hidden">{value}</span> : value}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <a class="button" href="../privacy/">
        Read more about privacy
      </a>
      <Back back={back} />
    </>
  );
}

/** The way back to what was there before. */
export function Back({ back }: { readonly back: () => void }) {
  return (
    <button type="button" class="button" onClick={back}>
      Back
    </button>
  );
}
