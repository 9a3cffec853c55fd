import { useEffect, useMemo, useRef, useState } from 'react';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { StripModel } from '../../../domain/report/strip';
import { useDoubtsQuestion } from '../doubts/use-doubts';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { useAppState } from '../../session/app-state';
import type { AuditQuestion, FleetRow } from '../../../domain/fleet/fleet-row';
import type { ListedRow } from './fleet-filter';

interface AuditedFleet {
  /** Null until the first audit, the previous one while it is renewed. */
  readonly rows: readonly FleetRow[] | null;
  /** Why the last audit gave none; null = it did, or is under way. */
  readonly failure: unknown;
}

export function useFleetRows(question: AuditQuestion): AuditedFleet {
  const { fleet, isAnswered, changes } = useAppState();
  const [audited, setAudited] = useState<AuditedFleet>({ rows: null, failure: null });
  useEffect(() => {
    if (!isAnswered) return; // what the house said of its inspections is part of the question
    let wanted = true;
    fleet.ask('rows', question).then(
      ({ rows }) => wanted && setAudited({ rows, failure: null }),
      (failure: unknown) => wanted && setAudited(({ rows }) => ({ rows, failure })),
    );
    return () => {
      wanted = false;
    };
  }, [fleet, question, isAnswered, changes]);
  return audited;
}

/** The rows with how many doubts ask for an answer: they are counted behind the audit, which does not wait for them. */
export function useListedRows(rows: readonly FleetRow[]): {
  readonly rows: readonly ListedRow[];
  /** Where the fleet has more visits than are looked through on a page: how many. */
  readonly tooMany: number | null;
  /** Why they could not be counted; null = they were, or are being. */
  readonly failure: unknown;
} {
  const { answer, failure } = useFleetAnswer('open-doubts', useDoubtsQuestion());
  return useMemo(() => {
    const counts = answer === null || answer.rest.tooMany !== null ? null : new Map(answer.rows);
    const listed = rows.map((row) => ({
      ...row,
      doubts: counts === null ? null : (counts.get(row.registrationNo) ?? 0),
    }));
    return { rows: listed, tooMany: answer?.rest.tooMany ?? null, failure };
  }, [rows, answer, failure]);
}

/** Strips of the elevators on screen, fetched as they come into view and kept until something changes; another object whenever more are there. */
export function useStrips(
  question: AuditQuestion,
  visible: readonly RegistrationNo[],
): { readonly of: ReadonlyMap<RegistrationNo, StripModel> } {
  const { fleet, changes } = useAppState();
  const kept = useRef(new Map<RegistrationNo, StripModel>());
  const [strips, setStrips] = useState({ of: kept.current });
  const key = useMemo(() => ({ question, changes }), [question, changes]);
  const wanted = visible.join(' ');
  const fresh = useRef<unknown>(null);
  useEffect(() => {
    const renewAll = fresh.current !== key;
    const missing = visible.filter((no) => renewAll || !kept.current.has(no));
    if (missing.length === 0) return;
    void fleet.ask('strips', { ...question, numbers: missing }).then(({ rows }) => {
      if (renewAll) kept.current = new Map(rows);
      else for (const [no, strip] of rows) kept.current.set(no, strip);
      fresh.current = key;
      setStrips({ of: kept.current });
    });
  }, [wanted, key]); // eslint-disable-line react-hooks/exhaustive-deps -- `wanted` stands for `visible`, `key` for the rest
  return strips;
}
