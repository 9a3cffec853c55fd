import { useState } from 'react';
import type { Progress, RequestOf } from '../../../domain/bridge/contract';
import type { SignedBatch } from '../../../domain/bridge/paper-replies';
import { saveFile } from '../../components/save-file';
import { useAppState } from '../../session/app-state';

export type BatchRun = ReturnType<typeof useSignedBatch>;

export function saveBatch({ fileName, bytes }: SignedBatch): void {
  saveFile(fileName, bytes, fileName.endsWith('.zip') ? 'application/zip' : 'application/pdf');
}

/** Makes papers that come as one file and hands it over; can be given up until the papers are written. */
export function useSignedBatch() {
  const { mutate, catchUp } = useAppState();
  const [progress, setProgress] = useState<Progress | 'starting' | null>(null);
  const [batch, setBatch] = useState<SignedBatch | null>(null);
  const make = async <C extends 'sheet.batch' | 'insurer.bundle'>(
    channel: C,
    request: RequestOf<C>,
    signal: AbortSignal,
  ): Promise<void> => {
    setProgress('starting');
    setBatch(null);
    try {
      const made = (await mutate(channel, request, { signal, onProgress: setProgress })) as SignedBatch; // what both channels answer
      setBatch(made);
      saveBatch(made);
    } catch (error) {
      await catchUp(); // some may have been put on record before the failure
      throw error;
    } finally {
      setProgress(null);
    }
  };
  return { progress, batch, make };
}
