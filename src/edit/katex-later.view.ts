const later: Record<string, unknown> = {};

// It stands in the place of a package, which exports itself by that name.
// oxlint-disable-next-line import/no-default-export
export { later as default };

/** Loads KaTeX, once; until then the reader in the worker has an empty one. */
export async function loadMaths(): Promise<void> {
  const { default: katex } = await import('katex');
  Object.assign(later, katex);
}
