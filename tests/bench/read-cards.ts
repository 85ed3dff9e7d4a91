import { readCards } from '../../src/cards/read-cards.ts';
import { chances, drawRoom, drawScene, heldUp, LAPTOP, takeFrame } from '../cards/draw-class.ts';

/** How many frames are read before it counts, and how many then. */
const [FIRST, FRAMES] = [3, 20];

// Reads frames of a class of thirty, five metres from a laptop’s camera, and prints the median of the ms that a processor had to do for them.
const chance = chances(22);
const held = heldUp(30, chance, LAPTOP);
const scene = drawScene(drawRoom(chance, LAPTOP), held, LAPTOP);
const taken = Array.from({ length: FIRST + FRAMES }, () => {
  const frame = takeFrame(scene, chance, LAPTOP);
  const began = process.cpuUsage();
  if (readCards(frame).length < 28) throw new Error('Cards were not read');
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
});
console.log(taken.slice(FIRST).toSorted((a, b) => a - b)[FRAMES / 2]);
