import { describe, expect, it } from 'vitest';
import { carriedLesson } from '../../src/edit/carried-lesson.ts';
import { INNER_START, ownFolderTexts, type OwnFolder } from '../../src/edit/own-folder.ts';
import { makeMyFile } from '../../src/edit/my-lesson-files.ts';
import { INNER, OPEN_ME } from '../../src/text/folder-names.ts';
import { CARRIED, slugOfMine } from '../../src/text/my-lesson.ts';
import { readJsonAs } from '../../src/text/schema.ts';

const TEXT =
  '---\ntitle: Ice & steam\nstage: KS3\n---\n\n# Ice & steam\n\n## Begin (5 min)\n\n### A jar\n';
const START = '<title><!--slot:title--></title><main><!--slot:main--></main>';

function startOf(text: string) {
  return makeMyFile('start', {
    ...{
      slug: slugOfMine(CARRIED),
      text,
      staysSafeguarding: false,
      review: null,
      why: null,
      films: [],
    },
    ...{ handouts: [], pictures: new Map(), today: '2026-11-30' },
  });
}

function textsOf(more: Partial<OwnFolder> = {}): ReadonlyMap<string, string> {
  const { slots } = startOf(TEXT);
  return ownFolderTexts({
    starts: {
      [OPEN_ME]: { page: START, slots: slots[OPEN_ME] },
      [INNER_START]: { page: START, slots: slots[INNER_START] },
    },
    packed: new Map([['own-pages.zip', 'UEs=']]),
    setting: 'school',
    slug: 'ice-steam',
    lesson: { title: 'Ice & steam', text: TEXT, staysSafeguarding: true, saved: 5 },
    pictures: new Map([['ice/jar.png', 'AAA=']]),
    films: [],
    school: '{}',
    ...more,
  });
}

/** What the script of that path hands over. */
function handedOver(texts: ReadonlyMap<string, string>, path: string): string {
  const [, json = '""'] =
    /^document\.currentScript\.fileText = (.*);\n$/s.exec(texts.get(`${INNER}/${path}.js`) ?? '') ??
    [];
  return String(JSON.parse(json));
}

describe('the folder of a lesson of one’s own', () => {
  it('has a first page whose addresses are those of files, from where it lies', () => {
    const texts = textsOf();
    const outer = texts.get(OPEN_ME) ?? '';
    expect(outer).toContain('<title>Ice &amp; steam · Wholeclass</title>');
    expect(outer).toContain(`href="./${INNER}/present/my_lesson/index.html?lesson=${CARRIED}"`);
    expect(outer).toContain(`href="./${INNER}/lesson/my_lesson/index.html?lesson=${CARRIED}"`);
    expect(outer).toContain(
      `href="./${INNER}/print/my_lesson/sheet/index.html?lesson=${CARRIED}&amp;sheet=worksheet"`,
    );
    expect(outer).toContain(`href="./${INNER}/privacy/index.html"`);
    const inner = texts.get(`${INNER}/index.html`) ?? '';
    expect(inner).toContain(`href="./present/my_lesson/index.html?lesson=${CARRIED}"`);
  });

  it('carries its text for any program, and all that its pages read of it as scripts', () => {
    const texts = textsOf();
    expect(texts.get(`${INNER}/lesson/my_lesson/ice-steam.md`)).toBe(TEXT);
    expect(readJsonAs(carriedLesson, handedOver(texts, 'my-lesson/lesson.json'))).toEqual({
      ...{ v: 1, title: 'Ice & steam', text: TEXT, staysSafeguarding: true, saved: 5 },
      pictures: ['ice/jar.png'],
    });
    expect(handedOver(texts, 'my-lesson/ice/jar.png')).toBe('AAA=');
    expect(handedOver(texts, 'school.json')).toBe('{}');
  });

  it('carries what folders are made of, so that another can be made from it', () => {
    expect(handedOver(textsOf(), 'own-pages.zip')).toBe('UEs=');
  });

  it('has what is said of its film where its pages look for it, with its captions', () => {
    const described = { film: 'clip', yaml: 'title: Clip\n', captions: 'WEBVTT\n', version: null };
    const texts = textsOf({ films: [{ ...described, saved: 0, hasFile: false, file: null }] });
    expect(JSON.parse(handedOver(texts, 'film/clip/film.json'))).toMatchObject({ hasFile: false });
    expect(handedOver(texts, 'media/clip/captions.en.vtt')).toBe('WEBVTT\n');
  });
});

describe('the first page of such a folder', () => {
  it('says of a safeguarding lesson why no class is taught it from there, and leads to practice and preview', () => {
    const text = TEXT.replace('stage: KS3', 'stage: KS3\nsubject: safeguarding');
    const { main = '' } = startOf(text).slots[OPEN_ME];
    expect(main).toContain('They review it in the Wholeclass program');
    expect(main).toContain('&amp;rehearse">practise it</a>');
    expect(main).not.toContain('data-approval');
    expect(main).not.toContain('button--main');
  });

  it('says nothing of it for any other lesson', () => {
    expect(startOf(TEXT).slots[OPEN_ME]['main']).not.toContain('practise it');
  });
});
