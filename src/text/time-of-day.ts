/** True for a time of day as a field gives it and as it is stored: `09:50`. */
export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Minutes from midnight to a time of day; null for anything else. */
export function minutesOfDay(text: string): number | null {
  if (!isTimeOfDay(text)) return null;
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The time of day so many minutes after midnight; the last minute of the day at the latest. */
export function timeOfDay(minutes: number): string {
  const whole = Math.min(Math.max(0, minutes), 24 * 60 - 1);
  return [Math.floor(whole / 60), whole % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
