/** Closes at a time, in ms since 1970, unless it is told another one, or none, before that. */
export function closingTime(close: () => void): (ends: number | undefined) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (ends) => {
    clearTimeout(timer);
    if (ends !== undefined) timer = setTimeout(close, Math.max(0, ends - Date.now()));
  };
}
