/** Words as an id: lower case, without accents, joined by hyphens, at most 60 characters; empty when no letter or digit is left. */
export function slugOf(words: string): string {
  const short = words.slice(0, 400);
  const plain = /[^\x20-\x7e’“”–]/.test(short)
    ? short.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '')
    : short;
  const runs =
    plain
      .replaceAll(/['’]/g, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return runs.join('-').slice(0, 60).replace(/-$/, '');
}

/** Gives each id once: a second `help` becomes `help-2`. */
export function createIds(): (wanted: string) => string {
  const taken = new Set<string>();
  const tried = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    for (let n = tried.get(wanted) ?? 2; taken.has(id); n += 1) {
      id = `${wanted}-${n}`;
      tried.set(wanted, n + 1);
    }
    taken.add(id);
    return id;
  };
}
