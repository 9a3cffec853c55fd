import { useMemo } from 'react';
import type { DoubtContext } from '../../../domain/explain/doubt-sentences';
import type { DoubtsQuestion } from '../../../domain/fleet/fleet-doubts';
import type { DoubtsRest } from '../../../domain/fleet/questions';
import { useAppState } from '../../session/app-state';

/** What the worker is asked about doubts: the thresholds of the pack that judges, up to the day of judgement. */
export function useDoubtsQuestion(): DoubtsQuestion {
  const { asOf, pack } = useAppState();
  return useMemo(() => {
    const { id, version, believability, checklists } = pack;
    return { asOf, pack: { id, version, checklists, ...(believability !== undefined && { believability }) } };
  }, [asOf, pack]);
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
