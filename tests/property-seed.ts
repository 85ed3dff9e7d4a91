import { today } from '../src/site/today.ts';

/** Chooses the seed of every property before the first test, and prints it: the day, or what PROPERTY_SEED says. */
export function setup(): void {
  process.env['PROPERTY_SEED'] ??= today().replaceAll('-', '');
  console.log(`Properties are tried with PROPERTY_SEED=${process.env['PROPERTY_SEED']}.`);
}
