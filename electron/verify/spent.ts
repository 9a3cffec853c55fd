import type { Worker } from 'node:worker_threads';

/**
 * Milliseconds of processor time that a worker has used since. Not more than the time in which it was not idle, nor than the
 * time of the whole process: the one is too long where other programs are at work, the other where this one is.
 */
export function processorTime(worker: Worker): () => number {
  const before = process.cpuUsage();
  const busy = worker.performance.eventLoopUtilization();
  return () => {
    const { user, system } = process.cpuUsage(before);
    const { active } = worker.performance.eventLoopUtilization(busy);
    return Math.min((user + system) / 1000, active);
  };
}

/** Megabytes by which this process, its workers included, has grown since; what others in it needed meanwhile counts too. */
export function memoryGrown(): () => number {
  const before = process.memoryUsage.rss();
  return () => (process.memoryUsage.rss() - before) / 1024 / 1024;
}
