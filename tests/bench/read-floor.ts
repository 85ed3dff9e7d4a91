import { readFileSync } from 'node:fs';
import markdownIt from 'markdown-it';

// The least that can be done with a lesson's text: Markdown made into HTML, by the same renderer, with nothing known of lessons.
// `read-floor.ts FILE RUNS` prints the milliseconds of processor time of the quickest run.
const [, , file = '', runs = '1'] = process.argv;
const text = readFileSync(file, 'utf8');
const markdown = markdownIt({ html: true });

let quickest = Infinity;
for (let run = 0; run < Number(runs); run += 1) {
  const began = spent();
  markdown.render(text);
  quickest = Math.min(quickest, spent() - began);
}
console.log(quickest);

function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
