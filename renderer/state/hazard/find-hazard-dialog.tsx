import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { HazardSource } from '../../../domain/hazard/hazard';
import type { Entry } from '../../../domain/record/entry';
import type { RecordId } from '../../../domain/record/record-id';
import { proposedSeverity } from '../../../domain/risk/proposed-severity';
import { Button } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../app-state';
import { DraftNotices } from '../draft-notices';
import { ErrorNotice } from '../error-notice';
import { useKeptDraft, type KeptDraft } from '../use-kept-draft';
import { ChooseElevatorField } from './choose-elevator-field';
import { ClassFields } from './class-fields';
import { FindHazardFields } from './find-hazard-fields';
import './hazard.css';
import { parseHazardDraft, type HazardDraft } from './hazard-draft';
import { emptyHazardForm, hazardOf, hazardProblems, type HazardForm, type HazardProblems } from './hazard-form';
import { RiskField } from './risk-field';
import { unitOf } from './unit-of';
import { useProposedDeadline } from './use-proposed-deadline';

/** What is known of a hazard that came to light somewhere. */
export interface Finding {
  readonly source: HazardSource;
  readonly sourceRecord: RecordId;
  readonly known: Partial<HazardForm>;
}

interface FindProps {
  /** Null = the elevator is chosen here. */
  readonly elevator: Elevator | null;
  readonly finding: Finding | null;
  readonly onClose: () => void;
  readonly onFound: (entry: Entry) => void;
}

/** Records a hazard found by hand, in a call-out or in an inspection. What is typed is kept across a crash. */
export function FindHazardDialog(props: FindProps) {
  const { info, asOf, settings } = useAppState();
  const { elevator, finding } = props;
  const day = asOf <= info.today ? asOf : info.today;
  const fresh = (): HazardDraft => ({
    version: 1,
    elevator,
    form: {
      ...emptyHazardForm(day, settings.author),
      unit: unitOf(elevator, 'maintainer'),
      ...(finding === null ? {} : { source: finding.source, ...finding.known }),
    },
  });
  const kept = useKeptDraft<HazardDraft>({
    key: `hazard:${elevator?.registrationNo ?? ''}:${finding?.sourceRecord ?? ''}`,
    parse: parseHazardDraft,
    isUntouched: (draft) => JSON.stringify(draft) === JSON.stringify(fresh()),
    fresh,
  });
  return kept.draft === null ? null : <OpenDialog {...props} kept={kept} draft={kept.draft} />;
}

interface OpenProps extends FindProps {
  readonly kept: KeptDraft<HazardDraft>;
  readonly draft: HazardDraft;
}

function OpenDialog(props: OpenProps) {
  const { kept, draft, onClose } = props;
  const { t } = useTranslation();
  const { pack, readOnly } = useAppState();
  const saving = useFindSaving(props);
  const { form, elevator } = draft;
  const set = (change: Partial<HazardForm>): void => kept.change((before) => ({ form: { ...before.form, ...change } }));
  const told = (field: keyof HazardProblems): string | undefined => {
    const problem = saving.tried ? saving.problems[field] : undefined;
    return problem === undefined ? undefined : t(`hazard.problems.${problem}`);
  };
  return (
    <Dialog
      title={t('hazard.findTitle')}
      wide
      onClose={onClose}
      onSubmit={saving.submit}
      actions={
        <>
          <span className="muted small" role="status">
            {kept.storeFailed ? t('visit.draftNotKept') : ''}
          </span>
          <Button onClick={() => void kept.finish().then(onClose)}>{t('hazard.discard')}</Button>
          <Button onClick={onClose}>{t('hazard.putAside')}</Button>
          <Button
            look="primary"
            type="submit"
            keys="Ctrl Enter"
            disabled={readOnly || pack.hazards === undefined}
            busy={saving.busy}
          >
            {t('hazard.save')}
          </Button>
        </>
      }
    >
      <DraftNotices kept={kept} />
      {pack.hazards === undefined ? <div className="notice warn">{t('hazard.noCriteria')}</div> : null}
      <div className="find-hazard">
        <div className="facts">
          {props.elevator === null ? (
            <ChooseElevatorField
              chosen={elevator}
              problem={told('registrationNo')}
              onChoose={(chosen) =>
                kept.change((before) => ({
                  elevator: chosen,
                  form: { ...before.form, unit: unitOf(chosen, before.form.party) },
                }))
              }
            />
          ) : null}
          <FindHazardFields form={form} elevator={elevator} told={told} due={saving.due} onChange={set} />
        </div>
        <div className="judgement">
          <RiskField
            label={t('risk.title')}
            cell={form.cell}
            reason={form.riskReason}
            proposed={proposedSeverity(form.component)}
            problem={told('riskReason')}
            onCell={(cell) => set({ cell })}
            onReason={(riskReason) => set({ riskReason })}
          />
          <ClassFields
            elevator={elevator}
            severe={form.severe}
            major={form.major}
            onChange={(field, criterion) => set({ [field]: criterion })}
          />
        </div>
      </div>
      {saving.failure === null ? null : <ErrorNotice error={saving.failure} />}
    </Dialog>
  );
}

function useFindSaving({ kept, draft, finding, onFound }: OpenProps) {
  const { mutate, info } = useAppState();
  const { form, elevator } = draft;
  const { save, ...saving } = useSaving();
  const due = useProposedDeadline(form);
  const problems: HazardProblems = {
    ...(elevator === null ? { registrationNo: 'missing' as const } : {}),
    ...hazardProblems(form, info.today),
  };
  const submit = (): void => {
    if (elevator === null || Object.keys(problems).length > 0) {
      save(null);
      requestAnimationFrame(focusFirstProblem);
      return;
    }
    const { registrationNo } = elevator;
    const hazard = hazardOf(form, { registrationNo, sourceRecord: finding?.sourceRecord }, due?.dueOn ?? null);
    save(
      async () => {
        const { entry } = await mutate('hazard.find', { hazards: [hazard] });
        await Promise.allSettled([kept.finish()]); // the hazard is on record; a draft left behind is only a nuisance
        onFound(entry);
      },
      () => undefined,
    );
  };
  return { ...saving, due, problems, submit };
}

function focusFirstProblem(): void {
  document.querySelector<HTMLElement>('dialog[open] [aria-invalid="true"]')?.focus();
}
