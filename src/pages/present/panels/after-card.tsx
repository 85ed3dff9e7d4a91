import { term } from '../../../help/terms.ts';
import { afterTables, type AfterTable } from './after-lesson.ts';
import { deckCares } from '../../../outputs/board/deck.ts';
import { Debrief } from './debrief.tsx';
import { Blocks } from './blocks.tsx';
import { DiscussedCard } from './discussed-card.tsx';
import type { Presenter } from '../session/presenter.view.ts';
import { PrivateDialog } from '../room/private-dialog.tsx';
import { wording } from '../../../ui/wording.view.ts';
import './after.css';

type AfterProps = { readonly presenter: Pick<Presenter, 'deck' | 'store' | 'change'> };

/** What the class thinks and how sure it is, for the teacher after the lesson; nothing where nothing of it was asked. */
export function AfterCard({ presenter }: AfterProps) {
  const { after, mode } = presenter.store.state();
  const tables = afterTables(after);
  if (tables.length === 0) return null;
  // Parents and staff are no class.
  const everyone = presenter.deck.audience === 'adults' ? 'everyone' : 'the {class}';
  return (
    <section class="after" aria-labelledby="after">
      <h2 id="after">
        {wording(
          mode === 'rehearsal'
            ? 'What the pretend {class} said: a rehearsal'
            : `What ${everyone} said: only you see this`,
        )}
      </h2>
      <p class="after__note">
        This is {wording(everyone)} together, in words and not in numbers, for you
        {deckCares(presenter.deck, 'debrief') && <> and {term('lead', 'adults')}</>}. It isn’t
        saved: print it, or write down what you need, before you close this page.
      </p>
      {tables.map((table) => (
        <AnswersTable key={table.id} table={table} />
      ))}
    </section>
  );
}

/** The same, over a screen that pupils may see: it waits until the teacher says that none can. */
export function AfterDialog({ presenter }: AfterProps) {
  return (
    <PrivateDialog
      title="Your private results"
      isPrivate={false}
      close={() => presenter.change({ dialog: null })}
    >
      <DiscussedCard presenter={presenter} />
      <AfterCard presenter={presenter} />
      {presenter.store.state().mode === 'lesson' && deckCares(presenter.deck, 'debrief') && (
        <Debrief deck={presenter.deck} />
      )}
    </PrivateDialog>
  );
}

/** One question's answers; where too few gave any, a sentence in place of an empty table. */
export function AnswersTable({
  table: { prompt, columns, isEmpty, rows },
}: {
  readonly table: AfterTable;
}) {
  if (isEmpty) {
    return (
      <div class="after__talk">
        <h3>{prompt}</h3>
        <p>
          Talk, don’t count: fewer than ten answered, so we show nothing that could give someone
          away.
        </p>
      </div>
    );
  }
  return (
    <table class="after__table">
      <caption>{prompt}</caption>
      <thead>
        <tr>
          <th scope="col">Answer</th>
          {columns.map(({ title, about }) => (
            <th key={title} scope="col">
              {title} <span>{about}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {columns.map(({ title }, at) => (
              <td key={title}>
                {cells[at]?.words}
                {cells[at]?.blocks && <Blocks {...cells[at].blocks} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
