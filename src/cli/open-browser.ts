import { spawn } from 'node:child_process';

/** Opens an address in the browser that the person has chosen, on Windows; elsewhere the address is on the screen to be opened. */
export function openBrowser(address: string): void {
  const command = browserCommand(process.platform, address);
  if (command === null) return;
  const [program, ...args] = command;
  // A school may not allow it: then the address in the window is what there is.
  spawn(program, args, { stdio: 'ignore', detached: true, windowsHide: true })
    .on('error', () => undefined)
    .unref();
}

/** The command that opens an address; null for a system without one that we know of. */
export function browserCommand(
  platform: NodeJS.Platform,
  address: string,
): readonly [string, ...string[]] | null {
  return platform === 'win32' ? ['rundll32.exe', 'url.dll,FileProtocolHandler', address] : null;
}
