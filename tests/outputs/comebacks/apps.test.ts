import { describe, expect, test } from 'vitest';
import {
  appHead,
  appManifest,
  appPaths,
  apps,
  iconFiles,
  manifestName,
} from '../../../src/outputs/comebacks/apps.ts';

/** What phones come with, and what young people have: an icon of ours is called like none of them. */
const OTHERS =
  /note|calc|weather|clock|calendar|map|photo|camera|mail|music|game|chat|snap|insta|tik|whats/i;

describe('the apps that “Comebacks” can be added as', () => {
  test('are three, each with a name of its own that fits below an icon, says nothing of what it is and is no other app’s', () => {
    expect(apps).toHaveLength(3);
    expect(new Set(apps.map(({ name }) => name)).size).toBe(3);
    for (const { name } of apps) {
      expect(name.length).toBeLessThanOrEqual(12);
      expect(name).not.toMatch(/comeback|help|nude|sext|safe|pressure|wholeclass/i);
      expect(name).not.toMatch(OTHERS);
    }
  });

  test('look different: no two have the same ground, and none has a face or a letter', () => {
    expect(new Set(apps.map(({ ground }) => ground)).size).toBe(3);
  });

  test.each(apps)(
    '“$name” has an id, a description and icons of 192 and 512 px, one to be cut',
    (app) => {
      expect(appManifest(app, '/us/')).toMatchObject({
        id: `/us/comebacks/${app.id}`,
        name: app.name,
        short_name: app.name,
        description: expect.stringMatching(/^.{20,100}$/),
        start_url: './',
        display: 'standalone',
        icons: [
          { sizes: '192x192', purpose: 'any', type: 'image/png' },
          { sizes: '512x512', purpose: 'any', type: 'image/png' },
          { sizes: '512x512', purpose: 'maskable', type: 'image/png' },
        ],
      });
      expect(String(appHead(app))).toContain(`href="./${manifestName(app)}"`);
    },
  );

  test('have an id each, so that opening the page turns none into another', () => {
    const ids = apps.map((app) => JSON.stringify(appManifest(app, '/')));
    expect(new Set(ids.map((one) => /"id":"([^"]+)"/.exec(one)?.[1])).size).toBe(3);
  });

  test('have every file they name, and the first is under the address of before', () => {
    expect(appPaths).toHaveLength(apps.length * (1 + iconFiles.length));
    expect(appPaths[0]).toBe('comebacks/app.webmanifest');
    expect(new Set(appPaths).size).toBe(appPaths.length);
  });
});
