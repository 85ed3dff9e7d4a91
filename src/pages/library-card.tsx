import { agesOf, lengthOf, type LessonCard } from '../outputs/library/lesson-card.ts';
import { drawing } from '../ui/drawing.ts';
import { icon, type IconName } from '../ui/icons.ts';

/** One lesson in the library: the whole card is its link. A lesson with mistakes says so in their own sentences. */
export function Card({ card }: { readonly card: LessonCard }) {
  const { slug, title, summary, stage } = card;
  return (
    <li class="card lesson-card">
      <div
        class="lesson-card__picture"
        dangerouslySetInnerHTML={{ __html: String(drawing(slug)) }}
      />
      {stage !== null && <p class="lesson-card__ages">{agesOf(stage)}</p>}
      <div class="lesson-card__words">
        <h3>{card.opens ? <a href={`lesson/${slug}/`}>{title}</a> : title}</h3>
        {summary && <p>{summary}</p>}
        <Mistakes card={card} />
        {card.opens && <Facts card={card} />}
      </div>
    </li>
  );
}

function Facts({ card }: { readonly card: LessonCard }) {
  const length = lengthOf(card);
  return (
    <ul class="facts">
      {length && <Fact name="clock">{length}</Fact>}
      {card.film !== null && <Fact name="film">Film</Fact>}
      <Fact name="hand">No devices needed</Fact>
    </ul>
  );
}

function Fact({ name, children }: { readonly name: IconName; readonly children: string }) {
  return (
    <li>
      <span class="facts__icon" dangerouslySetInnerHTML={{ __html: String(icon(name)) }} />
      {children}
    </li>
  );
}

function Mistakes({ card }: { readonly card: LessonCard }) {
  const errors = card.problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return null;
  const more = errors.length - 1;
  return (
    <div class="advice lesson-card__mistakes">
      <p>{card.opens ? `Line ${first.line}: ${first.message}` : first.message}</p>
      {more > 0 && (
        <p>
          {more === 1
            ? 'One more thing to put right is on its page.'
            : `${more} more things to put right are on its page.`}
        </p>
      )}
    </div>
  );
}
