import { agesOf, lengthOf, REHEARSAL, type LessonCard } from '../outputs/library/lesson-card.ts';
import { foundIn, type Marked } from '../outputs/library/found-line.ts';
import type { Series } from '../outputs/library/lesson-shelves.ts';
import { writeClockTime } from '../text/clock-time.ts';
import { pageAddress } from '../text/site-file.view.ts';
import { drawing } from '../ui/drawing.ts';
import { icon, type IconName } from '../ui/icons.ts';

/** A lesson as a card: the whole card is its link. One that others follow says that it is taught first, and has them below it. */
export function SeriesCard({
  series: { first, next },
  also = [],
  isOfAge = false,
}: {
  readonly series: Series;
  /** Lessons that stand below it, and do not follow it. */
  readonly also?: readonly LessonCard[];
  /** True below a heading that says the age. */
  readonly isOfAge?: boolean;
}) {
  return (
    <>
      <article class="card lesson-card">
        <Picture slug={first.slug} />
        {next.length > 0 && first.slug !== REHEARSAL && (
          <p class="lesson-card__first">Teach this first</p>
        )}
        <div class="lesson-card__words">
          <Title card={first} />
          {first.summary && <p class="lesson-card__summary">{first.summary}</p>}
          <Mistakes card={first} />
          {first.opens && <Facts card={first} isOfAge={isOfAge} />}
        </div>
      </article>
      {next.length + also.length > 0 && (
        <ul class="next">
          {next.map((card) => (
            <Row key={card.slug} card={card} isNext />
          ))}
          {also.map((card) => (
            <Row key={card.slug} card={card} />
          ))}
        </ul>
      )}
    </>
  );
}

/** A lesson among those that a search found, with what was found in it. */
export function FoundCard({
  card,
  words,
}: {
  readonly card: LessonCard;
  /** As typed. */
  readonly words: string;
}) {
  const { summary, line } = foundIn(card, words);
  return (
    <li class="card lesson-card lesson-card--found">
      <Picture slug={card.slug} />
      <div class="lesson-card__words">
        <Title card={card} />
        {card.summary && (
          <p class="lesson-card__summary">
            <MarkedWords words={summary} />
          </p>
        )}
        {line && (
          <p class="lesson-card__line">
            {line.where}: <MarkedWords words={line.words} />
          </p>
        )}
        <Mistakes card={card} />
      </div>
      {card.opens && <Facts card={card} />}
    </li>
  );
}

function MarkedWords({ words }: { readonly words: Marked }) {
  return (
    <>{words.map((part, at) => (part.isFound ? <mark key={at}>{part.words}</mark> : part.words))}</>
  );
}

/** A lesson below another, as a row; `isNext` where it follows it. */
function Row({ card, isNext = false }: { readonly card: LessonCard; readonly isNext?: boolean }) {
  const { slug, title, opens } = card;
  const [first] = errorsOf(card);
  return (
    <li class="next__one">
      <Picture slug={slug} />
      <span class="next__title">
        {isNext && <span class="unseen">Next: </span>}
        {opens ? <a href={addressOf(card)}>{title}</a> : title}
      </span>
      <span class="next__facts">{first ? `Needs fixing: line ${first.line}` : lengthOf(card)}</span>
    </li>
  );
}

function Picture({ slug }: { readonly slug: string }) {
  return <div class="lesson-picture" dangerouslySetInnerHTML={{ __html: String(drawing(slug)) }} />;
}

function Title({ card }: { readonly card: LessonCard }) {
  return <h3>{card.opens ? <a href={addressOf(card)}>{card.title}</a> : card.title}</h3>;
}

/** A lesson’s page; the lesson to practise with begins at once, where nothing is wrong with it. */
function addressOf(card: LessonCard): string {
  return isPractised(card)
    ? `${pageAddress(`present/${card.slug}/`)}?rehearse`
    : pageAddress(`lesson/${card.slug}/`);
}

function isPractised(card: LessonCard): boolean {
  return card.slug === REHEARSAL && errorsOf(card).length === 0;
}

function Facts({
  card,
  isOfAge = false,
}: {
  readonly card: LessonCard;
  readonly isOfAge?: boolean;
}) {
  const { slug, title, stage, film, films } = card;
  const length = lengthOf(card);
  return (
    <ul class="facts">
      {!isOfAge && stage !== null && slug !== REHEARSAL && (
        <Fact name="people">{agesOf(stage)}</Fact>
      )}
      {length && <Fact name="clock">{length}</Fact>}
      {film !== null && (
        <Fact name="film">
          {`${title.endsWith(film.title) ? 'Film' : `With ${film.title}`}, ${writeClockTime(film.length)}`}
        </Fact>
      )}
      {film === null && films.length > 0 && <Fact name="film">Film missing</Fact>}
      {isPractised(card) && (
        <li>
          <a class="lesson-card__plan" href={pageAddress(`lesson/${slug}/`)}>
            See its plan
          </a>
        </li>
      )}
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
  const errors = errorsOf(card);
  const [first] = errors;
  if (!first) return null;
  const more = errors.length - 1;
  return (
    <div class="advice lesson-card__mistakes">
      <p>
        <b>{card.opens ? `Needs fixing: line ${first.line}` : 'Needs fixing'}</b> {first.message}
      </p>
      {more > 0 && (
        <p>
          {more === 1
            ? 'One more thing to fix is on its page.'
            : `${more} more things to fix are on its page.`}
        </p>
      )}
    </div>
  );
}

function errorsOf({ problems }: LessonCard): LessonCard['problems'] {
  return problems.filter(({ severity }) => severity === 'error');
}
