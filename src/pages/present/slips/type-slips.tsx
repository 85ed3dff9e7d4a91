import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/controls.view.tsx';
import { readAnswer } from '../../../poll/answer.ts';
import type { SlipItem } from '../../../room/slips.ts';
import { itemAt, slipKeyOf, type SlipCount, type SlipKey, slipTitle } from './slip-count.ts';

type TypeProps = {
  readonly count: SlipCount;
  readonly type: (key: SlipKey) => void;
  readonly done: () => void;
};

/** Types slips in: one key an answer, and the next slip by itself. */
export function TypeSlips({ count, type, done }: TypeProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const key = slipKeyOf(event.key);
      const isOnButton = event.target instanceof HTMLButtonElement && event.key === 'Enter';
      if (
        key === null ||
        isOnButton ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.repeat
      ) {
        return;
      }
      event.preventDefault();
      type(key);
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [type]);
  const n = count.slips.length + 1;
  return (
    <>
      <h1 tabIndex={-1} ref={title}>
        Slip {n}
      </h1>
      <p class="unseen" role="status">
        Slip {n}, {count.now.length + 1} of {count.items.length}: {itemAt(count)?.question.prompt}
      </p>
      <ol class="slips__items">
        {count.items.map((item, at) => (
          <Item key={slipTitle(item)} item={item} count={count} at={at} type={type} />
        ))}
      </ol>
      <div class="buttons">
        <Button onPress={() => type('blank')} shortcut="0">
          Left blank
        </Button>
        <Button
          onPress={() => type('back')}
          icon="back"
          shortcut="⌫"
          disabled={n === 1 && count.now.length === 0}
        >
          One back
        </Button>
        <Button onPress={done} variant="main" disabled={count.slips.length === 0}>
          {count.slips.length === 1
            ? 'That was the only one'
            : `That is all: ${count.slips.length} slips`}
        </Button>
      </div>
    </>
  );
}

type ItemProps = {
  readonly item: SlipItem;
  readonly count: SlipCount;
  readonly at: number;
  readonly type: (key: SlipKey) => void;
};

function Item({ item, count, at, type }: ItemProps) {
  const { options, picks } = item.question;
  const given = count.now[at];
  if (at !== count.now.length) {
    return (
      <li>
        {slipTitle(item)}{' '}
        <b>
          {given === undefined
            ? ''
            : (readAnswer(given)
                ?.map((id) => labelOf(item, id))
                .join(', ') ??
                'left blank') ||
              'none'}
        </b>
      </li>
    );
  }
  return (
    <li class="slips__now" aria-current="step">
      <b>{slipTitle(item)}</b>
      <div class="slips__options">
        {options.map(({ id, label, text }, place) => (
          <Button
            key={id}
            onPress={() => type(place + 1)}
            shortcut={String(place + 1)}
            pressed={count.picked.includes(id)}
          >
            {label === String(place + 1) ? text || label : `${label}: ${text}`}
          </Button>
        ))}
        {picks === 'several' && (
          <Button onPress={() => type('enter')} shortcut="Enter" variant="main">
            {count.picked.length === 0 ? 'None of these' : 'Next'}
          </Button>
        )}
      </div>
    </li>
  );
}

function labelOf({ question }: SlipItem, id: string): string {
  return question.options.find((option) => option.id === id)?.label ?? id;
}
