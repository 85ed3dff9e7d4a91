import type { Problem } from '../text/problem.ts';

/** What `media/<film>/film.yaml` says. A film without `length` and stop times counts as absent. */
export type Manifest = {
  readonly title: string;
  readonly rights: string;
  readonly contentNote: string;
  readonly fps: number;
  /** Seconds. */
  readonly length: number;
  /** Stop name → seconds into the film. */
  readonly stops: Readonly<Record<string, number>>;
};

/** Reads a film's manifest; null with problems when it cannot be used, null without when it gives no times yet (the film counts as absent). */
export declare function readManifest(yaml: string): { readonly manifest: Manifest | null; readonly problems: readonly Problem[] };
