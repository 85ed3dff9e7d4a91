/** The ways of answering that a young person may want, in the order in which they are offered. */
export type Tone = 'firm' | 'light' | 'away' | 'leave';

/** Those a line can answer: people someone knows, who have asked for the first time. */
export type AnsweredAsker = 'partner' | 'friend' | 'group';

/** Those who get no answer at all: what helps there is help, never a line (M15). */
export type UnansweredAsker = 'again' | 'online' | 'adult' | 'threat';

/** Where someone may be who needs no line: something has happened already. */
export type Path = 'sent' | 'passed-on' | 'telling';

/** One thing to choose, as it is written on its button. */
type Choice<Id extends string> = { readonly id: Id; readonly label: string };

/** Who is asking, where a line may answer. */
export const answeredAskers: readonly Choice<AnsweredAsker>[] = [
  { id: 'partner', label: 'Someone I’m seeing' },
  { id: 'friend', label: 'A friend or classmate' },
  { id: 'group', label: 'A group chat' },
];

/** Who is asking, where no line is right. */
export const unansweredAskers: readonly Choice<UnansweredAsker>[] = [
  { id: 'again', label: 'Someone asking again after a no' },
  { id: 'online', label: 'Someone I only know online' },
  { id: 'adult', label: 'An adult' },
  { id: 'threat', label: 'Someone threatening me' },
];

/** Where help comes before any reply. */
export const URGENT: readonly (UnansweredAsker | Path)[] = ['threat', 'sent'];

/** What may have happened already. */
export const paths: readonly Choice<Path>[] = [
  { id: 'sent', label: 'I already sent something' },
  { id: 'passed-on', label: 'I asked or passed it on, and want to put it right' },
  { id: 'telling', label: 'What happens if I tell?' },
];

/** How a line sounds, and what files of earlier years call it. */
export const tones: readonly (Choice<Tone> & { readonly before?: string })[] = [
  { id: 'firm', label: 'Firm' },
  { id: 'light', label: 'Jokey', before: 'Light' },
  { id: 'away', label: 'Make an excuse', before: 'Get away' },
  { id: 'leave', label: 'Leave the chat' },
];
