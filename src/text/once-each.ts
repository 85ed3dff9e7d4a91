/** The same function, asked once of each thing: for an answer that hangs on that thing alone, which never changes. */
export function onceEach<Of extends object, Answer>(
  answer: (of: Of) => Answer,
): (of: Of) => Answer {
  const known = new WeakMap<Of, { readonly answer: Answer }>();
  return (of) => {
    const one = known.get(of) ?? { answer: answer(of) };
    known.set(of, one);
    return one.answer;
  };
}

/** The same function, asked once. */
export function once<Answer>(ask: () => Answer): () => Answer {
  let known: { readonly answer: Answer } | null = null;
  return () => (known ??= { answer: ask() }).answer;
}

/** The same function, asked once for each name. */
export function onceForEach<Name extends string, Answer>(
  ask: (name: Name) => Answer,
): (name: Name) => Answer {
  const known = new Map<Name, { readonly answer: Answer }>();
  return (name) => {
    const one = known.get(name) ?? { answer: ask(name) };
    known.set(name, one);
    return one.answer;
  };
}
