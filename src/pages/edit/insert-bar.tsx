import { useRef } from 'preact/hooks';
import { insertGroups, insertions, insertWords, type InsertWord } from '../../edit/insertions.ts';
import { Button, Icon } from '../../ui/controls.view.tsx';

type InsertProps = {
  readonly insert: (word: InsertWord) => void;
  readonly ask: () => void;
};

/** What is put in most has a button; all that there is has a menu. */
const OFTEN: readonly InsertWord[] = ['slide', 'part', 'chat', 'cards', 'notes'];

/** The ways to put something into the text: nobody has to know how it is written. */
export function InsertBar({ insert, ask }: InsertProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const choose = (word: InsertWord) => {
    if (menu.current !== null) menu.current.open = false;
    insert(word);
  };
  return (
    <div class="insert" role="group" aria-label="Insert">
      <span class="insert__label" aria-hidden="true">
        Insert
      </span>
      <Button variant="quiet" icon="todo" onPress={ask}>
        Question
      </Button>
      {OFTEN.map((word) => (
        <Button
          key={word}
          variant="quiet"
          icon={insertions[word].icon}
          onPress={() => insert(word)}
        >
          {insertions[word].name}
        </Button>
      ))}
      <details
        class="insert__more"
        ref={menu}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || menu.current === null) return;
          menu.current.open = false;
          menu.current.querySelector('summary')?.focus();
        }}
      >
        <summary class="button button--quiet">
          <Icon name="list" />
          More
        </summary>
        <div class="insert__menu">
          {insertGroups.map((group) => (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              {insertWords
                .filter((word) => insertions[word].group === group)
                .map((word) => (
                  <button type="button" key={word} onClick={() => choose(word)}>
                    <Icon name={insertions[word].icon} />
                    <span>
                      <b>{insertions[word].name}</b>
                      <span>{insertions[word].about}</span>
                    </span>
                  </button>
                ))}
            </section>
          ))}
          <p>
            In the text, type <kbd>/</kbd> at the start of a line.
          </p>
        </div>
      </details>
    </div>
  );
}
