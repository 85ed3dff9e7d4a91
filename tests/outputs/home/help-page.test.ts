import { REPORT_REMOVE_PAGE } from '../../../src/help/numbers.ts';
import { asRead } from '../../as-read.ts';
import { describe, expect, test } from 'vitest';
import { checkLesson } from '../../../src/checks/checks.ts';
import { comebackHazards } from '../../../src/checks/comebacks.ts';
import { readingAge } from '../../../src/checks/reading-age.ts';
import { unansweredAskers } from '../../../src/outputs/comebacks/askers.ts';
import {
  pathSteps,
  shownSteps,
  stepsInstead,
  stepWords,
  TONIGHT,
} from '../../../src/outputs/comebacks/help-steps.ts';
import { comebacksPage } from '../../../src/outputs/comebacks/comebacks-page.ts';
import { needCards, needs } from '../../../src/outputs/comebacks/needs.ts';
import { adultHelpPage, helpPage } from '../../../src/outputs/home/help-page.ts';
import type { Nation } from '../../../src/help/nations.ts';
import { isForPupils, services } from '../../../src/help/services.ts';
import { whoAnswers } from '../../../src/help/who-answers.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { forPupilDevices } from '../../../src/ui/home-foot.ts';
import { html } from '../../../src/text/html.ts';

const today = '2026-11-25';
const confirmed = Object.fromEntries(
  services.map(({ id }) => [id, { on: today, by: 'safeguarding lead' }]),
);
const main = helpPage({})['main'] ?? '';
const escaped = (words: string) => String(html`${words}`);

/** The part of the page that is shown for one name in the address. */
function step(id: string): string {
  const from = main.indexOf(`id="${id}"`);
  expect(from, id).toBeGreaterThan(-1);
  return main.slice(from, main.indexOf('</section>', from));
}

/** Words as they are read, without what a link says of where it leads. */
function readable(made: string): string {
  return made
    .replaceAll(/<span class="unseen">[^<]*<\/span>|<\/?a\b[^>]*>/g, '')
    .replaceAll('Report Remove (childline.org.uk)', 'Report Remove');
}

describe('the page of help', () => {
  test('leads from every reason to come to steps and to who can help, at most four routes and 999 (M20)', () => {
    for (const { id } of needs) {
      expect(main).toContain(`href="#${id}"`);
      const lines = step(id)
        .match(/<ul data-home-help>([^]*?)<\/ul>/)?.[1]
        ?.match(/<li>/g);
      expect(lines).toHaveLength(5);
      expect(step(id)).toContain('999');
    }
  });

  test('has an answer for what was sent, was got, or was made, and a way to report it in an app', () => {
    const labels = {
      sent: 'I already sent something',
      received: 'Someone sent me a nude',
      fake: 'Someone made a fake of me',
    };
    const first = step('start');
    for (const [id, label] of Object.entries(labels)) {
      expect(first).toContain(`<a class="choice" href="#${id}">${label}</a>`);
      expect(asRead(step(id))).toMatch(/Tell (?:an|one) adult you trust/);
    }
    for (const id of ['threat', 'passed', 'fake', 'received', 'online']) {
      expect(step(id)).toContain('href="#in-app"');
    }
    // Words that fit any app, and no app’s name: their menus change.
    expect(step('in-app')).toMatch(/Press and hold the message.*Look for “Report”/s);
    expect(main).not.toMatch(/Snapchat|Instagram|WhatsApp|TikTok|Roblox|Discord/);
  });

  test('has for a child in despair what can be done tonight, and promises no outcome', () => {
    for (const id of ['threat', 'sent', 'passed', 'fake']) {
      expect(step(id)).toContain(TONIGHT);
      expect(step(id)).not.toMatch(/sorted out|\bhours?\b/);
    }
  });

  test('says the steps of the comebacks’ page in the same words', () => {
    for (const { id } of unansweredAskers) {
      for (const words of stepWords(stepsInstead[id])) {
        expect(readable(step(id))).toContain(escaped(words));
      }
    }
    for (const words of stepWords(pathSteps['passed-on'])) {
      expect(readable(step('passed-on'))).toContain(escaped(words));
    }
  });

  test('has every place that it leads to', () => {
    const wanted = [...main.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(wanted.filter((id) => !main.includes(`id="${id}"`))).toEqual([]);
  });

  test('has no service for adults on it, whatever is confirmed, and nothing for adults at all on pupils’ devices (M21)', () => {
    for (const service of services.filter((one) => !isForPupils(one))) {
      expect(main).not.toContain(service.name);
      for (const contact of service.contacts) expect(main).not.toContain(contact);
    }
    expect(main).toContain('./adults/');
    expect(forPupilDevices(main)).not.toMatch(/adults\/|I work with children|I look after/);
    expect(forPupilDevices(main)).toContain('id="talk"');
  });

  test('rings the numbers that are always valid with one press at home, and is words alone on pupils’ devices (M10)', () => {
    expect(step('threat')).toContain('<a href="tel:08001111">0800\u00a01111</a>');
    expect(step('threat')).toContain('<a href="tel:999">999</a>');
    const words = forPupilDevices(helpPage({ contacts: 'words' })['main'] ?? '');
    expect(words).not.toContain('tel:');
    expect(words).toMatch(
      /Childline<\/b>: chat on childline\.org\.uk, or call 0800\u00a01111, free/,
    );
    expect(words).not.toMatch(/https?:|target=/);
  });

  test('leads to the services’ own sites alone, in a new tab, without saying where from, and says where to (M24)', () => {
    const links = [...main.matchAll(/<a [^>]*href="(https?:[^"]*)"[^>]*>([^]*?)<\/a>/g)];
    expect(new Set(links.map(([, to]) => to))).toEqual(
      new Set([
        'https://childline.org.uk/',
        'https://ceop.police.uk/',
        `https://${REPORT_REMOVE_PAGE}/`,
      ]),
    );
    for (const [link, , words] of links) {
      expect(link).toContain('target="_blank" rel="noopener noreferrer"');
      expect(words).toMatch(/opens (?:Childline|CEOP)’s own site in a new tab/);
    }
  });

  test('says what happens when someone chats or calls, and names the lead where the school has', () => {
    expect(step('threat')).toContain(whoAnswers.childline.words);
    const named = asRead(helpPage({ lead: 'The lead, Room 4' })['main'] ?? '');
    expect(named).toContain('At the school, you can ask for <b>The lead, Room 4</b>');
    expect(asRead(main)).not.toContain('you can ask for');
  });

  test('leaves out a service that the school found to be wrong (TEACHING 0.1)', () => {
    expect(helpPage({ hidden: ['ceop', 'childline', '999'] })['main']).not.toContain(
      'ceop.police.uk',
    );
    expect(helpPage({ hidden: ['ceop', 'childline', '999'] })['main']).toMatch(
      /0800\u00a01111[^]*>999</,
    );
  });

  test('leaves out the steps to a service that the school hides, on the comebacks’ page too (TEACHING 0.1)', () => {
    for (const make of [helpPage, comebacksPage]) {
      const all = make({})['main'] ?? '';
      expect(all).toContain('<li>You can report it to CEOP: see below.</li>');
      expect(readable(all)).toContain('Report Remove to help get it taken down');
      expect(make({ hidden: ['ceop', 'report-remove'] })['main']).not.toMatch(/CEOP|Report Remove/);
    }
  });

  test('never reads as if a picture had to be deleted', () => {
    const words = needCards.flatMap(({ steps }) => stepWords(steps));
    expect(words.filter((step) => /never (?:keep )?a picture/i.test(step))).toEqual([]);
    for (const step of words.filter((one) => one.startsWith('Keep '))) {
      expect(step).toContain('Leave any picture where it is.');
    }
  });

  test('passes the checks of what pupils read', () => {
    const text = needCards
      .map(
        ({ steps }) =>
          `### ${steps.title}\n\n${steps.words}\n\n${shownSteps(steps)
            .map(({ words, more = '' }) => `- ${words} ${more}`)
            .join('\n')}`,
      )
      .join('\n\n');
    const { lesson } = readLesson('help', text);
    const shared = comebackHazards.filter(({ code }) => code !== 'comeback-wording');
    expect(checkLesson(lesson, text, { hazards: shared })).toEqual([]);
  });
});

/** The words of a page as H22 reads them: one text, each paragraph and step a sentence at least. */
function asked(made: string, stage: 'KS2' | 'adults'): readonly string[] {
  const blocks = [...made.matchAll(/<(p|li|h1|h2|h3)\b[^>]*>([^]*?)<\/\1>/g)].map(
    ([, , inner = '']) => inner.replaceAll(/<[^>]*>/g, ' ').trim(),
  );
  const text = blocks.map((words) => (/[.!?:]$/.test(words) ? words : `${words}.`)).join('\n\n');
  const { lesson } = readLesson('help', text);
  return checkLesson({ ...lesson, stage }, text, { hazards: [readingAge] }).map(
    ({ message }) => message,
  );
}

describe('the reading age of help (H22)', () => {
  test('is nine or less for young people, step by step, and eleven or less for adults', () => {
    const steps = needCards.map(({ id }) => step(id));
    for (const one of [main, ...steps]) expect(asked(one, 'KS2')).toEqual([]);
    const made = adultHelpPage({ today, confirmed }, [])['main'] ?? '';
    expect(asked(made, 'adults')).toEqual([]);
    const hard =
      'Professionals with safeguarding responsibilities should immediately communicate potentially significant information. '.repeat(
        8,
      );
    expect(asked(`${made}<p>${hard}</p>`, 'adults')).not.toEqual([]);
  });
});

describe('help for adults', () => {
  test('has the helpline of the school’s own nation once someone has checked it, and no other nation’s', () => {
    const checked = { on: '2026-11-25', by: 'safeguarding lead' };
    const confirmed = { meic: checked, 'children-first': checked, lifeline: checked };
    const shown = (nation: Nation | '', by: typeof confirmed | object = confirmed) => {
      const made = adultHelpPage({ today, confirmed: { ...by }, nation }, [])['main'] ?? '';
      return ['Meic', 'Children First', 'Lifeline'].filter((name) => made.includes(`<b>${name}`));
    };
    expect(shown('Wales')).toEqual(['Meic']);
    expect(shown('Scotland')).toEqual(['Children First']);
    expect(shown('Northern Ireland')).toEqual(['Lifeline']);
    expect(shown('England')).toEqual([]);
    expect(shown('Wales', {})).toEqual([]);
  });

  test('names the safeguarding lead where the school has', () => {
    const lead = 'The lead, Room 4';
    const named = asRead(adultHelpPage({ today, confirmed, lead }, [])['main'] ?? '');
    expect(named).toContain('<b>The school</b> The lead, Room 4<br />The safeguarding lead.');
    expect(asRead(adultHelpPage({ today, confirmed }, [])['main'] ?? '')).not.toContain(
      '<br />The safeguarding lead.',
    );
  });

  test('shows national services, checked or not, and says which; local ones and staff’s once they are confirmed (M20)', () => {
    const bare = asRead(adultHelpPage({ today, confirmed: {} }, [])['main'] ?? '');
    expect(bare).toContain('href="tel:08001111"');
    for (const one of [
      'NSPCC helpline',
      'CEOP',
      'Report Remove',
      'Take It Down',
      'Shout',
      'tel:101',
      'mailto:help@nspcc.org.uk',
      'sms:85258',
    ]) {
      expect(bare).toContain(one);
    }
    expect(bare).toMatch(/Not yet checked by your school: NSPCC helpline, Childline/);
    expect(bare).not.toMatch(/Professionals|Checked on/);
    const whole =
      adultHelpPage({ today, confirmed, local: 'Family hub 01632 960001' }, [])['main'] ?? '';
    expect(whole).toContain('All checked on 25 November 2026 by the safeguarding lead.');
    expect(whole).toContain('Professionals Online Safety Helpline');
    expect(whole).toContain('Family hub');
    // The helpline for staff alone is not among what parents are given.
    expect(whole.slice(0, whole.indexOf('id="staff"'))).not.toContain('Professionals');
  });

  test('says that no picture is looked at, copied, kept or deleted (M19)', () => {
    expect(adultHelpPage({ today, confirmed: {} }, [])['main']).toMatch(
      /Never look at a picture, and never copy, print, share, save or delete one/,
    );
  });
});
