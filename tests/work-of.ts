/** Ms of this thread's own work that something took, which others on a busy machine do not make much more, nor threads that collect what earlier tests of this process left. */
export function workOf(run: () => void): number {
  const before = process.threadCpuUsage();
  run();
  return process.threadCpuUsage(before).user / 1000;
}
