import {
  insertGroups,
  insertions,
  insertWords,
  PICTURE,
  type InsertGroup,
  type Insertion,
  type InsertWord,
} from '../../edit/insertions.ts';
import { Button, Dialog, Icon } from '../../ui/controls.view.tsx';

type InsertProps = {
  readonly insert: (word: InsertWord) => void;
  readonly ask: () => void;
  readonly picture: () => void;
  readonly more: () => void;
};

/** What is put in most has a button; all that there is has a menu. */
const OFTEN = { first: ['slide', 'part'], last: ['chat', 'cards', 'notes'] } as const;

/** The ways to put something into the text: no one has to know how it is written. */
export function InsertBar({ insert, ask, picture, more }: InsertProps) {
  return (
    <div class="insert" role="group" aria-label="Insert">
      <span class="insert__label" aria-hidden="true">
        Insert
      </span>
      {OFTEN.first.map((word) => (
        <InsertButton key={word} word={word} insert={insert} />
      ))}
      <Button variant="quiet" icon="todo" onPress={ask}>
        Question
      </Button>
      {OFTEN.last.map((word) => (
        <InsertButton key={word} word={word} insert={insert} />
      ))}
      <Button variant="quiet" icon="picture" onPress={picture}>
        Picture
      </Button>
      <Button variant="quiet" icon="list" onPress={more}>
        More
      </Button>
    </div>
  );
}

function InsertButton({
  word,
  insert,
}: Pick<InsertProps, 'insert'> & { readonly word: InsertWord }) {
  const { name, icon } = insertions[word];
  return (
    <Button variant="quiet" icon={icon} onPress={() => insert(word)}>
      {name}
    </Button>
  );
}

type InsertDialogProps = Pick<InsertProps, 'insert' | 'picture'> & { readonly close: () => void };

/** All that can be put into a lesson, by where it goes. */
export function InsertDialog({ insert, picture, close }: InsertDialogProps) {
  return (
    <Dialog title="Insert" close={close}>
      <p>
        In the text, type <kbd class="key">/</kbd> at the start of a line for the same list.
      </p>
      <div class="insert__menu">
        {insertGroups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            {itemsOf(group).map((one) => (
              <button
                type="button"
                key={one.name}
                onClick={() => (one.word === null ? picture() : insert(one.word))}
              >
                <Icon name={one.icon} />
                <span>
                  <b>{one.name}</b>
                  <span>{one.about}</span>
                </span>
              </button>
            ))}
          </section>
        ))}
      </div>
      <div class="dialog__row dialog__row--end">
        <Button onPress={close}>Cancel</Button>
      </div>
    </Dialog>
  );
}

type Item = Pick<Insertion, 'name' | 'about' | 'icon'> & {
  /** null for a picture, which is asked for. */
  readonly word: InsertWord | null;
};

function itemsOf(group: InsertGroup): readonly Item[] {
  const items = insertWords
    .filter((word) => insertions[word].group === group)
    .map((word): Item => ({ ...insertions[word], word }));
  return group === PICTURE.group ? [{ ...PICTURE, word: null }, ...items] : items;
}
