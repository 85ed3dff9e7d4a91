/** What the check of a film found: how much it matters, what to do about it, and one line for ffmpeg that does it, where one does. We never run it. */
export type Finding = {
  readonly code: string;
  /** An error keeps the film from playing or from stopping where it should; a warning is for someone who would be left out; `well` is as it should be. */
  readonly severity: 'error' | 'warning' | 'well';
  readonly found: string;
  readonly todo: string;
  readonly command: string | null;
};

/** As it should be. */
export function well(code: string, found: string): Finding {
  return { code, severity: 'well', found, todo: '', command: null };
}

/** Keeps the film from playing, or from stopping where it should. */
export function error(code: string, found: string, { todo, command = null }: Mend): Finding {
  return { code, severity: 'error', found, todo, command };
}

/** Worth putting right. */
export function warning(code: string, found: string, { todo, command = null }: Mend): Finding {
  return { code, severity: 'warning', found, todo, command };
}

type Mend = { readonly todo: string; readonly command?: string | null };
