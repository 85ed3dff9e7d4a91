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
