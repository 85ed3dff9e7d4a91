/** Ms of this process's own work that something took, which others on a busy machine do not make much more. */
export function workOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user / 1000;
}
