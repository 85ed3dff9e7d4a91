import * as v from 'valibot';
import { toPrintSchema } from '../outputs/handouts/to-print-schema.ts';
import type { ToPrint } from '../outputs/handouts/to-print.ts';
import type { Site } from './site.ts';

/** All there is to print of a site, as its own list of it says. */
export async function readToPrint(site: Pick<Site, 'read'>): Promise<ToPrint> {
  const list = await site.read('print.json');
  if (list === null) throw new Error('Cannot print: the site has no list of sheets');
  return v.parse(toPrintSchema, JSON.parse(String(list)));
}
