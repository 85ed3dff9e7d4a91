import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { sideways } from './walk-keys.ts';

const PHONE = { width: 360, height: 740 };
let host: StaticHost;

test.use({ viewport: PHONE });
test.beforeAll(async () => {
  host = await hostReadSite('layouts', '/at-home/');
});
test.afterAll(() => host.close());

/** Every address that a page asks for and that is not the site's own. */
function listenElsewhere(page: Page): readonly string[] {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(host.site) && !/^(?:blob|data):/.test(request.url())) {
      elsewhere.push(request.url());
    }
  });
  return elsewhere;
}

/** Who can help, below the step that is shown. */
const help = (page: Page) => page.locator('.help:visible');
const shown = (page: Page) => page.locator('.step:visible');

async function choose(page: Page, ...words: readonly string[]): Promise<void> {
  for (const word of words) {
    await shown(page).getByRole('link', { name: word, exact: true }).click();
  }
}

test('On a phone, a line is found by who asks and how to sound, copied, saved, made a picture, and the page is left at once @thorough', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const elsewhere = listenElsewhere(page);
  await page.goto('about:blank');
  await page.goto(`${host.site}comebacks/`);
  await expect(page).toHaveTitle('Comebacks');
  await expect(shown(page)).toHaveCount(1);
  await choose(page, 'A group chat', 'Firm');
  await expect(page.getByRole('heading', { name: 'Firm' })).toBeFocused();
  await expect(help(page).getByText('Childline', { exact: true })).toBeVisible();
  const line = shown(page).locator('.line').filter({ hasText: 'Not passing that on' });
  await line.getByRole('button', { name: /^Copy/ }).click();
  await expect(page.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Not passing that on. It’s not ours.',
  );
  const saved = page.waitForEvent('download');
  await line.getByRole('button', { name: /^Save picture/ }).click();
  expect((await saved).suggestedFilename()).toBe('line.png');
  await line.getByRole('button', { name: /^Save:/ }).click();
  await expect(line.getByRole('button', { name: /^Save:/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect(await axeFindings(page)).toEqual([]);
  await choose(page, 'Change the tone', 'Start again', 'My saved replies');
  await expect(shown(page).locator('.line')).toHaveText([/Not passing that on/]);
  await page.getByRole('link', { name: 'Leave this page' }).click();
  await expect(page).toHaveURL(`${host.site}away/`);
  await expect(page).toHaveTitle('Today');
  expect(elsewhere).toEqual([]);
});

test('Help is on the first screen of each page for young people and stays there, above all replies, and three presses of Shift leave', async ({
  page,
}) => {
  for (const path of ['comebacks/', 'comebacks/#friend-light', 'help/', 'help/#threat']) {
    await page.goto('about:blank');
    await page.goto(host.site + path);
    const now = page.getByRole('complementary', { name: 'Help now' });
    for (const name of [/^Chat online/, 'Call 0800 1111', 'Call 999']) {
      const link = now.getByRole('link', { name });
      await expect(link).toBeInViewport({ ratio: 1 });
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(30);
    }
  }
  await page.goto('about:blank');
  await page.goto(`${host.site}comebacks/`);
  for (const name of ['Someone threatening me', 'I already sent something']) {
    await expect(page.getByRole('link', { name })).toBeInViewport({ ratio: 1 });
  }
  // Back leads one step back.
  await choose(page, 'A group chat', 'Firm');
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'How do you want to sound?' })).toBeFocused();
  await choose(page, 'Firm');
  // Letters typed between them are writing, and lead nowhere.
  for (const pressed of ['Shift', 'Shift', 'a', 'Shift', 'Shift']) {
    await page.keyboard.press(pressed);
  }
  await expect(page).toHaveTitle('Comebacks');
  await page.keyboard.press('Shift');
  await expect(page).toHaveTitle('Today');
  await expect(page.locator('.away__time')).not.toBeEmpty();
  // Neither way leads through the steps again.
  await page.goForward();
  await expect(page).toHaveTitle('Today');
  for (const _ of 'ab') {
    await page.goBack();
    expect(page.url()).not.toContain('comebacks');
  }
});

/** A phone’s 390 by 844 at twice the size, one on its side, letters of 32 px, and 400%: how wide and high a window is, and how large its letters. */
const SMALL = [
  [320, 568, 16],
  [375, 553, 16],
  [195, 422, 16],
  [740, 360, 16],
  [360, 640, 32],
  [320, 256, 16],
] as const;

test('Help stays in sight on a small phone with the browser’s bars, on its side and with large letters, where nothing runs over its edge', async ({
  page,
  context,
}) => {
  test.slow();
  const browser = await context.newCDPSession(page);
  const open = async (path: string) => {
    // To a browser an address with a place in it is the page that it is on.
    await page.goto('about:blank');
    await page.goto(host.site + path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  };
  const inEach = async (path: string, look: (letters: number) => Promise<void>) => {
    await open(path);
    for (const [width, height, letters] of SMALL) {
      await page.setViewportSize({ width, height });
      await browser.send('Page.setFontSizes', { fontSizes: { standard: letters, fixed: 13 } });
      await test.step(`${path} at ${width}`, () => look(letters));
    }
  };
  const now = page.getByRole('complementary', { name: 'Help now' });
  for (const path of ['comebacks/', 'help/']) {
    await inEach(path, async () => {
      for (const name of [/^Chat online/, 'Call 0800 1111', 'Call 999']) {
        await expect(now.getByRole('link', { name })).toBeInViewport({ ratio: 1 });
      }
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeInViewport();
    });
  }
  for (const path of ['comebacks/#friend-light', 'help/adults/', 'parents/']) {
    await inEach(path, async (letters) => {
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      // The words beside the way out are no column of single words, and none lies over it.
      const note = await page.evaluate(() => document.querySelector('.leave__note')?.clientHeight);
      expect(note ?? 0).toBeLessThan(letters === 16 ? 110 : 140);
    });
  }
});

test('“Skip to main content” leads to the step that is shown, and not to the first', async ({
  page,
}) => {
  await page.goto(`${host.site}comebacks/#friend-light`);
  await page.getByRole('link', { name: 'Skip to main content' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Jokey' })).toBeFocused();
  await page.goto(`${host.site}help/adults/`);
  await page.getByRole('link', { name: 'Skip to main content' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Help for adults' })).toBeFocused();
});

test('Leaving hides the page at once, and Back leads to no step of a page before', async ({
  page,
}) => {
  await page.goto('about:blank');
  await page.goto(`${host.site}help/`);
  await choose(page, 'Someone’s pressuring me for a picture', 'Someone I know: help me say no');
  await expect(page.getByRole('heading', { name: 'What could I say?' })).toBeVisible();
  await page.evaluate(() => {
    // In the tab, for the page after: what this one writes to the console may be lost as it goes.
    window.addEventListener('click', () => {
      const isInSight = document.documentElement.checkVisibility();
      sessionStorage.setItem('seen', isInSight ? 'in sight' : 'out of sight');
    });
  });
  await page.getByRole('link', { name: 'Leave this page' }).click();
  await expect(page.locator('.away__time')).not.toBeEmpty();
  expect(await page.evaluate(() => sessionStorage.getItem('seen'))).toBe('out of sight');
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveTitle('Today');
  await expect(page).toHaveURL(`${host.site}away/`);
  // A reader who opens it again reads it.
  await page.goto(`${host.site}help/`);
  await expect(page.getByRole('heading', { name: 'What would help?' })).toBeVisible();
});

test('That a page was left is one word in the tab, which goes when a reader comes back to read', async ({
  page,
}) => {
  const inTab = () => page.evaluate(() => Object.keys(sessionStorage));
  await page.goto(`${host.site}help/`);
  await page.goto(`${host.site}comebacks/`);
  await choose(page, 'A group chat', 'Firm');
  expect(await inTab()).toEqual([]);
  await page.getByRole('link', { name: 'Leave this page' }).click();
  await expect(page).toHaveTitle('Today');
  await page.goBack();
  await expect(page).toHaveURL(`${host.site}away/`);
  await expect(page).toHaveTitle('Today');
  expect(await inTab()).toEqual(['left']);
  await page.goto(`${host.site}help/`);
  expect(await inTab()).toEqual([]);
  await page.goto(`${host.site}comebacks/`);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'What would help?' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('replies are read, help is in sight, and leaving promises no key', async ({ page }) => {
    await page.goto(`${host.site}comebacks/`);
    await choose(page, 'A group chat', 'Firm');
    await expect(shown(page).getByText('Not passing that on. It’s not ours.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Call 0800 1111' })).toBeInViewport({ ratio: 1 });
    await expect(page.getByText('Or press Shift three times.')).toBeHidden();
    await page.getByRole('link', { name: 'Leave this page' }).click();
    await expect(page).toHaveTitle('Today');
  });
});

test('A reply is shared by the system’s own ways where there are any, and copied where they fail', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    Object.defineProperty(navigator, 'share', {
      value: async (what: unknown) => {
        if (shared.push(what) > 1) throw new DOMException('', 'NotAllowedError');
      },
    });
  });
  await page.goto(`${host.site}comebacks/#friend-firm`);
  const share = page.getByRole('button', { name: 'Share: “No. I don’t send those to anyone.”' });
  await share.click();
  expect(await page.evaluate(() => Reflect.get(window, 'shared'))).toEqual([
    { text: 'No. I don’t send those to anyone.' },
  ]);
  await expect(page.getByRole('status')).toBeEmpty();
  await share.click();
  await expect(page.getByRole('status')).toHaveText('Copied.');
});

/** Two ways in which a browser saves nothing: the store may not be touched, or takes no more. */
const BLOCKED: Readonly<Record<string, () => void>> = {
  'may not be touched': () => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('', 'SecurityError');
      },
    });
  },
  'takes no more': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  },
};
for (const [how, block] of Object.entries(BLOCKED)) {
  test(`Save says that a reply cannot be saved where the browser’s store ${how}, and no reply looks saved`, async ({
    page,
  }) => {
    await page.addInitScript(block);
    await page.goto(`${host.site}comebacks/#group-firm`);
    const keep = shown(page)
      .locator('.line')
      .first()
      .getByRole('button', { name: /^Save:/ });
    for (const _ of 'ab') {
      await keep.click();
      await expect(page.getByRole('status')).toHaveText(
        'This browser can’t save replies. You can copy this one instead.',
      );
      await expect(keep).toHaveAttribute('aria-pressed', 'false');
    }
  });
}

test('M15: No page gives a line to send to an adult, a stranger, a threat or someone who asks again', async ({
  page,
}) => {
  await page.goto(`${host.site}comebacks/`);
  for (const who of [
    'Someone asking again after a no',
    'Someone I only know online',
    'An adult',
    'Someone threatening me',
  ]) {
    await choose(page, who);
    await expect(help(page).getByText('You can tell someone')).toBeVisible();
    await expect(shown(page).locator('.line')).toHaveCount(0);
    await choose(page, 'Start again');
  }
});

test('Once opened, the comebacks come up again without a network, and the way out with them', async ({
  page,
  context,
}) => {
  await page.goto(`${host.site}comebacks/`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.goto(`${host.site}comebacks/?again#partner-away`);
  await expect(page.getByText('Got to go, tea’s ready.', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Leave this page' }).click();
  await expect(page).toHaveTitle('Today');
});

test('Once opened, the page for parents and the page of help come up again without a network, and help is found by keys', async ({
  page,
  context,
}) => {
  const elsewhere = listenElsewhere(page);
  await page.goto(`${host.site}parents/`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.goto(`${host.site}parents/?again`);
  await expect(page.getByRole('heading', { name: 'If something has happened' })).toBeInViewport();
  await page.getByRole('radio', { name: 'Someone is threatening them' }).press('Space');
  await expect(page.getByText('Don’t pay, and send nothing more.')).toBeVisible();
  await expect(page.getByRole('link', { name: '0800 1111', exact: true })).toHaveAttribute(
    'href',
    'tel:08001111',
  );
  await page.goto(`${host.site}help/?again`);
  await page.getByRole('link', { name: 'Someone’s pressuring me for a picture' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Who is it?' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Asking again is pressure' })).toBeFocused();
  await expect(help(page).getByText('Childline', { exact: true })).toBeVisible();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
  await page.getByRole('link', { name: 'Leave this page' }).press('Enter');
  await expect(page).toHaveTitle('Today');
  expect(elsewhere).toEqual([]);
});

test('The comebacks are used by keys alone, at 400% zoom and in forced colours', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${host.site}comebacks/`);
  await page.getByRole('link', { name: 'A friend or classmate' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'How do you want to sound?' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(shown(page).getByRole('link', { name: 'Firm' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    shown(page).getByRole('button', { name: 'Copy: “No. I don’t send those to anyone.”' }),
  ).toBeVisible();
  await expect(shown(page).getByRole('heading').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(
    shown(page).getByRole('button', { name: 'Copy: “No. I don’t send those to anyone.”' }),
  ).toBeFocused();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
  // The way out is in view, whatever is under the focus.
  await expect(page.getByRole('link', { name: 'Leave this page' })).toBeInViewport();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('The comebacks still show one step at a time', async ({ page }) => {
    await page.goto(`${host.site}comebacks/`);
    await choose(page, 'Someone threatening me');
    await expect(shown(page)).toHaveCount(1);
    await expect(page.getByText('Don’t pay, and don’t send anything else')).toBeVisible();
  });
});

test('A parent says what has happened, and reads what to do tonight and who helps; nothing of it is in the address, saved or sent', async ({
  page,
}) => {
  const elsewhere = listenElsewhere(page);
  // Steps that still glide up when the key is pressed would take it along.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${host.site}parents/`);
  const steps = page.locator('.tonight__case:visible');
  await expect(steps).toHaveCount(1);
  await expect(steps).toContainText('Believe them, and do not blame.');
  await page.getByRole('radio', { name: 'Someone is threatening them' }).click();
  await expect(steps).toContainText('Don’t pay, and send nothing more.');
  await expect(page.getByRole('heading', { name: 'What to do tonight' })).toBeInViewport();
  // By keys, where the steps would run away from the choice, the window stays.
  await page.getByRole('radio', { name: 'Someone is threatening them' }).press('ArrowDown');
  await expect(page.getByRole('radio', { name: /being shared/ })).toBeFocused();
  await expect(steps).toContainText('Ask for it to be taken down.');
  await expect(page.getByRole('radio', { name: /being shared/ })).toBeInViewport();
  await page.getByRole('radio', { name: /asked for one/ }).click();
  await steps.getByRole('link').click();
  await expect(page.getByRole('heading', { name: /^If my child asked for it/ })).toBeInViewport();
  expect(new URL(page.url()).search).toBe('');
  // What a browser would fill in again is not there for the next reader.
  await page.goto(`${host.site}help/adults/`);
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'I’m not sure yet' })).toBeChecked();
  await expect(steps).toContainText('Believe them, and do not blame.');
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  expect(elsewhere).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
});

test('On a laptop the page for parents has room for each word of its first panel, which leaves the steps in sight', async ({
  page,
}) => {
  for (const width of [1024, 1366, 1920]) {
    await page.setViewportSize({ width, height: 641 });
    for (const path of ['parents/', 'help/adults/']) {
      await page.goto(host.site + path);
      const now = page.getByRole('complementary', { name: 'Help now' });
      for (const link of await now.locator('.now__ways a').all()) {
        expect((await link.boundingBox())?.width, `${path} ${width}`).toBeGreaterThan(100);
        expect((await link.boundingBox())?.height, `${path} ${width}`).toBeLessThan(80);
      }
      expect((await now.boundingBox())?.height, `${path} ${width}`).toBeLessThan(280);
    }
  }
});

test('The page for parents is sent on by the system’s own ways, as its address and nothing more', async ({
  page,
}) => {
  // The address of a site that others can open: a page at this machine’s own says nothing of sending.
  const shared: unknown[] = [];
  await page.exposeFunction('noteShared', (one: unknown) => shared.push(one));
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: async (one: unknown) => {
        const { noteShared } = globalThis as unknown as { noteShared(one: unknown): Promise<void> };
        await noteShared(one);
      },
    });
  });
  await page.goto(`${host.site}parents/`);
  await expect(page.getByRole('button', { name: 'Share this page' })).toHaveCount(0);
  await page.route('https://help.example.org/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({
      response: await route.fetch({ url: `${new URL(host.site).origin}${pathname}` }),
    });
  });
  await page.goto(`https://help.example.org${new URL(host.site).pathname}parents/#how-to-start`);
  await page.getByRole('button', { name: 'Share this page' }).click();
  await expect
    .poll(() => shared)
    .toEqual([
      {
        title: 'For parents and carers · Wholeclass',
        url: `https://help.example.org${new URL(host.site).pathname}parents/`,
      },
    ]);
});
