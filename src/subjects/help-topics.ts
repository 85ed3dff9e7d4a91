/** What a lesson is about, as far as that decides who helps with it; `help:` in its head says which. `help/on-paper.ts` has who. */
export const helpTopics = ['pictures', 'money', 'consent', 'talk'] as const;

/** One of them. `pictures` is pressure over pictures, `talk` anything else that may be worth telling someone. */
export type HelpTopic = (typeof helpTopics)[number];

/** What a class’s devices know of it; `none` where the lesson’s subject has no help. */
export type HelpOnDevices = HelpTopic | 'none';

/** True for the name of one. */
export function isHelpTopic(name: unknown): name is HelpTopic {
  return helpTopics.some((one) => one === name);
}
