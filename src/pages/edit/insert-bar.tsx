import {
  askedFor,
  askedWords,
  insertGroups,
  insertions,
  insertWords,
  type AskedWord,
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

/** The ways to put something into the text: no one has to know how it is written. What is put in most has a button, as many as there is room for; all that there is has a menu. */
export function InsertBar({ insert, ask, picture, more }: InsertProps) {
  return (
    <div class="insert" role="group" aria-label="Insert">
      <span class="insert__label" aria-hidden="true">
        Insert
      </span>
      <InsertButton word="slide" insert={insert} />
      <span class="insert__wide">
        <InsertButton word="part" insert={insert} />
      </span>
      <Button variant="quiet" icon="todo" onPress={ask}>
        Question
      </Button>
      <span class="insert__wide">
        {(['chat', 'cards', 'notes'] as const).map((word) => (
          <InsertButton key={word} word={word} insert={insert} />
        ))}
      </span>
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

type InsertDialogProps = Pick<InsertProps, 'insert'> & {
  readonly askFor: (word: AskedWord) => void;
  readonly close: () => void;
};

/** All that can be put into a lesson, by where it goes. */
export function InsertDialog({ insert, askFor, close }: InsertDialogProps) {
  return (
    <Dialog title="Insert" close={close}>
      <p>
        In the text, type <kbd class="key">/</kbd> at the start of a line for the same list.
      </p>
      <div class="insert__menu insert__menu--all">
        {insertGroups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            {askedWords
              .filter((word) => askedFor[word].group === group)
              .map((word) => (
                <InsertItem key={word} item={askedFor[word]} onPress={() => askFor(word)} />
              ))}
            {insertWords
              .filter((word) => insertions[word].group === group)
              .map((word) => (
                <InsertItem key={word} item={insertions[word]} onPress={() => insert(word)} />
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

type ItemProps = {
  readonly item: Pick<Insertion, 'name' | 'about' | 'icon'>;
  readonly onPress: () => void;
};

function InsertItem({ item: { name, about, icon }, onPress }: ItemProps) {
  return (
    <button type="button" onClick={onPress}>
      <Icon name={icon} />
      <span>
        <b>{name}</b>
        <span>{about}</span>
      </span>
    </button>
  );
}
