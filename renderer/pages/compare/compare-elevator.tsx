import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { compareAudits, type Comparison, type Sides } from '../../../domain/audit/compare-audits';
import { judgeBy, readyMeasure, type Measure } from '../../../domain/audit/judge-by';
import type { Dossier } from '../../../domain/record/dossier';
import { scopeOf, subjectOf } from '../../../domain/headline/judge-headline';
import { Button } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { useNeighbours } from '../../session/use-neighbours';
import { ChooseCompared } from './choose-compared';
import { DifferencesPanel } from './differences-panel';
import { RuleColumns } from './rule-columns';
import { SidesPanel } from './sides-panel';
import { useMeasures } from './use-measures';

export function CompareElevator({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const chosen = useMeasures();
  const comparison = useComparison(dossier, chosen.measures);
  const neighbours = useNeighbours(dossier.registrationNo);
  const choosing = useRef<HTMLInputElement>(null);
  const path = encodeURIComponent(dossier.registrationNo);
  const goTo = (registrationNo: string | null): void => {
    if (registrationNo !== null) navigate(`/compare/${encodeURIComponent(registrationNo)}`);
  };
  usePageKeys([
    { keys: 'X', word: t('compare.keys.swap'), run: chosen.swap },
    { keys: 'D', word: t('compare.keys.differing'), run: () => setOnlyDiffering((before) => !before) },
    { keys: '/', word: t('keys.find'), run: () => choosing.current?.focus() },
    { keys: 'J', word: t('compare.keys.next'), run: () => goTo(neighbours.next) },
    { keys: 'K', word: t('compare.keys.previous'), run: () => goTo(neighbours.previous) },
    { keys: 'Enter', word: t('compare.keys.elevator'), run: () => navigate(`/elevator/${path}`) },
    { keys: 'Escape', word: t('compare.keys.fleet'), run: () => navigate('/compare') },
  ]);
  const { address, internalNo } = dossier.elevator.value;
  const place = [address, internalNo].filter((part) => part !== undefined).join(' ');
  return (
    <>
      <div>
        <div className="small">
          <Link href="/compare">{t('nav.compare')}</Link>
          <span className="no-space">
            {' / '}
            {dossier.registrationNo}
          </span>
        </div>
        <div className="page-head">
          <h1>{t('compare.titleOf', { elevator: place === '' ? dossier.registrationNo : place })}</h1>
          <span className="actions">
            <ChooseCompared inputRef={choosing} />
            <Button onClick={() => navigate(`/elevator/${path}`)}>{t('compare.toElevator')}</Button>
          </span>
        </div>
      </div>
      <SidesPanel chosen={chosen} verdict={comparison.verdict} />
      <DifferencesPanel comparison={comparison} />
      <RuleColumns comparison={comparison} onlyDiffering={onlyDiffering} onOnlyDiffering={setOnlyDiffering} />
    </>
  );
}

function useComparison(dossier: Dossier, { left, right }: Sides<Measure>): Comparison {
  const { inspectionsKept: kept } = useAppState();
  return useMemo(() => {
    const subject = { ...subjectOf(dossier), scope: scopeOf(dossier, { kept }) };
    return compareAudits(judgeBy(subject, readyMeasure(left)), judgeBy(subject, readyMeasure(right)));
  }, [dossier, left, right, kept]);
}
