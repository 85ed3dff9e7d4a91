import { REPORT_REMOVE_PAGE } from '../../../src/help/numbers.ts';
import { describe, expect, test } from 'vitest';
import { checkComebacks, comebackHazards } from '../../../src/checks/comebacks.ts';
import {
  answeredAskers,
  paths,
  tones,
  unansweredAskers,
} from '../../../src/outputs/comebacks/askers.ts';
import {
  comebacks,
  comebacksFor,
  nextStepsAfter,
} from '../../../src/outputs/comebacks/comebacks.ts';
import { comebacksPage } from '../../../src/outputs/comebacks/comebacks-page.ts';
import { homeHelpLines } from '../../../src/outputs/comebacks/pupil-help-block.ts';
import { pathSteps, stepsInstead, stepWords } from '../../../src/outputs/comebacks/help-steps.ts';
import { checkLesson } from '../../../src/checks/checks.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';

const by =
  'Written by: our youth council, 2027-01-20\nChecked by: the safeguarding lead, 2027-01-25\n';
const file = (line: string) => `${by}\n## A friend or classmate\n\n### Firm\n\n- ${line}\n`;
const codes = (line: string) => checkComebacks(file(line)).problems.map(({ code }) => code);

describe('the comebacks', () => {
  test('are forty different lines, each short enough for one message', () => {
    expect(new Set(comebacks.map(({ text }) => text)).size).toBe(40);
    expect(comebacks.filter(({ text }) => text.length > 60)).toEqual([]);
  });

  test('M14: each belong to someone who asks and a tone, with two to choose from at least, and something to do next', () => {
    for (const { id } of answeredAskers) {
      expect(nextStepsAfter(id).length).toBeGreaterThanOrEqual(3);
      for (const tone of tones) expect(comebacksFor(id, tone.id).length).toBeGreaterThanOrEqual(2);
    }
  });

  test.each(comebacks)('“$text” passes every check of a line to send', ({ text }) => {
    expect(codes(text)).toEqual([]);
  });

  test('and every step of help passes the checks of what pupils read', () => {
    const steps = [...Object.values(stepsInstead), ...Object.values(pathSteps)];
    const text = steps
      .map(
        (one) =>
          `### ${one.title}\n\n${one.words}\n\n${stepWords(one)
            .map((step) => `- ${step}`)
            .join('\n')}`,
      )
      .join('\n\n');
    const { lesson } = readLesson('steps', text);
    const shared = comebackHazards.filter(({ code }) => code !== 'comeback-wording');
    expect(checkLesson(lesson, text, { hazards: shared })).toEqual([]);
  });
});

describe('the page', () => {
  test('links numbers and the services’ own sites, chat before voice, and no other number that a line holds', () => {
    const lines = String(homeHelpLines({}));
    expect(lines).toContain('if you are under 18.');
    expect([...lines.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      'https://childline.org.uk/',
      'tel:08001111',
      `https://${REPORT_REMOVE_PAGE}/`,
      'https://ceop.police.uk/',
      'tel:999',
    ]);
  });

  const main = comebacksPage({})['main'] ?? '';
  const step = (id: string) =>
    new RegExp(`<section class="step[^"]*" id="${id}"[^]*?</section>`).exec(main)?.[0] ?? '';

  test('M15: shows help and never a line for an adult, a stranger, a threat or a person who asks again', () => {
    for (const { id } of unansweredAskers) {
      expect(step(id)).toContain('Tell');
      expect(step(id)).not.toContain('class="line"');
    }
  });

  const help = main.slice(main.lastIndexOf('<div class="help"'));

  test('M14: has what next on the card of the lines, and who can help below each', () => {
    for (const asker of answeredAskers) {
      for (const tone of tones) {
        const card = step(`${asker.id}-${tone.id}`);
        expect(card.match(/class="line"/g)?.length).toBe(comebacksFor(asker.id, tone.id).length);
        expect(card).toContain('What next');
        expect(card).toContain('class="step step--line"');
      }
    }
  });

  test('has a calm way on for what has happened already, with help on it', () => {
    for (const { id } of paths) {
      expect(step(id)).toContain('class="step step--help"');
    }
    expect(help).toContain('or call <a href="tel:08001111">0800\u00a01111</a>');
    // After all steps: by where it is the page shows it.
    expect(help).not.toContain('<section');
  });

  test('M20: says who takes a picture down, and shows no doubt; what the school found to be wrong has no address', () => {
    const itsPage = `href="https://${REPORT_REMOVE_PAGE}/"`;
    expect(step('sent')).toMatch(/You can ask <a [^>]*>Report Remove \(childline\.org\.uk\)<span/);
    expect(step('sent')).toContain(itsPage);
    expect(help.slice(help.indexOf('Report Remove'))).toContain(itsPage);
    const words = comebacksPage({ contacts: 'words' })['main'] ?? '';
    expect(words).toContain(
      'You can ask Report Remove (childline.org.uk) to help get it taken down.',
    );
    expect(words).not.toContain(REPORT_REMOVE_PAGE);
    expect(main.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/[Cc]hecked|confirm/);
    expect(comebacksPage({ hidden: ['ceop'] })['main']).not.toContain('ceop.police.uk');
  });

  test('has every place it leads to', () => {
    const wanted = [...main.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(wanted.filter((id) => !main.includes(`id="${id}"`))).toEqual([]);
  });

  test('takes in lines that young people of the place wrote, escaped', () => {
    const { lines } = checkComebacks(file('Nah, <b>not</b> my thing.'));
    expect(comebacksPage({ more: lines })['main']).toContain(
      'Nah, &lt;b&gt;not&lt;/b&gt; my thing.',
    );
  });
});

describe('a line of the reader’s own', () => {
  test.each([
    'Maybe later.',
    'Only if you send one first.',
    'You’re such a creep.',
    'That’s so gay.',
    'My brother will batter you.',
    'In your dreams, babe.',
    'I’ll send you a different one.',
    'Best I can do is a selfie.',
    'If you like me, you’ll wait.',
  ])('“%s” is reported, and shown nowhere (H15)', (line) => {
    expect(new Set(codes(line))).toEqual(new Set(['comeback-wording']));
    expect(checkComebacks(file(line)).lines).toEqual([]);
  });

  test.each([
    'No thanks.',
    'I’m off to football.',
    'Not for me.',
    'See you later at practice.',
    'Nobody here needs that.',
    'My mum’s calling, bye.',
  ])('“%s” may be sent', (line) => {
    expect(codes(line)).toEqual([]);
    expect(checkComebacks(file(line)).lines.map(({ text }) => text)).toEqual([line]);
  });
});
