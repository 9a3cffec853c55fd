const LOCK = 'elevator-audit-read-model';

/** Runs what writes the read model, or loads it whole, while no other window of the same origin does. */
export function withModelLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, work);
}
