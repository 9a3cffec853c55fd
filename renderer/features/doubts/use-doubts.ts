import { useMemo } from 'react';
import type { DoubtContext } from '../../../domain/explain/doubt-sentences';
import type { DoubtsQuestion } from '../../../domain/fleet/fleet-doubts';
import type { DoubtsRest } from '../../../domain/fleet/questions';
import { standing } from '../../../domain/record/dossier';
import { certificatesIn } from '../../../domain/roster/certificates';
import { useAppState } from '../../session/app-state';

/**
 * What the worker is asked about doubts: the thresholds of the pack that judges, up to the day of judgement, with the
 * people and certificates on record; nothing before these are known.
 */
export function useDoubtsQuestion(): DoubtsQuestion | null {
  const { asOf, pack, roster } = useAppState();
  const certificates = useMemo(() => (roster === null ? null : certificatesIn(roster)), [roster]);
  const people = useMemo(() => (roster === null ? null : standing(roster.people)), [roster]);
  const isKnown = roster !== null;
  return useMemo(() => {
    const { id, version, believability, checklists } = pack;
    const judged = { id, version, checklists, ...(believability !== undefined && { believability }) };
    return isKnown ? { asOf, pack: judged, certificates, roster: people } : null;
  }, [asOf, pack, certificates, people, isKnown]);
}

/** What the sentences about doubts need. */
export function useDoubtContext(addresses: DoubtsRest['addresses']): DoubtContext {
  const { pack, locale } = useAppState();
  return useMemo(() => {
    const known = new Map<string, string | undefined>(addresses);
    return {
      elevatorOf: (no) => {
        const address = known.get(no);
        return address === undefined ? undefined : { address };
      },
      names: pack,
      locale,
    };
  }, [addresses, pack, locale]);
}
