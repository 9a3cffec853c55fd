import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of `/proc/PID/stat` a second: what every Linux has. */
const TICKS_A_SECOND = 100;

interface Process {
  readonly parent: number;
  readonly milliseconds: number;
}

/**
 * Processor time so far of the process whose command line holds a text, and of all it started. On a machine with other
 * work a clock on the wall counts that work too. Null where `/proc` does not tell.
 */
export function processorTimeOf(text: string): number | null {
  const processes = new Map<number, Process>();
  const tops = new Set<number>();
  for (const name of namesIn('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before it may hold blanks
      const ticks = Number(fields[11]) + Number(fields[12]);
      processes.set(pid, { parent: Number(fields[1]), milliseconds: (ticks * 1000) / TICKS_A_SECOND });
      if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(text)) tops.add(pid);
    } catch {
      continue; // it has ended meanwhile
    }
  }
  if (tops.size === 0) return null;
  const belongs = (pid: number): boolean =>
    tops.has(pid) || (processes.has(pid) && belongs(processes.get(pid)!.parent));
  return [...processes].reduce((sum, [pid, { milliseconds }]) => sum + (belongs(pid) ? milliseconds : 0), 0);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
