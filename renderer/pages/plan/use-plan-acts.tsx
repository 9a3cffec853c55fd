import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRow, PlanSummary } from '../../../domain/plan/plan-rows';
import type { SiteTerms } from '../../../domain/plan/plan-settings';
import { Button } from '../../components/controls';
import { SiteDialog } from './site-dialog';
import { TermsDialog } from './terms-dialog';
import type { KeptPlan } from './use-plan';
import { useSaveIcs } from './use-plan-files';
import './week-sheet.css';
import { WeekSheets } from './week-sheet';

type Shown = 'sheet' | 'terms' | 'site' | null;

interface ActsProps {
  readonly rows: readonly PlanRow[];
  /** The chosen one. */
  readonly row: PlanRow | undefined;
  readonly summary: PlanSummary;
  readonly kept: KeptPlan;
  readonly sites: ReadonlyMap<string, SiteTerms>;
}

/** What leaves the page: week sheets, the calendar file, and what the house says of plan and site. */
export function usePlanActs({ rows, row, summary, kept, sites }: ActsProps) {
  const { t } = useTranslation();
  const saveIcs = useSaveIcs();
  const [shown, setShown] = useState<Shown>(null);
  const close = useCallback(() => setShown(null), []);
  const planned = rows.filter(({ on }) => on !== null);
  const ics = (): void => {
    if (planned.length > 0) saveIcs(planned);
  };
  const sheet = (): void => {
    if (planned.length > 0) setShown('sheet');
  };
  const site = row?.site;
  const keys = [
    { keys: 'W', word: t('plan.keys.sheet'), run: sheet },
    { keys: 'I', word: t('plan.keys.ics'), run: ics },
    { keys: 'G', word: t('plan.keys.terms'), run: () => setShown('terms') },
    { keys: 'S', word: t('plan.keys.siteTerms'), run: () => site !== undefined && setShown('site') },
  ];
  const buttons = (
    <>
      <Button keys="G" onClick={() => setShown('terms')}>
        {t('plan.keys.terms')}
      </Button>
      <Button keys="W" disabled={planned.length === 0} onClick={sheet}>
        {t('plan.keys.sheet')}
      </Button>
      <Button keys="I" disabled={planned.length === 0} onClick={ics}>
        .ics
      </Button>
    </>
  );
  const dialog =
    shown === 'sheet' ? (
      <WeekSheets rows={planned} summary={summary} sites={sites} onPrinted={close} />
    ) : shown === 'terms' ? (
      <TermsDialog kept={kept} onClose={close} />
    ) : shown === 'site' && site !== undefined ? (
      <SiteDialog
        site={site}
        terms={sites.get(site)}
        crews={kept.settings.crews}
        onClose={close}
        onSave={(terms) => {
          const others = kept.settings.sites.filter((one) => one.site !== site);
          return kept.keep({ sites: [...others, terms] });
        }}
      />
    ) : null;
  return { keys, buttons, dialog };
}
