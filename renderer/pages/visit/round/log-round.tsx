import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Dossier } from '../../../../domain/record/dossier';
import { Button } from '../../../components/controls';
import { DraftNotices } from '../../../features/drafts/draft-notices';
import { useDiscard } from '../../../features/drafts/use-discard';
import type { KeptDraft } from '../../../features/drafts/use-kept-draft';
import { LateFields } from '../../../features/late/late-fields';
import { ErrorNotice } from '../../../features/record/error-notice';
import { useAppState } from '../../../session/app-state';
import { focusCell } from './focus-row';
import type { RoundDraft } from './round-draft';
import { RoundFields } from './round-fields';
import { RoundGrid } from './round-grid';
import { RowPanel } from './row-panel';
import type { Site } from './sites';
import { useRoundActs } from './use-round-acts';
import type { useRoundForm } from './use-round-form';
import { useRoundKeys } from './use-round-keys';

interface RoundProps {
  readonly site: Site;
  readonly kept: KeptDraft<RoundDraft>;
  readonly dossiers: ReadonlyMap<string, Dossier>;
  readonly lastTeam: readonly string[];
  readonly typedDate: string;
  /** With its date in the one form, even while the field is being typed in. */
  readonly round: RoundDraft;
}

/** A round: what is said once for all, a row an elevator, exceptions in place, one act that saves all. */
export function LogRound(props: RoundProps) {
  const { site, kept, dossiers, lastTeam, typedDate, round } = props;
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const [, navigate] = useLocation();
  const acts = useRoundActs(props);
  const { saving, open, item } = acts;
  const { visits } = saving;
  useRoundKeys(acts);
  return (
    <>
      <RoundHead site={site} kept={kept} saving={saving} onLeave={() => navigate('/round')} />
      <DraftNotices kept={kept} />
      {readOnly ? <div className="notice error">{t('visit.readOnly')}</div> : null}
      {saving.failure === null ? null : <ErrorNotice error={saving.failure} />}
      <RoundFields
        round={{ ...round, date: typedDate }}
        dossiers={dossiers}
        suggested={acts.suggested}
        lastTeam={lastTeam}
        told={saving.toldOfRound}
        onChange={kept.change}
        onRepeat={acts.repeatCrew}
        onDone={() => visits[0] !== undefined && focusCell(visits[0].row.registrationNo)}
      />
      <LateFields
        effect={saving.late}
        form={round.late}
        set={(by) => kept.change((before) => ({ late: by(before.late) }))}
        problems={saving.lateWrong}
        tried={saving.tried}
      />
      <RoundGrid
        visits={visits}
        current={acts.current?.row.registrationNo ?? ''}
        opened={open?.row.registrationNo ?? null}
        tried={saving.tried}
        onCurrent={acts.setCurrent}
        onTask={(registrationNo, task) => acts.change(registrationNo, () => ({ task }))}
        onVisit={acts.changeVisit}
        onAnswers={acts.changeAnswers}
        onToggle={acts.toggle}
        onTakeOut={acts.takeOut}
        panel={
          open === undefined ? null : (
            <RowPanel
              visit={open}
              item={item}
              tried={saving.tried}
              onVisit={(by) => acts.changeVisit(open.row.registrationNo, by)}
              onAnswers={(by) => acts.changeAnswers(open.row.registrationNo, by)}
            />
          )
        }
      />
      <OutOfRound
        site={site}
        round={round}
        onBringIn={(registrationNo) => acts.change(registrationNo, () => ({ isIn: true }))}
      />
      <Problems saving={saving} />
    </>
  );
}

interface HeadProps {
  readonly site: Site;
  readonly kept: KeptDraft<RoundDraft>;
  readonly saving: ReturnType<typeof useRoundForm>;
  readonly onLeave: () => void;
}

function RoundHead({ site, kept, saving, onLeave }: HeadProps) {
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const discard = useDiscard(kept);
  const time = kept.savedAt === null ? null : new Date(kept.savedAt).toTimeString().slice(0, 8);
  return (
    <div className="page-head">
      <h1>{t('round.title')}</h1>
      <strong>{site.name}</strong>
      <span className="muted" role="status">
        {kept.storeFailed
          ? t('visit.draftNotKept')
          : time === null
            ? t('round.elevators', { count: saving.visits.length })
            : t('visit.draftSaved', { time })}
      </span>
      <span className="actions">
        <Button onClick={() => void discard()}>{t('visit.discard')}</Button>
        <Button onClick={onLeave}>{t('round.otherSite')}</Button>
        <Button look="primary" keys="Ctrl Enter" busy={saving.busy} disabled={readOnly} onClick={saving.submit}>
          {t('round.save', { count: saving.visits.length })}
        </Button>
      </span>
    </div>
  );
}

/** The elevators of the site that are not visited this time; each can be brought in. */
function OutOfRound({
  site,
  round,
  onBringIn,
}: {
  readonly site: Site;
  readonly round: RoundDraft;
  readonly onBringIn: (registrationNo: string) => void;
}) {
  const { t } = useTranslation();
  const out = round.rows.filter(({ isIn }) => !isIn);
  if (out.length === 0) return null;
  return (
    <section className="panel">
      <header>
        <h2>{t('round.out')}</h2>
        <span className="muted small">{t('round.outHint')}</span>
      </header>
      <div className="body chips">
        {out.map(({ registrationNo }) => {
          const elevator = site.rows.find((row) => row.registrationNo === registrationNo)?.elevator;
          return (
            <Button key={registrationNo} look="small" onClick={() => onBringIn(registrationNo)}>
              + {elevator?.internalNo ?? ''} <span className="no-space">{registrationNo}</span>
            </Button>
          );
        })}
      </div>
    </section>
  );
}

/** How many things keep the round from being saved; each is told where it stands too. */
function Problems({ saving }: { readonly saving: ReturnType<typeof useRoundForm> }) {
  const { t } = useTranslation();
  if (!saving.tried || saving.isSound) return null;
  const open = saving.visits.filter(({ problems }) => problems.some(({ code }) => code === 'open')).length;
  const all = Object.keys(saving.problems).length;
  return (
    <div className="notice error" role="alert">
      {saving.ofRound.rows === undefined ? '' : t('round.problems.rows-missing')}
      {open === 0 ? '' : t('round.problems.openRows', { count: open })} {t('round.problems.all', { count: all })}
    </div>
  );
}
