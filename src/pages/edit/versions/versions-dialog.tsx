import { useEffect, useRef, useState } from 'preact/hooks';
import type { LessonVersion, ListedVersion } from '../../../edit/history.ts';
import type { HomeHistory } from '../../../edit/lesson-home.ts';
import { byDay, taughtInWords, timeInWords } from '../../../edit/version-words.ts';
import { Button, Dialog } from '../../../ui/controls.view.tsx';
import { TwoTexts } from '../two-texts.tsx';

export type VersionsProps = {
  readonly history: HomeHistory;
  /** The lesson's name in its home. */
  readonly id: string;
  /** The text as it is now. */
  readonly text: string;
  readonly bringBack: (text: string) => void;
  readonly close: () => void;
};

type Listed = readonly ListedVersion[] | 'opening' | 'unread';

/** The earlier versions of a lesson: each is shown beside the text as it is now, and can be brought back. */
export function VersionsDialog({ history, id, text, bringBack, close }: VersionsProps) {
  const [now] = useState(() => Date.now());
  const [listed, setListed] = useState<Listed>('opening');
  const [shown, setShown] = useState<LessonVersion | null>(null);
  const [problem, setProblem] = useState('');
  const [last, setLast] = useState<number | null>(null);

  useEffect(() => {
    void history.list(id).then((versions) => setListed(versions ?? 'unread'));
  }, [history, id]);

  async function show(saved: number): Promise<void> {
    const version = await history.read(id, saved);
    setProblem(version === null ? UNREAD : '');
    setLast(saved);
    setShown(version);
  }

  if (shown !== null) {
    return (
      <Dialog title="Versions" close={close}>
        <OneVersion
          key={shown.saved}
          shown={shown}
          text={text}
          now={now}
          bringBack={bringBack}
          back={() => setShown(null)}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title="Versions" close={close}>
      <VersionList listed={listed} now={now} last={last} show={(saved) => void show(saved)} />
      <p role="alert">{listed === 'unread' ? UNREAD : problem}</p>
      <div class="dialog__row dialog__row--end">
        <Button onPress={close}>Close</Button>
      </div>
    </Dialog>
  );
}

const UNREAD = 'Cannot read this. Close it and try again.';

type ListProps = {
  readonly listed: Listed;
  readonly now: number;
  /** The one that was looked at last, by when it was saved: it has the focus again. */
  readonly last: number | null;
  readonly show: (saved: number) => void;
};

function VersionList({ listed, now, last, show }: ListProps) {
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []);
  if (listed === 'unread') return null;
  if (listed === 'opening') return <p>Opening…</p>;
  if (listed.length === 0) {
    return <p>No earlier versions yet. One is saved when you come back to a lesson later.</p>;
  }
  return (
    <>
      <p>Choose one to see it beside the lesson as it is now.</p>
      <div class="insert__menu">
        {byDay(listed, now).map(({ day, versions }) => (
          <section key={day}>
            <h3>{day}</h3>
            {versions.map((version) => (
              <button
                key={version.saved}
                type="button"
                ref={version.saved === last ? again : null}
                onClick={() => show(version.saved)}
              >
                <b>
                  {timeInWords(version)}
                  <span class="unseen"> {day}</span>
                </b>
                <span>{taughtInWords(version, now)}</span>
              </button>
            ))}
          </section>
        ))}
      </div>
    </>
  );
}

type OneProps = Pick<VersionsProps, 'text' | 'bringBack'> & {
  readonly shown: LessonVersion;
  readonly now: number;
  readonly back: () => void;
};

function OneVersion({ shown, now, text, bringBack, back }: OneProps) {
  const words = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone with the list.
  useEffect(() => words.current?.focus(), []);
  const [{ day } = { day: '' }] = byDay([shown], now);
  const name = `${day}, ${timeInWords(shown)}`;
  const taught = taughtInWords(shown, now);
  return (
    <>
      <p ref={words} tabIndex={-1}>
        {taught === '' ? `As it was on ${name}.` : `${taught}. Saved so on ${name}.`}
      </p>
      {shown.text === text ? (
        <p>The lesson is the same now.</p>
      ) : (
        <TwoTexts left={{ name: 'Now', text }} right={{ name, text: shown.text }} />
      )}
      <div class="dialog__row dialog__row--end">
        <Button onPress={back}>All versions</Button>
        {shown.text !== text && (
          <Button variant="main" onPress={() => bringBack(shown.text)}>
            Bring this version back
          </Button>
        )}
      </div>
    </>
  );
}
