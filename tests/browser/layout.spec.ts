import { expect, test } from '@playwright/test';
import { EMPTY_SCHOOL } from '../../src/school/school.ts';
import { today } from '../../src/site/today.ts';
import { fullSchool } from './full-school.ts';
import { layoutFindings } from './layout-rules.ts';

const PHONE = { width: 360, height: 640 };

test('A school’s filling is as full as a school can be, in every field', () => {
  const full = fullSchool(today());
  const empty = (value: unknown, at: string): readonly string[] => {
    if (value === '' || value === null || (Array.isArray(value) && value.length === 0)) return [at];
    if (typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([name, one]) => empty(one, `${at}/${name}`));
  };
  expect(Object.keys(full).toSorted()).toEqual(Object.keys(EMPTY_SCHOOL).toSorted());
  expect(empty(full, '')).toEqual(['/hidden']);
  expect(full.name.length).toBeGreaterThan(200);
  expect(full.deputies.length).toBeGreaterThan(6);
});

test.describe('Each fault is found that is planted in a page without one', () => {
  const page = (body: string, style = '') =>
    `<!doctype html><meta name="viewport" content="width=device-width"><style>body{margin:0;font:16px/1.5 sans-serif}a,button{font:inherit}${style}</style><main><h1>A page</h1>${body}<div style="height:2000px"></div></main>`;
  for (const [fault, body, style, expected] of [
    [
      'nothing',
      '<p>In <a href="#a">running text</a> a link may be low.</p><button>Send it</button>',
      '',
      null,
    ],
    [
      'a page that scrolls sideways',
      '<div class="wide">Words</div>',
      '.wide{width:900px}',
      /^sideways: /,
    ],
    [
      'a button of 20 px',
      '<button>·</button>',
      'button{width:20px;height:20px;padding:0;border:0}',
      /^small: 20 × 20 px/,
    ],
    [
      'a link of its own that is as low as its letters',
      '<ul><li><a href="#a">Add the film</a></li></ul>',
      'a{line-height:1}',
      /^small: /,
    ],
    [
      'a small box whose label is small too',
      '<input type=checkbox id=b>',
      'input{width:16px;height:16px}',
      /^small: /,
    ],
    [
      'a button that is 8 px wide, its words outside',
      '<button>Send</button>',
      'button{width:8px;height:40px;padding:0;border:0;overflow:visible}',
      /^narrower than its words: /,
    ],
    [
      'a button whose words break',
      '<button>Sending</button>',
      'button{width:30px;padding:0;border:0;overflow-wrap:anywhere}',
      /^broken word: “Sending”/,
    ],
    [
      'words that break in running text',
      '<p>Safeguarding</p>',
      'p{width:50px;overflow-wrap:anywhere}',
      /^broken word: “Safeguarding”/,
    ],
    [
      'text that is cut off at its side',
      '<p>These words are cut off</p>',
      'p{width:60px;overflow:hidden;white-space:nowrap}',
      /^cut off: “These words are cut off”/,
    ],
    [
      'text that is cut off below',
      '<p>These words are cut off below where they go on</p>',
      'p{width:160px;height:30px;overflow:hidden}',
      /^cut off: /,
    ],
    [
      'text on text',
      '<p class="one">These are words</p><p class="other">And so are these</p>',
      'p{margin:0}.other{margin-top:-20px}',
      /^over text: /,
    ],
    [
      'text outside the window where nothing scrolls',
      '<p>Not to be seen</p>',
      'html{overflow-x:clip}p{position:relative;left:320px;white-space:nowrap}',
      /^outside: /,
    ],
    [
      'a foot of 35 %',
      '<footer>Help</footer>',
      'footer{position:fixed;inset:auto 0 0;height:35vh;background:#fff}',
      /^foot: 224 of 640 px/,
    ],
    [
      'a head and a foot that are too high together',
      '<header>Name</header><footer>Help</footer>',
      'header,footer{position:fixed;left:0;right:0;background:#fff}header{top:0;height:100px}footer{bottom:0;height:70px}h1{margin-top:110px}',
      /^head and foot: 170 of 640 px/,
    ],
  ] as const) {
    test(fault, async ({ page: planted }) => {
      await planted.setContent(page(body, style));
      const findings = await layoutFindings(planted, PHONE);
      if (expected === null) expect(findings).toEqual([]);
      else expect(findings).toContainEqual(expect.stringMatching(expected));
    });
  }
});
