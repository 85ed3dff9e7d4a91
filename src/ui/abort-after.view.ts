/** A signal that aborts when `signal` does, and after `ms` at the latest. Written out for browsers that have no `AbortSignal.any` (Safari before 17.4, Chrome before 116). */
export function abortAfter(ms: number, signal: AbortSignal): AbortSignal {
  const either = new AbortController();
  const abort = () => either.abort();
  const timer = setTimeout(abort, ms);
  either.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true, signal: either.signal });
  return either.signal;
}
