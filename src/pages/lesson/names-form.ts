import { tidyName } from '../../document/character-name.ts';
import { nameProblem, type Names } from '../../lesson/names.ts';
import {
  namesIn,
  keepToday,
  namesToday,
  showNames,
  type LessonHere,
} from '../../lesson/today.view.ts';

/** Starts the form that changes the characters' names for today; the page shows them at once. */
export function startNamesForm(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-names]');
  if (form === null) return;
  const own = namesIn(form);
  const here: LessonHere = {
    slug: form.dataset['lesson'] ?? '',
    site: new URL('../../', location.href).pathname,
  };
  const [status, clear] = [
    form.querySelector('[role=status]'),
    form.querySelector<HTMLButtonElement>('[data-own]'),
  ];
  const inputs = [...form.querySelectorAll('input')];

  function show(names: Names): void {
    for (const input of inputs) input.value = names[input.name] ?? '';
    if (clear) clear.hidden = !isChanged(names);
    showNames(document, names);
  }

  function isChanged(names: Names): boolean {
    return Object.keys(own).some((field) => names[field] !== own[field]);
  }

  function say(words: string, wrong?: HTMLInputElement): void {
    for (const input of inputs) {
      input.toggleAttribute('aria-invalid', input === wrong);
      if (input === wrong) input.setAttribute('aria-invalid', 'true');
    }
    if (status) status.textContent = words;
    wrong?.focus();
  }

  function take(event: SubmitEvent): void {
    event.preventDefault();
    const names = Object.fromEntries(inputs.map(({ name, value }) => [name, tidyName(value)]));
    const wrong = inputs.find(({ name }) => nameProblem(name, names) !== null);
    if (wrong) return say(nameProblem(wrong.name, names) ?? '', wrong);
    if (!keepToday(here, own, { names }) && isChanged(names)) return say(KEEPS_NOTHING);
    show(names);
    say(isChanged(names) ? CHANGED : 'These are the lesson’s own names.');
  }

  form.addEventListener('submit', take);
  clear?.addEventListener('click', () => {
    keepToday(here, own, { names: own });
    show(own);
    say('The lesson’s own names are back.');
    inputs[0]?.focus();
  });
  show(namesToday(here, own));
  form.hidden = false;
}

const KEEPS_NOTHING =
  'This browser keeps nothing, so the names cannot be changed. Say other names aloud instead.';
const CHANGED =
  'Changed for today: on the board, in the questions and on paper. Only this browser has the names, until you finish the lesson or the day is over.';
