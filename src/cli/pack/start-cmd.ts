/** What `start.cmd` of a Windows pack says; `entry` is the program's file. Works from a path with spaces, from a network share and from a stick. */
export function startCmd(entry: string): string {
  const lines = [
    '@echo off',
    'rem Starts Wholeclass for this computer alone. It needs no administrator rights.',
    'setlocal',
    'title Wholeclass',
    // A share has no drive letter: pushd lends it one, and popd gives it back.
    'pushd "%~dp0program" || goto broken',
    'if not exist node\\node.exe goto broken',
    // Rooms and the school's own words stay on this computer, wherever the pack lies.
    'if not defined DATA_DIR set "DATA_DIR=%LOCALAPPDATA%\\Wholeclass"',
    'if not exist "%DATA_DIR%" mkdir "%DATA_DIR%"',
    'if exist school.json if not exist "%DATA_DIR%\\school.json" copy /y school.json "%DATA_DIR%\\school.json" >nul',
    'echo Keep this window open while you teach. Close it to stop Wholeclass.',
    `node\\node.exe --max-semi-space-size=2 ${entry.replaceAll('/', '\\')} --open`,
    'if errorlevel 1 pause',
    'popd',
    'exit /b',
    ':broken',
    'echo This pack is not whole. Unpack the zip first (right mouse button, "Extract all"), then open start again.',
    'pause',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
