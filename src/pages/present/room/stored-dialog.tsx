import { useEffect, useState } from 'preact/hooks';
import { Button, Dialog } from '../../../ui/controls.view.tsx';
import type { StoredRecord } from '../../../room/protocol.ts';
import { SITE } from '../session/lesson-files.view.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { wording } from '../../../ui/wording.view.ts';
import './stored-dialog.css';

/** What is stored of the room at this moment: the names of things, every value hidden, so that anyone may see it. */
export function StoredDialog({
  presenter,
}: {
  readonly presenter: Pick<Presenter, 'room' | 'change'>;
}) {
  const [record, setRecord] = useState<StoredRecord | null | 'asking'>('asking');
  const { room } = presenter;
  useEffect(() => void room.record().then(setRecord), [room]);
  return (
    <Dialog title="What’s stored?" close={() => presenter.change({ dialog: null })}>
      <div role="status">
        <Stored record={record} />
      </div>
      <p>
        This browser keeps where you are in the lesson and today’s names, until you finish, and
        whether letters are keys.{' '}
        <a href={`${SITE}privacy/`} target="_blank">
          All of it, and for how long
        </a>
      </p>
      <p class="dialog__row">
        <Button onPress={() => presenter.change({ dialog: null })} variant="main" shortcut="Esc">
          Back to the lesson
        </Button>
      </p>
    </Dialog>
  );
}

function Stored({ record }: { readonly record: StoredRecord | null | 'asking' }) {
  if (record === 'asking') return <p>Asking the room.</p>;
  if (record === null) {
    return <p>The room did not answer. Close this, then look again in a moment.</p>;
  }
  if (record.stored.length === 0) return <p>Nothing: no room is open.</p>;
  return (
    <>
      <p>
        All of it, by name. Every value is hidden, and an answer that comes in changes nothing here.
      </p>
      <ul class="stored">
        {record.stored.map(({ name, value }) => (
          <li key={name}>
            <span>{wording(name)}</span> <span aria-label="hidden">{value}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
