import { CHECK_MS, checkCode, type RoomCheck } from '../../rooms/room-check.ts';
import { StartProblem } from '../../settings.ts';
import { openLink } from './link.ts';

const FOR_A_WHILE = ['PX', String(CHECK_MS)] as const;
/** Strings: the lesson of a check, and that a tablet has been there. */
const lessonKey = keyOf('lesson');
const reachedKey = keyOf('reached');

/** Opens checks that every process of one site knows, in Valkey: a teacher and a tablet may ask different ones. */
export async function openSharedChecks(url: URL, newCode: () => string): Promise<RoomCheck> {
  const nothing = () => {};
  const link = await openLink({ url, onMessage: nothing, back: nothing, log: nothing }).catch(
    () => {
      throw new StartProblem(
        `Cannot reach Valkey at ${url.host} (VALKEY_URL): start it, or correct its address or password.`,
      );
    },
  );
  return {
    async start(lesson) {
      const code = newCode();
      await link.send('SET', lessonKey(code), lesson, ...FOR_A_WHILE);
      return code;
    },
    async lesson(code) {
      const lesson = await link.send('GET', lessonKey(code));
      return typeof lesson === 'string' ? lesson : null;
    },
    async reach(code) {
      await link.send('SET', reachedKey(code), '1', ...FOR_A_WHILE);
    },
    isReached: async (code) => (await link.send('GET', reachedKey(code))) === '1',
    end: link.end,
  };
}

function keyOf(part: string): (typed: string) => string {
  return (typed) => `wholeclass:{${checkCode(typed)}}:check:${part}`;
}
