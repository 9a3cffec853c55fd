import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { RecordId } from '../../../domain/record/record-id';
import { recordIdOf } from '../../../domain/record/entry';
import { TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { useRecordForm } from '../../components/use-record-form';
import { longDate, tidyDate } from '../../i18n/dates';
import { namesIn } from '../../i18n/names';
import { useAppState } from '../../session/app-state';
import { RecordDialog } from '../../features/record/record-dialog';
import { ClassFields } from '../../features/hazard/class-fields';
import {
  emptyHazardForm,
  hazardOf,
  namesProblem,
  type HazardForm,
  type HazardProblem,
} from '../../features/hazard/hazard-form';
import { unitOf } from '../../features/hazard/unit-of';
import { useProposedDeadline } from '../../features/hazard/use-proposed-deadline';
import { useActName } from '../../session/use-act-name';
import { circumstancesOf, findingOf, type FailedInspection } from './failed-inspection';

interface FailedProps {
  readonly elevator: Elevator;
  readonly failed: FailedInspection;
  readonly onClose: () => void;
}

/** After a failed inspection: out of use from that day, and the hazard that the pack names for it, with one key. */
export function FailedInspectionDialog({ elevator, failed, onClose }: FailedProps) {
  const { t } = useTranslation();
  const { pack, locale } = useAppState();
  const actName = useActName();
  const form = useFailedForm({ elevator, failed, onClose });
  const { texts, set, told } = form;
  const { date, kind } = failed.value;
  const named = circumstancesOf(failed.value, elevator, pack);
  const isNamed = named.severe !== '' || named.major !== '';
  return (
    <RecordDialog
      title={t('head.failed.title')}
      form={form}
      closeWord={t('head.failed.later')}
      saveWord={t('head.failed.save')}
      onClose={onClose}
    >
      <p>{t('head.failed.what', { date: longDate(date, locale), act: actName(kind) })}</p>
      <div className="form-grid">
        <DateField
          label={t('outage.from')}
          value={texts.from}
          onValue={(from) => set({ from })}
          hint={t('head.outageDayHint')}
          problem={told('from')}
        />
        <TextField
          label={t('hazardFields.foundBy')}
          value={texts.foundBy}
          onChange={(event) => set({ foundBy: event.target.value })}
          problem={told('foundBy')}
        />
      </div>
      <TextField
        label={t('hazardFields.what')}
        value={texts.what}
        onChange={(event) => set({ what: event.target.value })}
        problem={told('what')}
      />
      <p className="small muted">{t(isNamed ? 'head.failed.named' : 'head.failed.notNamed')}</p>
      {isNamed ? (
        <ClassFields
          elevator={elevator}
          severe={texts.severe}
          major={texts.major}
          onChange={(field, criterion) => set({ [field]: criterion })}
        />
      ) : null}
    </RecordDialog>
  );
}

/** The hazard as it will be recorded, and the first day out of use. */
interface FailedForm extends HazardForm {
  readonly from: string;
}

function useFailedForm({ elevator, failed, onClose }: FailedProps) {
  const { t } = useTranslation();
  const { mutate, pack, info, settings, readOnly } = useAppState();
  const what = useFailedWords();
  const texts = useState<FailedForm>(() => ({
    ...emptyHazardForm(failed.value.date, settings.author),
    unit: unitOf(elevator, 'maintainer'),
    source: 'inspection' as const,
    from: failed.value.date,
    ...findingOf(failed, elevator, pack, what(failed)).known,
  }));
  const [typed] = texts;
  const recorded = useRef<RecordId | null>(null); // a second attempt after half of it failed must not double the hazard
  const due = useProposedDeadline(typed);
  const { registrationNo } = elevator;
  const write = async (): Promise<void> => {
    if (recorded.current === null) {
      const hazard = hazardOf(typed, { registrationNo, sourceRecord: failed.id }, due?.dueOn ?? null);
      const { entry } = await mutate('hazard.find', { hazards: [hazard] });
      recorded.current = recordIdOf(entry, 0);
    }
    const from = tidyDate(typed.from) as CivilDate;
    const mustStop = pack.hazards?.duties.some(
      (duty) =>
        duty.step === 'stop-use' &&
        (typed.severe !== '' ? duty.class === 'severe' : typed.major !== '' && duty.class === 'major'),
    );
    // The step of a hazard that must stop opens the outage itself.
    if (mustStop === true)
      await mutate('hazard.advance', {
        registrationNo,
        hazardId: recorded.current,
        step: { act: 'stop-use', on: from, by: namesIn(typed.foundBy) },
      });
    else await mutate('outage.record', { registrationNo, outage: { from, reason: typed.what.trim() } });
  };
  return useRecordForm({
    texts,
    problems: failedProblems(typed, info.today),
    words: (code) => t(`hazard.problems.${code}`),
    locked: readOnly,
    write,
    onSaved: onClose,
  });
}

function failedProblems(
  { from, foundBy, what }: FailedForm,
  today: CivilDate,
): Partial<Record<'from' | 'foundBy' | 'what', HazardProblem>> {
  const day = tidyDate(from);
  const badNames = namesProblem(foundBy);
  return {
    ...(!isCivilDate(day) ? { from: 'not-a-date' } : day > today ? { from: 'future' } : {}),
    ...(badNames === undefined ? {} : { foundBy: badNames }),
    ...(what.trim() === '' ? { what: 'missing' } : {}),
  };
}

/** What the hazard says of itself: the act that failed and its report. */
export function useFailedWords(): (failed: FailedInspection) => string {
  const { t } = useTranslation();
  const actName = useActName();
  return ({ value: { kind, reportNo } }) =>
    reportNo === undefined
      ? t('head.failed.hazard', { act: actName(kind) })
      : t('head.failed.hazardWithReport', { act: actName(kind), reportNo });
}
