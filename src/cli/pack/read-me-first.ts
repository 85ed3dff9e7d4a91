import { isBeforeSecurityRelease, SECURITY_RELEASE } from '../../text/node-release.ts';

const WINDOWS = `WHOLECLASS FOR WINDOWS: FOR THE TECHNICIAN

What it is
  A program that serves lessons to the computer it runs on, and to tablets in
  the same room when a teacher asks for it. It brings its own Node.js. It is
  not installed: it is a folder. No administrator rights are needed.

To start
  1. Unpack the zip (right mouse button, "Extract all"). A path with spaces or
     a network share will do.
  2. Open start.cmd. A window says the address, and the browser opens it:
     http://localhost:4300/
  3. Closing the window stops it.
  Where programs may run from chosen folders only (AppLocker, WDAC), allow
  program\\node\\node.exe, or put the folder where programs may run.

Ports
  4300  staff, on this computer only (127.0.0.1). Nothing asks the firewall.
  80, or 4301 where 80 is taken: pupils' tablets. Opened only when a teacher
        presses "Use pupil devices"; Windows may ask then. Allow it on private
        networks if tablets are to be used; lessons work without.
  Other ports: set STAFF_PORT or PUPIL_PORT before start.cmd.
  Nothing is asked of the internet, ever. There is no update check.

What is stored
  %LOCALAPPDATA%\\Wholeclass, or DATA_DIR if you set it: an open room until the
  lesson ends, and school.json, what the school has told of itself. No names of
  pupils, no answers of anyone, no logs.

Your school's own lessons and films
  Put lessons into %LOCALAPPDATA%\\Wholeclass\\lessons, or into LESSONS_DIR if you
  set it (a share will do: reading is enough), and their pictures and films into
  media\\ in there. A film that ships without its file goes into
  media\\<its folder>\\film.mp4.

Node.js
  program\\node\\node.exe is Node.js {version}, as the OpenJS Foundation signed it.
{newer}
To update
  Close the window. Unpack the new zip beside the old folder, then delete the
  old folder. What is stored stays, and so do your own lessons and films. If you
  have put some into program\\lessons or program\\media, move those to the folder
  above first.

To remove
  Delete the folder, and %LOCALAPPDATA%\\Wholeclass with your own lessons in it.

To check the zip
  certutil -hashfile <name>.zip SHA256
  It must say what <name>.zip.sha256 says.

Licences
  licences.txt names everything inside, with its licence in full.
`;

const FOLDER = `WHOLECLASS, ONE LESSON IN A FOLDER: FOR THE TECHNICIAN

What it is
  Web pages. Nothing in it is a program; nothing is installed. "Open me.html"
  opens with Edge, Chrome or Chromium, from a disk, a stick or a network share.

To hand it out
  1. Unpack the zip (right mouse button, "Extract all"): a page opened inside a
     zip finds none of its other files.
  2. Copy the whole folder to where staff can read it. Reading is enough.
  If pages from a share open in another mode ("Internet Explorer mode") or are
  blocked, take the share into the local intranet zone, or copy the folder to
  each computer.

Ports
  None. The pages ask nothing of any network: each carries a policy
  (Content-Security-Policy) that lets it load only the files beside it.

What is stored
  In the browser, for this folder: today's choices for the lesson, and what the
  school tells of itself on its own page. Hands that were counted stay until the
  lesson is finished. No names of pupils, no logs.

To change the lesson
  Teachers: "Open me.html", "Read the plan", "More", "Edit a copy". Or change
  its text, wholeclass\\lesson\\<name>\\<name>.md: put it into the lessons of a
  Wholeclass, and what is in wholeclass\\media beside it into media\\ there.

To update
  Replace the whole folder by the new one.

To remove
  Delete the folder. To clear what the browser kept, delete its site data for
  files ("file://").

To check the zip
  certutil -hashfile <name>.zip SHA256
  It must say what <name>.zip.sha256 says.

Licences
  wholeclass\\licences.txt names everything inside, with its licence in full.
`;

function newer(version: string): string {
  if (!isBeforeSecurityRelease(version)) return '';
  const { version: known, date } = SECURITY_RELEASE;
  return `  It is the newest that npm has for Windows. The security release
  ${known} of ${date} is newer. To replace it: close the window, take
  node.exe (Windows, x64) of ${known} or a later 26 from nodejs.org, see under
  Properties that "OpenJS Foundation" signed it, and put it in its place.
`;
}

/**
 * The page for the IT department, as plain text that Notepad shows: what it is, ports, what is
 * stored, update and removal; for Windows with the version of its Node.
 */
export function readMeFirst(pack: { readonly node: string } | 'folder'): string {
  return (
    pack === 'folder'
      ? FOLDER
      : WINDOWS.replace('{version}', pack.node).replace('{newer}', newer(pack.node))
  ).replaceAll('\n', '\r\n');
}
