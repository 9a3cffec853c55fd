import { useRef, useState } from 'react';
import type { Progress, RequestOf } from '../../domain/bridge/contract';
import type { SignedBatch } from '../../domain/bridge/replies';
import { saveFile } from '../components/save-file';
import { useUnfinished } from '../components/unfinished';
import { useAppState } from './app-state';

export type BatchRun = ReturnType<typeof useSignedBatch>;

export function saveBatch({ fileName, bytes }: SignedBatch): void {
  saveFile(fileName, bytes, fileName.endsWith('.zip') ? 'application/zip' : 'application/pdf');
}

/** Makes papers that come as one file and hands it over; can be given up until the papers are written. */
export function useSignedBatch() {
  const { mutate, catchUp } = useAppState();
  const [progress, setProgress] = useState<Progress | 'starting' | null>(null);
  const [batch, setBatch] = useState<SignedBatch | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  useUnfinished(progress !== null);
  const run = async <C extends 'sheet.batch' | 'insurer.bundle'>(channel: C, request: RequestOf<C>): Promise<void> => {
    if (running.current !== null) return;
    const controller = (running.current = new AbortController());
    setProgress('starting');
    setBatch(null);
    setFailure(null);
    try {
      const options = { signal: controller.signal, onProgress: setProgress };
      const made = (await mutate(channel, request, options)) as SignedBatch; // what both channels answer
      setBatch(made);
      saveBatch(made);
    } catch (error) {
      // Some may have been put on record before the failure. It is said last: who reads it may type again at once.
      const behind = await catchUp().catch((late: unknown) => late);
      setFailure(behind ?? error);
    } finally {
      running.current = null;
      setProgress(null);
    }
  };
  return { progress, batch, failure, run, cancel: (): void => running.current?.abort() };
}
