import { randomBelow } from '../poll/ballot.ts';
import type { Random } from '../poll/ballot.ts';

/** Short words that everyone can spell, none of which sounds like another or means anything in a lesson. */
export const WORDS: readonly string[] = [
  'acorn amber anchor apple april arrow autumn badge bagel baker balsa banjo barley basil basket beacon bonnet border bottle branch',
  'bridge bright bucket button cactus camel candle canoe canvas carpet carrot castle cedar celery cherry chess circle citrus clover',
  'coast cobalt coconut comet copper coral cotton cradle crayon cricket crystal curtain daisy damson desert domino donkey dragon',
  'eagle easel echo elder ember emerald engine falcon feather fennel fern ferry fiddle flag flute forest fossil fountain fox garden',
  'garlic giraffe glacier globe glove goblet gravel guitar hammer hammock harbour harvest hazel heron hexagon honey horizon igloo',
  'indigo island ivory jacket jasmine jersey jigsaw juniper kayak kettle kitchen kiwi koala ladder lagoon lantern lavender lemon',
  'lentil library lilac lizard lobster locket lotus magnet magpie mango maple marble market meadow melon mint mirror mitten monkey',
  'mosaic mountain muffin mustard napkin nectar needle noodle nutmeg oasis ocean olive onion opal orange orbit orchard otter owl',
  'oyster paddle palace panda paper parcel parsley pebble pelican pencil penguin pepper piano picnic pillow pilot pine planet plum',
  'pocket pond pony poplar potato prism puffin pumpkin puzzle pyramid quartz quilt rabbit radish rainbow raven ribbon river robin',
  'rocket rosemary ruby saddle saffron sailor salmon sandal satin saturn scarf seagull silver sketch sleigh spoon spruce squirrel',
  'stable statue stream sunset swan tangerine teapot tennis thimble tiger timber tomato topaz tractor trumpet tulip tunnel turtle',
  'umbrella valley vanilla velvet village violet violin wagon walnut whale wicker willow window winter wizard wolf yellow yoghurt',
  'zebra zipper',
].flatMap((line) => line.split(' '));

/** Words a phrase has. */
const LENGTH = 4;

/** A fresh phrase by which a teacher goes on with a room in another browser: four words, of 3.6 thousand million. */
export function makePhrase(random: Random): string {
  return Array.from({ length: LENGTH }, () => WORDS[randomBelow(WORDS.length, random)] ?? '').join(
    ' ',
  );
}

/** A phrase as someone typed it, in any case, with spaces, commas or hyphens; null when it cannot be one. */
export function readPhrase(typed: string): string | null {
  const words = typed
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  return words.length === LENGTH && words.every((word) => WORDS.includes(word))
    ? words.join(' ')
    : null;
}
