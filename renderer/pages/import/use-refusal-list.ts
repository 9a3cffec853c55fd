import { useMemo, useState } from 'react';
import type { Refusal } from '../../../domain/record/refusal';
import { refusedRows } from './refused-rows';

/** More rows than anyone reads on a screen; all of them are in the file that can be saved. */
const SHOWN = 500;

/** The refused rows, those of the chosen file, and the one whose raw row is shown. */
export function useRefusalList(refusals: readonly Refusal[]) {
  const all = useMemo(() => refusedRows(refusals), [refusals]);
  const [file, setFile] = useState<string | null>(null);
  const [wanted, setWanted] = useState(0);
  const chosen = useMemo(() => all.filter(([refusal]) => file === null || refusal.file === file), [all, file]);
  const shown = chosen.slice(0, SHOWN);
  const at = Math.min(wanted, shown.length - 1);
  return {
    all,
    files: [...new Set(all.map(([refusal]) => refusal.file))],
    file,
    shown,
    hidden: chosen.length - shown.length,
    current: shown[at],
    setFile: (name: string | null): void => {
      setFile(name);
      setWanted(0);
    },
    select: setWanted,
    move: (by: 1 | -1): void => setWanted(Math.min(shown.length - 1, Math.max(0, at + by))),
  };
}

export type RefusalList = ReturnType<typeof useRefusalList>;
