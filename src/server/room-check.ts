/** “Can they reach us?”: whether one tablet has reached the pupils' door since a teacher asked. All it knows of the tablet is this one yes. */
export type RoomCheck = {
  /** Begins anew, with the words of a lesson. */
  start(lesson: string): void;
  /** The lesson whose words a tablet is to show; null while no check is under way. */
  lesson(): string | null;
  reach(): void;
  isReached(): boolean;
};

/** After this long, in ms, the pupils' door knows of no check any more. */
const LASTS_MS = 15 * 60_000;

/** Opens the check, in memory and for this process alone; `now` in ms. */
export function openRoomCheck(now: () => number): RoomCheck {
  let current = { lesson: '', until: 0, isReached: false };
  return {
    start(lesson) {
      current = { lesson, until: now() + LASTS_MS, isReached: false };
    },
    lesson: () => (now() < current.until ? current.lesson : null),
    reach() {
      current = { ...current, isReached: true };
    },
    isReached: () => current.isReached,
  };
}
