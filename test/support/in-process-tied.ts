import { TiedReader } from '../../electron/journal/tied';
import type { Tied } from '../../electron/journal/tied-in-worker';

/** Reads the journal in the thread of the test; the worker needs a build. */
export function inProcessTied(): Tied {
  const reader = new TiedReader();
  return { find: (question, progress) => reader.find(question, progress), close: () => Promise.resolve() };
}
