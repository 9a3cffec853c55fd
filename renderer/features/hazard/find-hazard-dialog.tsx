import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { HazardSource } from '../../../domain/hazard/hazard';
import type { Entry } from '../../../domain/record/entry';
import type { RecordId } from '../../../domain/record/record-id';
import { proposedSeverity } from '../../../domain/risk/proposed-severity';
import { Button } from '../../components/controls';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { DraftNotices } from '../drafts/draft-notices';
import { RecordDialog } from '../record/record-dialog';
import { useKeptDraft, type KeptDraft } from '../drafts/use-kept-draft';
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
  const { pack } = useAppState();
  const { form, due } = useFindForm(props);
  const { texts, set, told } = form;
  const { elevator } = draft;
  return (
    <RecordDialog
      title={t('hazard.findTitle')}
      wide
      form={form}
      acts={
        <>
          <span className="muted small" role="status">
            {kept.storeFailed ? t('visit.draftNotKept') : ''}
          </span>
          <Button onClick={() => void kept.finish().then(onClose)}>{t('hazard.discard')}</Button>
        </>
      }
      closeWord={t('hazard.putAside')}
      saveWord={t('hazard.save')}
      onClose={onClose}
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
          <FindHazardFields form={texts} elevator={elevator} told={told} due={due} onChange={set} />
        </div>
        <div className="judgement">
          <RiskField
            label={t('risk.title')}
            cell={texts.cell}
            reason={texts.riskReason}
            proposed={proposedSeverity(texts.component)}
            problem={told('riskReason')}
            onCell={(cell) => set({ cell })}
            onReason={(riskReason) => set({ riskReason })}
          />
          <ClassFields
            elevator={elevator}
            severe={texts.severe}
            major={texts.major}
            onChange={(field, criterion) => set({ [field]: criterion })}
          />
        </div>
      </div>
    </RecordDialog>
  );
}

function useFindForm({ kept, draft, finding, onFound }: OpenProps) {
  const { t } = useTranslation();
  const { mutate, info, pack, readOnly } = useAppState();
  const { form: typed, elevator } = draft;
  const due = useProposedDeadline(typed);
  const problems: HazardProblems = {
    ...(elevator === null ? { registrationNo: 'missing' } : {}),
    ...hazardProblems(typed, info.today),
  };
  const form = useRecordForm<HazardForm, HazardProblems>({
    texts: [typed, (by) => kept.change((before) => ({ form: by(before.form) }))],
    problems,
    words: (code) => t(`hazard.problems.${code}`),
    locked: readOnly || pack.hazards === undefined,
    write: async () => {
      if (elevator === null) return; // a problem of its own
      const origin = { registrationNo: elevator.registrationNo, sourceRecord: finding?.sourceRecord };
      const { entry } = await mutate('hazard.find', { hazards: [hazardOf(typed, origin, due?.dueOn ?? null)] });
      await Promise.allSettled([kept.finish()]); // the hazard is on record; a draft left behind is only a nuisance
      onFound(entry);
    },
    onSaved: () => undefined, // whoever asked for it closes it
  });
  return { form, due };
}
