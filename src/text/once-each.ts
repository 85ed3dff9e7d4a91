/** The same function, asked once of each thing: for an answer that hangs on that thing alone, which never changes. */
export function onceEach<Of extends object, Answer>(
  answer: (of: Of) => Answer,
): (of: Of) => Answer {
  return askedOnce(answer, new WeakMap());
}

/** The same function, asked once for each name. */
export function onceForEach<Name extends string, Answer>(
  ask: (name: Name) => Answer,
): (name: Name) => Answer {
  return askedOnce(ask, new Map());
}

/** The same function, asked once. */
export function once<Answer>(ask: () => Answer): () => Answer {
  let known: { readonly answer: Answer } | null = null;
  return () => (known ??= { answer: ask() }).answer;
}

/** What was answered, by what it was asked of; in an object, so that an answer may be nothing. */
type Known<Of, Answer> = {
  get(of: Of): { readonly answer: Answer } | undefined;
  set(of: Of, one: { readonly answer: Answer }): unknown;
};

function askedOnce<Of, Answer>(
  ask: (of: Of) => Answer,
  known: Known<Of, Answer>,
): (of: Of) => Answer {
  return (of) => {
    const one = known.get(of) ?? { answer: ask(of) };
    known.set(of, one);
    return one.answer;
  };
}
