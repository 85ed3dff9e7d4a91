// Brought in with --import: this process's wall clock is off by as many ms as the file MOVED_CLOCK says at the moment.
import { readFileSync } from 'node:fs';

const RealDate = Date;

function offMs() {
  try {
    return Number(readFileSync(process.env['MOVED_CLOCK'] ?? '', 'utf8')) || 0;
  } catch {
    return 0;
  }
}

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + offMs());
    else super(...given);
  }

  static now() {
    return RealDate.now() + offMs();
  }
};
