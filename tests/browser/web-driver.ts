import { expect } from '@playwright/test';

/** One command of W3C WebDriver: how it goes over HTTP, and how Firefox's Marionette calls it. */
type Command = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly name: string;
};

const command = (method: Command['method'], path: string, name: string): Command => ({
  method,
  path,
  name: `WebDriver:${name}`,
});

/** The commands that the journeys use. Source: https://www.w3.org/TR/webdriver2/#endpoints */
const commands = {
  goTo: command('POST', '/url', 'Navigate'),
  run: command('POST', '/execute/sync', 'ExecuteScript'),
  act: command('POST', '/actions', 'PerformActions'),
  windows: command('GET', '/window/handles', 'GetWindowHandles'),
  window: command('GET', '/window', 'GetWindowHandle'),
  switchTo: command('POST', '/window', 'SwitchToWindow'),
  setSize: command('POST', '/window/rect', 'SetWindowRect'),
  find: command('POST', '/element', 'FindElement'),
  click: command('POST', '/element/{id}/click', 'ElementClick'),
  type: command('POST', '/element/{id}/value', 'ElementSendKeys'),
  print: command('POST', '/print', 'Print'),
  picture: command('GET', '/screenshot', 'TakeScreenshot'),
} as const;

/** How commands reach a browser. Rejects with the browser's own message. */
export type Transport = {
  send(command: Command, params: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): Promise<void>;
};

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Keys as WebDriver writes them. */
const KEYS: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  PageDown: '\uE00F',
  Shift: '\uE008',
  ArrowRight: '\uE014',
};

/** A browser with windows, driven as a person would: presses are the engine's own, so that what asks for a person's press gets one. */
export class Driver {
  private readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  async goTo(url: string): Promise<void> {
    await this.transport.send(commands.goTo, { url });
  }

  /** What a function says in the page. */
  async run<Result, Args extends readonly unknown[]>(
    script: (...args: Args) => Result,
    ...args: Args
  ): Promise<Result> {
    return (await this.transport.send(commands.run, {
      script: `return (${script.toString()})(...arguments)`,
      args,
    })) as Result;
  }

  /** Waits until what is visible in the window has a text. */
  async expectText(text: string, timeout = 20_000): Promise<void> {
    await expect.poll(() => this.run(() => document.body.innerText), { timeout }).toContain(text);
  }

  /** Presses the button, link or box of this name, once it is there and can be pressed. */
  async press(name: string): Promise<void> {
    const value = pressable(name);
    const press = async () => {
      expect(await this.canBePressed(value), `“${name}” can be pressed`).toBe(true);
      // Refused where the button still moves, and then it was not pressed.
      await this.transport.send(commands.click, { id: await this.find('xpath', value) });
    };
    await expect(press).toPass({ timeout: 30_000 });
  }

  /** Types into the field that a selector finds. */
  async type(selector: string, text: string): Promise<void> {
    await expect
      .poll(() => this.run((css) => document.querySelector(css) !== null, selector), {
        message: selector,
        timeout: 20_000,
      })
      .toBe(true);
    await this.transport.send(commands.type, {
      id: await this.find('css selector', selector),
      text,
    });
  }

  /** Presses one key in the window. */
  async key(name: string): Promise<void> {
    const value = KEYS[name] ?? name;
    const actions = [
      {
        type: 'key',
        id: 'keys',
        actions: [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ],
      },
    ];
    await this.transport.send(commands.act, { actions });
  }

  async windows(): Promise<readonly string[]> {
    return (await this.transport.send(commands.windows, {})) as string[];
  }

  async window(): Promise<string> {
    return (await this.transport.send(commands.window, {})) as string;
  }

  async switchTo(handle: string): Promise<void> {
    await this.transport.send(commands.switchTo, { handle });
  }

  /** The window that a press opens, which is then the one that is driven. */
  async switchToOpened(press: () => Promise<void>): Promise<string> {
    const before = await this.windows();
    await press();
    await expect
      .poll(async () => (await this.windows()).length, { timeout: 20_000 })
      .toBe(before.length + 1);
    const opened = (await this.windows()).find((handle) => !before.includes(handle)) ?? '';
    await this.switchTo(opened);
    return opened;
  }

  async setSize(width: number, height: number): Promise<void> {
    await this.transport.send(commands.setSize, { width, height });
  }

  /** The page on A4 as PDF, with what the style sheets say about margins. */
  async print(): Promise<Buffer> {
    const page = { width: 21, height: 29.7 };
    return Buffer.from(
      (await this.transport.send(commands.print, {
        page,
        background: true,
        shrinkToFit: false,
      })) as string,
      'base64',
    );
  }

  async picture(): Promise<Buffer> {
    return Buffer.from((await this.transport.send(commands.picture, {})) as string, 'base64');
  }

  close(): Promise<void> {
    return this.transport.close();
  }

  private canBePressed(path: string): Promise<boolean> {
    return this.run((xpath) => {
      const found = document.evaluate(
        xpath,
        document,
        null,
        XPathResult.FIRST_ORDERED_NODE_TYPE,
        null,
      ).singleNodeValue;
      return (
        found instanceof HTMLElement &&
        !found.matches(':disabled') &&
        found.getClientRects().length > 0
      );
    }, path);
  }

  private async find(using: string, value: string): Promise<string> {
    const element = (await this.transport.send(commands.find, { using, value })) as Readonly<
      Record<string, string>
    >;
    return element[ELEMENT] ?? '';
  }
}

/** Buttons, links, labels and summaries whose name begins with these words. */
function pressable(name: string): string {
  const words = JSON.stringify(name);
  const named = `[starts-with(normalize-space(.), ${words}) or starts-with(@aria-label, ${words})]`;
  return `(//button | //a[@href] | //label | //summary)${named}[not(ancestor::*[@hidden or @inert])]`;
}
