/** A school day, in ms: the longest that a session of staff lasts. */
export const SESSION_MS = 12 * 60 * 60_000;

/** Sessions that staff have signed out of, by the number each was given at random; kept until they would be over anyway. */
export type EndedSessions = {
  add(session: string): Promise<void>;
  has(session: string): Promise<boolean>;
  end(): void;
};

/** Those that this process was told of; `now` in ms since 1970. */
export function endedHere(now: () => number): EndedSessions {
  const ended = new Map<string, number>();
  return {
    async add(session) {
      for (const [one, until] of ended) if (until < now()) ended.delete(one);
      ended.set(session, now() + SESSION_MS);
    },
    has: async (session) => ended.has(session),
    end: () => ended.clear(),
  };
}
