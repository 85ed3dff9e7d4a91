import { useEffect, useState } from 'preact/hooks';
import { term } from '../help/terms.ts';
import { Button } from '../look/controls.view.tsx';
import { said } from '../look/said.view.ts';
import type { LeftNotes as Left, NoteView } from '../room/protocol.ts';

/** Notes from the question box of a lesson that ended before they were handed over (R8): covered until someone says that no pupil can see the screen. */
export function LeftNotes() {
  const [notes, setNotes] = useState<readonly NoteView[]>([]);
  const [isAlone, setAlone] = useState(false);
  // What is deleted here cannot be had back: the same button asks once more.
  const [sure, setSure] = useState('');
  const ask = async (handed?: string): Promise<void> => {
    const left = await request(handed);
    if (left) setNotes(left.notes);
  };
  useEffect(() => void ask(), []);
  if (notes.length === 0) return null;
  return (
    <section class="advice library-note" aria-labelledby="left">
      <h2 id="left">Notes from a question box still wait</h2>
      <p>A lesson ended before they were handed over. They stay on this computer until {term('lead', 'adults')} has each one.</p>
      {!isAlone && (
        <p>
          <Button press={() => setAlone(true)}>{said('No pupil can see this screen: show them')}</Button>
        </p>
      )}
      {isAlone && (
        <ul class="left-notes">
          {notes.map(({ id, text }) => (
            <li key={id}>
              <p>{text}</p>
              <Button press={() => (sure === id ? void ask(id) : setSure(id))}>
                {sure === id ? 'The DSL has it: delete it here' : 'Handed over to the DSL'}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

async function request(handed?: string): Promise<Left | null> {
  try {
    const body = handed === undefined ? {} : { body: JSON.stringify({ note: handed }), headers: { 'content-type': 'application/json' } };
    const response = await fetch(new URL('./api/box', location.href), { method: handed === undefined ? 'GET' : 'POST', cache: 'no-store', ...body });
    return response.ok ? ((await response.json()) as Left) : null;
  } catch {
    return null;
  }
}
