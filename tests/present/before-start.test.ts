import { describe, expect, it } from 'vitest';
import {
  preflightLines,
  preflightSum,
  type PreflightFacts,
} from '../../src/pages/present/start/preflight-lines.ts';
import {
  adviceWords,
  boardPlace,
  screenAdvice,
  windowFeatures,
  type ScreenPlace,
} from '../../src/pages/present/board/screens.ts';

const laptop: ScreenPlace = {
  left: 0,
  top: 0,
  width: 1366,
  height: 768,
  isInternal: true,
  label: 'Built-in',
};
const panel: ScreenPlace = {
  left: 1366,
  top: 0,
  width: 1920,
  height: 1080,
  isInternal: false,
  label: 'Panel',
};

describe('which screen pupils see', () => {
  it('is known only where the browser tells, and a mirrored screen is one picture', () => {
    expect([undefined, false, true].map(screenAdvice)).toEqual(['unknown', 'one', 'several']);
    expect(adviceWords('one', null)).toContain('everyone in the room sees this screen');
    expect(adviceWords('unknown', null)).toBe('');
  });

  it('is the one that the presenter is not on, whichever that is', () => {
    expect(boardPlace([laptop, panel], laptop)).toEqual(panel);
    expect(boardPlace([laptop, panel], panel)).toEqual(laptop);
    expect(boardPlace([laptop, { ...panel, left: -800, isInternal: true }, panel], laptop)).toEqual(
      panel,
    );
    expect(boardPlace([laptop], laptop)).toBeNull();
    expect(boardPlace([], laptop)).toBeNull();
  });

  it('gets the whole of the board, or a window to be moved by hand', () => {
    expect(windowFeatures(panel)).toBe('popup,fullscreen,left=1366,top=0,width=1920,height=1080');
    expect(windowFeatures(null)).toBe('popup,width=1280,height=720');
  });
});

const nothing: PreflightFacts = {
  hasHelp: true,
  filmTitle: 'A film',
  plays: null,
  captions: null,
  sound: false,
  paper: false,
  screens: 'one',
  isByTablet: true,
  isReached: false,
  contacts: null,
  bell: '',
};

describe('the look before a lesson', () => {
  it('has a line for each thing, and each says what to do until it is ready', () => {
    const lines = preflightLines(nothing);
    expect(lines.map(({ id }) => id)).toEqual([
      'film',
      'sound',
      'captions',
      'screens',
      'tablets',
      'paper',
      'contacts',
      'bell',
    ]);
    expect(lines.every(({ isReady, words }) => !isReady && words !== '')).toBe(true);
  });

  it('says that everything works where it does, and never that the lesson is ready', () => {
    const all = {
      ...nothing,
      plays: true,
      captions: 9,
      sound: true,
      paper: true,
      screens: 'several',
      isByTablet: false,
    } as const;
    const lines = preflightLines({ ...all, contacts: { standing: 2, of: 13 }, bell: '10:40' });
    expect([preflightSum(lines), lines.filter(({ isReady }) => !isReady)]).toEqual([
      'everything works',
      [],
    ]);
  });

  it('is ready for tablets once one has reached this computer', () => {
    const tablets = (isReached: boolean) =>
      preflightLines({ ...nothing, isReached }).find(({ id }) => id === 'tablets');
    expect([tablets(false)?.isReady, tablets(true)?.isReady]).toEqual([false, true]);
  });

  it('asks nothing of a film where the lesson has none, and offers the story where it does not play', () => {
    expect(preflightLines({ ...nothing, filmTitle: '' }).map(({ id }) => id)).not.toContain('film');
    expect(preflightLines({ ...nothing, plays: false })[0]?.words).toContain('Tell the story');
    expect(preflightLines({ ...nothing, captions: 0 })[2]?.words).toContain('There are none');
  });
});
