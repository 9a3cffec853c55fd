import { useEffect, useRef, useState } from 'react';
import type { Progress } from '../../../domain/bridge/contract';
import { BridgeError } from '../../../domain/bridge/errors';
import type { ImportCounts, ImportPreview } from '../../../domain/bridge/import-replies';
import { call, fileForCall } from '../../bridge/client';
import { importAsks, NOTHING_SAID, requestOf, ROWS_READ_AT_ONCE, type Said } from './mapping-answers';

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'reading'; readonly progress: Progress | null }
  | { readonly at: 'mapping' | 'preview'; readonly preview: ImportPreview }
  | { readonly at: 'done'; readonly adds: ImportCounts };

/** Where an import stands, from its files through what is said of their columns; `fail` is told what goes wrong. */
export function useImportSteps(fail: (failure: unknown) => void) {
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const reading = useRef<AbortController | null>(null);
  const [said, setSaid] = useState(NOTHING_SAID);
  const [again, setAgain] = useState<'no' | 'waits' | 'runs'>('no');

  const read = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    fail(null);
    setStep({ at: 'reading', progress: null });
    const controller = (reading.current = new AbortController());
    try {
      const contents = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: await fileForCall(file) })),
      );
      const onProgress = (progress: Progress): void => setStep({ at: 'reading', progress });
      const preview = await call('import.preview', { files: contents }, { onProgress, signal: controller.signal });
      setSaid(NOTHING_SAID);
      setAgain('no');
      setStep({ at: importAsks(preview) ? 'mapping' : 'preview', preview });
    } catch (error) {
      setStep({ at: 'choose' });
      if (!(error instanceof BridgeError && error.code === 'cancelled')) fail(error);
    }
  };
  const readAgain = async ({ importId }: ImportPreview, next: Said): Promise<void> => {
    fail(null);
    reading.current?.abort();
    const { signal } = (reading.current = new AbortController());
    setAgain('runs');
    try {
      const preview = await call('import.map', requestOf(importId, next), { signal });
      setStep({ at: 'mapping', preview });
      setAgain('no');
    } catch (error) {
      if (error instanceof BridgeError && error.code === 'cancelled') return;
      setAgain('waits');
      fail(error);
    }
  };
  const say = (preview: ImportPreview, next: Said): void => {
    setSaid(next);
    const rows = preview.files.reduce((sum, file) => sum + file.rows, 0);
    if (rows <= ROWS_READ_AT_ONCE) void readAgain(preview, next);
    else setAgain('waits');
  };
  const startOver = (): void => {
    if (step.at === 'preview' || step.at === 'mapping')
      void call('import.discard', { importId: step.preview.importId });
    fail(null);
    setStep({ at: 'choose' });
  };
  // What was read is let go with the page.
  const left = useRef<() => void>(() => undefined);
  left.current = (): void => {
    reading.current?.abort();
    if (step.at === 'preview' || step.at === 'mapping')
      void call('import.discard', { importId: step.preview.importId }).catch(() => undefined); // the host ends it by itself
  };
  useEffect(() => () => left.current(), []);
  const stopReading = (): void => reading.current?.abort();
  return { step, setStep, said, again, read, stopReading, readAgain, say, startOver };
}
