import type { Service } from './services.ts';

/** The nations of the UK, whose schools have helplines of their own beside those of all. */
export const nations = ['England', 'Wales', 'Scotland', 'Northern Ireland'] as const;

/** One of them. */
export type Nation = (typeof nations)[number];

/** True for a service that helps in a nation: those of the UK and of the world in each. Of a school that named none, every service may be. */
export function isHere(
  { nation: of }: Pick<Service, 'nation'>,
  nation: Nation | '' | undefined = '',
): boolean {
  return nation === '' || of === 'UK' || of === 'Worldwide' || of.includes(nation);
}
