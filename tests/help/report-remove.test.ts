import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportRemoveWords } from '../../src/help/report-remove.ts';
import { services } from '../../src/help/services.ts';
import { comebacksPage } from '../../src/outputs/comebacks/comebacks-page.ts';
import { helpPage } from '../../src/outputs/home/help-page.ts';
import { parentsPage } from '../../src/outputs/home/parents-page.ts';
import { readHandout } from '../../src/outputs/handouts/read-handout.ts';
import { html } from '../../src/text/html.ts';
import { readTree } from '../house/read-tree.ts';

/** What TEACHING 0.24 has it say, for each reader. */
const facts = [
  /under[- ]18/,
  /\bfree\b/,
  /Childline account/,
  /may be asked to prove (?:your|their) age/,
  /\blooks? at\b/,
  /uploads on the public web and some apps/,
  /(?:can’t|cannot) reach private chats/,
];

const step = (page: string, id: string) => {
  const from = page.indexOf(`id="${id}"`);
  expect(from, id).toBeGreaterThan(-1);
  return page.slice(from, page.indexOf('</section>', from));
};

describe('what Report Remove does', () => {
  it('is said in full to young people, to adults and to the school, with who looks and what it cannot reach', () => {
    const { use = '' } = services.find(({ id }) => id === 'report-remove') ?? {};
    expect(use).toMatch(/Analysts of the IWF look at what they send.*cannot reach private chats/);
    for (const { ask, more } of Object.values(reportRemoveWords)) {
      for (const fact of facts) expect(`${ask} ${more}`).toMatch(fact);
      expect(`${ask} ${more}`).toContain('It doesn’t always work');
    }
  });

  it('is in these words on each page that leads to it', () => {
    const young = String(html`${reportRemoveWords['young people'].more}`);
    const help = helpPage({})['main'] ?? '';
    for (const id of ['sent', 'passed', 'fake', 'threat']) expect(step(help, id)).toContain(young);
    expect(step(comebacksPage({})['main'] ?? '', 'sent')).toContain(young);
    const text = readFileSync(new URL('../../handouts/parents.md', import.meta.url), 'utf8');
    const { handout } = readHandout('parents', text);
    const made = parentsPage(handout, { today: '2026-12-03', confirmed: {} })['main'] ?? '';
    // What to do whatever has happened, and after a picture was sent, shared, faked or threatened with.
    expect(made.split(String(html`${reportRemoveWords.adults.more}`))).toHaveLength(6);
  });

  it('is promised in no lesson beyond what it can reach, and nowhere without someone who looks', () => {
    const files = [...readTree('lessons'), ...readTree('handouts')].filter(({ path }) =>
      path.endsWith('.md'),
    );
    const described = files.filter(({ text }) => /ask Report Remove (?:to|,)/.test(text));
    expect(described.length).toBeGreaterThan(4);
    for (const { path, text } of described) expect(text, path).toMatch(/can’t reach private chats/);
    for (const { path, text } of files) {
      expect(text, path).not.toMatch(/nobody has to look at it/);
    }
  });
});
