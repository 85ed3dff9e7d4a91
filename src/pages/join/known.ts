/**
 * True for an object. That the rest is as its type says follows from the version that every request of this page says and the
 * program checks (R32): the page has no room for a schema (decision 064).
 */
export function isKnown<Value extends object>(value: unknown): value is Value {
  return Object(value) === value;
}
