import { useEffect, useMemo, useRef, useState } from 'react';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { StripModel } from '../../../domain/report/strip';
import { useAppState } from '../../state/app-state';
import type { AuditQuestion, FleetRow } from '../../data/fleet-protocol';

/** The audited fleet; null until the first audit, the previous one while it is renewed. */
export function useFleetRows(question: AuditQuestion): readonly FleetRow[] | null {
  const { fleet, revision } = useAppState();
  const [rows, setRows] = useState<readonly FleetRow[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void fleet.audit(question).then((answer) => {
      if (wanted) setRows(answer);
    });
    return () => {
      wanted = false;
    };
  }, [fleet, question, revision]);
  return rows;
}

/** Strips of the elevators on screen, fetched as they come into view and kept until something changes. */
export function useStrips(
  question: AuditQuestion,
  visible: readonly RegistrationNo[],
): ReadonlyMap<RegistrationNo, StripModel> {
  const { fleet, revision } = useAppState();
  const kept = useRef<{ key: unknown; strips: Map<RegistrationNo, StripModel> }>({ key: null, strips: new Map() });
  const [, redraw] = useState(0);
  const key = useMemo(() => ({ question, revision }), [question, revision]);
  if (kept.current.key !== key) kept.current = { key, strips: kept.current.strips };
  const wanted = visible.join(' ');
  const fresh = useRef<unknown>(null);
  useEffect(() => {
    const renewAll = fresh.current !== key;
    const missing = visible.filter((no) => renewAll || !kept.current.strips.has(no));
    if (missing.length === 0) return;
    void fleet.strips(question, missing).then((strips) => {
      if (renewAll) kept.current.strips = new Map(strips);
      else for (const [no, strip] of strips) kept.current.strips.set(no, strip);
      fresh.current = key;
      redraw((count) => count + 1);
    });
  }, [wanted, key]); // eslint-disable-line react-hooks/exhaustive-deps -- `wanted` stands for `visible`, `key` for the rest
  return kept.current.strips;
}
