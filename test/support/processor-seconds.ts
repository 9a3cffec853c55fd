/** Started now; tells the seconds of processor time that this process, its workers included, took since. */
export function processorWatch(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
}

/** What `work` gives, and the seconds of processor time it took. */
export async function processorSeconds<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly seconds: number }> {
  const watch = processorWatch();
  const value = await work();
  return { value, seconds: watch() };
}
