import { useCallback, useMemo, useState } from 'react';
import type { Side, Sides } from '../../../domain/audit/compare-audits';
import type { Measure } from '../../../domain/audit/judge-by';
import { useAppState } from '../../session/app-state';
import { useWholePacks } from '../../session/use-packs';
import { chosenOf, measuresFor, parseChosenSides, withChoice, type ChosenSide, type ChosenSides } from './chosen-sides';

const KEY = 'compared-sides';

export interface ChosenMeasures {
  readonly measures: Sides<Measure>;
  readonly choose: (side: Side, change: Partial<ChosenSide>) => void;
  readonly swap: () => void;
}

/** The two sides; they last as long as the session, over reloads and from one elevator to the next. */
export function useMeasures(): ChosenMeasures {
  const { pack, asOf } = useAppState();
  const { packs } = useWholePacks();
  const [chosen, setChosen] = useState<ChosenSides>(() => parseChosenSides(sessionStorage.getItem(KEY)));
  const measures = useMemo(() => measuresFor(chosen, { packs, pack, asOf }), [chosen, packs, pack, asOf]);
  const keep = useCallback((next: ChosenSides) => {
    sessionStorage.setItem(KEY, JSON.stringify(next));
    setChosen(next);
  }, []);
  return {
    measures,
    choose: (side, change) => keep(withChoice(chosen, side, change, measures)),
    swap: () => keep({ left: chosenOf(measures.right), right: chosenOf(measures.left) }),
  };
}
