import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { root } from '../root.ts';
import { openClassroom } from './classroom.ts';
import { percentile, plainFigure, ratioFigure, type Figure } from './figure.ts';
import { startProgram, startServer } from './served.ts';

const PUPILS = 30;
/** Each pupil answers so many times, four times a second: the room takes five. */
const WAVES = 12;
const WAVE_MS = 250;

type Pupil = { readonly url: string; readonly ballot: string; readonly round: number; readonly answers: readonly string[] };

/** From a vote sent to its receipt, for a class that answers all at once, beside a bare `node:http` server that takes the same requests. */
export async function measureVotes(): Promise<readonly Figure[]> {
  const floor = percentile([...(await votesOnFloor()), ...(await votesOnFloor())], 0.95);
  const ours = percentile([...(await votesOnOurs()), ...(await votesOnOurs())], 0.95);
  return [plainFigure(`vote.p95.ms@${PUPILS}`, ours, 'ms'), ratioFigure(`vote.p95.ratio@${PUPILS}`, { value: ours, floor })];
}

async function votesOnOurs(): Promise<readonly number[]> {
  const served = await startServer();
  try {
    const room = await openClassroom(served, PUPILS);
    const question = room.questions[0];
    if (question === undefined) throw new Error(`the lesson ${room.lesson} asks no question`);
    const seats = await Promise.all(Array.from({ length: PUPILS }, () => room.seat()));
    await room.step({ type: 'ask', question: question.id });
    const url = `${room.door}api/rooms/${room.code}/questions/${question.id}/ballot`;
    const answers = question.options.map(({ id }) => id);
    const pupils = seats.map(({ ballots }) => ({
      url,
      answers,
      round: 1,
      ballot: ballots.find((one) => one.question === question.id && one.round === 1)?.ballot ?? '',
    }));
    return await voteInWaves(pupils);
  } finally {
    await served.stop();
  }
}

async function votesOnFloor(): Promise<readonly number[]> {
  const served = await startProgram([join(root, 'tests/bench/vote-floor.ts')]);
  try {
    const pupils = Array.from({ length: PUPILS }, (_, i) => ({
      url: `${served.address}ballot`,
      answers: ['a', 'b'],
      round: 1,
      ballot: String(i).padStart(43, '0'),
    }));
    return await voteInWaves(pupils);
  } finally {
    await served.stop();
  }
}

/** The milliseconds of every vote but the first wave's, which opens the connections. */
async function voteInWaves(pupils: readonly Pupil[]): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: pupils.length });
  const measured: number[] = [];
  for (let n = 1; n <= WAVES; n += 1) {
    const wave = await Promise.all(pupils.map((pupil) => vote(pupil, n, agent)));
    if (n > 1) measured.push(...wave);
    await new Promise((resolve) => setTimeout(resolve, WAVE_MS));
  }
  agent.destroy();
  return measured;
}

function vote({ url, ballot, round, answers }: Pupil, n: number, agent: Agent): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'PUT', agent, headers: { 'content-type': 'application/json' } }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - began);
        else reject(new Error(`a vote was answered with ${response.statusCode}`));
      });
    });
    sent.on('error', reject);
    sent.end(JSON.stringify({ round, ballot, n, answer: answers[n % answers.length] }));
  });
}
