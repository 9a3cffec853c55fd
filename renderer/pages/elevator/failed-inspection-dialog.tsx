import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { RecordId } from '../../../domain/record/record-id';
import { recordIdOf } from '../../../domain/record/entry';
import { Button, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { Dialog } from '../../components/dialog';
import { useSaving } from '../../components/use-saving';
import { longDate, tidyDate } from '../../i18n/dates';
import { namesIn } from '../../i18n/names';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { ClassFields } from '../../state/hazard/class-fields';
import { emptyHazardForm, hazardOf, namesProblem, type HazardForm } from '../../state/hazard/hazard-form';
import { unitOf } from '../../state/hazard/unit-of';
import { useProposedDeadline } from '../../state/hazard/use-proposed-deadline';
import { useActName } from '../../state/use-act-name';
import { circumstancesOf, findingOf, type FailedInspection } from './failed-inspection';

interface FailedProps {
  readonly elevator: Elevator;
  readonly failed: FailedInspection;
  readonly onClose: () => void;
}

/** After a failed inspection: out of use from that day, and the hazard that the pack names for it, with one key. */
export function FailedInspectionDialog({ elevator, failed, onClose }: FailedProps) {
  const { t } = useTranslation();
  const { pack, locale, readOnly } = useAppState();
  const actName = useActName();
  const { form, set, ...saving } = useFailedSaving({ elevator, failed, onClose });
  const { date, kind } = failed.value;
  const named = circumstancesOf(failed.value, elevator, pack);
  const isNamed = named.severe !== '' || named.major !== '';
  return (
    <Dialog
      title={t('head.failed.title')}
      onClose={onClose}
      onSubmit={saving.submit}
      actions={
        <>
          <Button onClick={onClose}>{t('head.failed.later')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" busy={saving.busy} disabled={readOnly}>
            {t('head.failed.save')}
          </Button>
        </>
      }
    >
      <p>{t('head.failed.what', { date: longDate(date, locale), act: actName(kind) })}</p>
      <div className="form-grid">
        <DateField
          label={t('outage.from')}
          value={form.from}
          onValue={(from) => set({ from })}
          hint={t('head.outageDayHint')}
          problem={saving.fromProblem}
        />
        <TextField
          label={t('hazardFields.foundBy')}
          value={form.foundBy}
          onChange={(event) => set({ foundBy: event.target.value })}
          problem={saving.foundByProblem}
        />
      </div>
      <TextField
        label={t('hazardFields.what')}
        value={form.what}
        onChange={(event) => set({ what: event.target.value })}
        problem={saving.whatProblem}
      />
      <p className="small muted">{t(isNamed ? 'head.failed.named' : 'head.failed.notNamed')}</p>
      {isNamed ? (
        <ClassFields
          elevator={elevator}
          severe={form.severe}
          major={form.major}
          onChange={(field, criterion) => set({ [field]: criterion })}
        />
      ) : null}
      {saving.failure === null ? null : <ErrorNotice error={saving.failure} />}
    </Dialog>
  );
}

/** The hazard as it will be recorded, and the first day out of use. */
interface FailedForm extends HazardForm {
  readonly from: string;
}

function useFailedSaving({ elevator, failed, onClose }: FailedProps) {
  const { t } = useTranslation();
  const { mutate, pack, info, settings } = useAppState();
  const what = useFailedWords();
  const [form, setForm] = useState<FailedForm>(() => ({
    ...emptyHazardForm(failed.value.date, settings.author),
    unit: unitOf(elevator, 'maintainer'),
    source: 'inspection' as const,
    from: failed.value.date,
    ...findingOf(failed, elevator, pack, what(failed)).known,
  }));
  const recorded = useRef<RecordId | null>(null); // a second attempt after half of it failed must not double the hazard
  const { save, ...saving } = useSaving();
  const due = useProposedDeadline(form);
  const from = tidyDate(form.from);
  const badDay = !isCivilDate(from) ? 'not-a-date' : from > info.today ? 'future' : null;
  const badNames = namesProblem(form.foundBy);
  const noWhat = form.what.trim() === '' ? 'missing' : null;
  const { registrationNo } = elevator;
  const write = async (): Promise<void> => {
    if (recorded.current === null) {
      const hazard = hazardOf(form, { registrationNo, sourceRecord: failed.id }, due?.dueOn ?? null);
      const { entry } = await mutate('hazard.find', { hazards: [hazard] });
      recorded.current = recordIdOf(entry, 0);
    }
    const mustStop = pack.hazards?.duties.some(
      (duty) =>
        duty.step === 'stop-use' &&
        (form.severe !== '' ? duty.class === 'severe' : form.major !== '' && duty.class === 'major'),
    );
    // The step of a hazard that must stop opens the outage itself.
    if (mustStop === true)
      await mutate('hazard.advance', {
        registrationNo,
        hazardId: recorded.current,
        step: { act: 'stop-use', on: from as CivilDate, by: namesIn(form.foundBy) },
      });
    else
      await mutate('outage.record', { registrationNo, outage: { from: from as CivilDate, reason: form.what.trim() } });
  };
  const told = (problem: string | null | undefined): string | undefined =>
    saving.tried && problem !== null && problem !== undefined ? t(`hazard.problems.${problem}`) : undefined;
  return {
    ...saving,
    form,
    set: (change: Partial<FailedForm>) => setForm((before) => ({ ...before, ...change })),
    fromProblem: told(badDay),
    foundByProblem: told(badNames),
    whatProblem: told(noWhat),
    submit: () => save(badDay === null && badNames === undefined && noWhat === null ? write : null, onClose),
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
