import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Dossier } from '../../../domain/record/dossier';
import { BeginningQuestion } from '../../components/beginning-question';
import { Button, TextArea } from '../../components/controls';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { usePageKeys } from '../../state/page-keys';
import { ChangesTable } from './changes-table';
import { changesOf, elevatorOf, EMPTY_FORM, FORM_GROUPS, formOf, hintsOf, problemsOf, shownOf } from './elevator-form';
import type { ElevatorForm, FormProblems } from './elevator-form';
import { FormField } from './form-field';
import { TransferOffer } from './transfer-offer';
import { TwinQuestion } from './twin-question';
import { begun, fromService, useBeginning, type Beginning } from './use-beginning';
import { useNumberOnRecord, type NumberOnRecord } from './use-known-numbers';
import { useTransfers, type TransferForm } from './use-transfers';

const NO_PROBLEMS: FormProblems = {};

/** The form of all particulars: an empty one registers, that of a registered elevator corrects. */
export function ElevatorFormPanel({ dossier }: { readonly dossier: Dossier | null }) {
  const { t } = useTranslation();
  const { readOnly, pack } = useAppState();
  const [form, setForm] = useState<ElevatorForm>(() =>
    dossier === null ? EMPTY_FORM : formOf(dossier.elevator.value),
  );
  const [reason, setReason] = useState('');
  const { taken, twins } = useNumberOnRecord(form.registrationNo, dossier === null);
  const [apartFor, setApartFor] = useState<string | null>(null);
  const apart = apartFor === form.registrationNo;
  const transfer = useTransfers(dossier, form);
  const beginning = useBeginning(dossier, form);
  const key = { taken, twins: apart ? [] : twins, apartFrom: twins };
  const saving = useElevatorSaving(dossier, form, reason, { key, transfer, beginning });
  usePageKeys([
    { keys: 'Ctrl+Enter', word: t('common.save'), run: saving.save },
    { keys: 'Escape', word: t('keys.back'), run: saving.leave },
  ]);
  const hints = hintsOf(form, pack);
  const asksTwins = dossier === null && taken === null && twins.length > 0;
  const problems = saving.tried ? problemsOf(form) : NO_PROBLEMS;
  const changes = dossier === null ? [] : changesOf(dossier.elevator.value, form);
  return (
    <form
      className="register"
      onSubmit={(event) => {
        event.preventDefault();
        saving.save();
      }}
    >
      <div className="page-head">
        <h1>{t(dossier === null ? 'register.title' : 'register.correctTitle')}</h1>
        {dossier === null ? null : <span className="no-space muted">{dossier.registrationNo}</span>}
        <span className="actions">
          <Button onClick={saving.leave}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" disabled={readOnly} busy={saving.busy}>
            {t(dossier === null ? 'register.save' : 'register.saveCorrection')}
          </Button>
        </span>
      </div>
      {readOnly ? <div className="notice error">{t('register.readOnly')}</div> : null}
      {saving.failure === null ? null : <ErrorNotice error={saving.failure} />}
      {dossier === null ? null : (
        <Correction changes={changes} transfer={transfer} reason={reason} tried={saving.tried} onReason={setReason} />
      )}
      {FORM_GROUPS.map(({ id, fields }) => (
        <fieldset key={id} className="panel">
          <legend>{t(`register.groups.${id}`)}</legend>
          <div className="form-grid">
            {shownOf(fields, form).map((field) => (
              <FormField
                key={field}
                field={field}
                form={form}
                fixed={dossier !== null && field === 'registrationNo'}
                problem={problems[field]}
                hint={hints[field]}
                taken={field === 'registrationNo' ? taken : null}
                onChange={(text) => setForm((before) => ({ ...before, [field]: text }))}
              />
            ))}
          </div>
          {id === 'identity' && asksTwins ? (
            <TwinQuestion
              typed={form.registrationNo}
              twins={twins}
              apart={apart}
              problem={saving.tried && !apart ? t('register.twins.unanswered') : undefined}
              onApart={(said) => setApartFor(said ? form.registrationNo : null)}
            />
          ) : null}
          {id === 'clock' && beginning.proposal !== null ? (
            <div className="notice warn beginning">
              <BeginningQuestion
                name="beginning"
                legend={t('beginning.title')}
                proposal={beginning.proposal}
                said={beginning.said}
                problem={saving.tried && beginning.said === undefined ? t('beginning.unanswered') : undefined}
                onSaid={beginning.onSaid}
              />
            </div>
          ) : null}
        </fieldset>
      ))}
    </form>
  );
}

interface CorrectionProps {
  readonly changes: ReturnType<typeof changesOf>;
  readonly transfer: TransferForm;
  readonly reason: string;
  readonly tried: boolean;
  readonly onReason: (reason: string) => void;
}

/** What a correction changes, what goes with it, and why. */
function Correction({ changes, transfer, reason, tried, onReason }: CorrectionProps) {
  const { t } = useTranslation();
  return (
    <section className="panel correction">
      <header>
        <h2>{t('register.changes')}</h2>
        <span className="muted small">{t('register.reasonHint')}</span>
      </header>
      <ChangesTable changes={changes} />
      {transfer.transfers.length === 0 ? null : (
        <TransferOffer
          transfers={transfer.transfers}
          wanted={transfer.wanted}
          by={transfer.by}
          problem={tried && transfer.lacksNames ? t('hazard.problems.missing') : undefined}
          onWanted={transfer.setWanted}
          onBy={transfer.setBy}
        />
      )}
      <div className="body">
        <TextArea
          label={t('common.reason')}
          data-field="reason"
          value={reason}
          onChange={(event) => onReason(event.target.value)}
          problem={tried && reason.trim() === '' ? t('register.reasonMissing') : undefined}
        />
      </div>
    </section>
  );
}

interface Asked {
  readonly key: NumberOnRecord & { readonly apartFrom: NumberOnRecord['twins'] };
  readonly transfer: TransferForm;
  readonly beginning: Beginning;
}

function useElevatorSaving(
  dossier: Dossier | null,
  form: ElevatorForm,
  reason: string,
  { key: { taken, twins, apartFrom }, transfer, beginning }: Asked,
) {
  const { mutate, readOnly } = useAppState();
  const [, navigate] = useLocation();
  const { save: saveOnce, busy, tried, failure } = useSaving();
  const pathOf = (registrationNo: string): string => `/elevator/${encodeURIComponent(registrationNo)}`;
  const leave = (): void => navigate(dossier === null ? '/' : pathOf(dossier.registrationNo));
  const write = async (): Promise<void> => {
    if (dossier === null) {
      const elevator = begun(elevatorOf(form), beginning);
      await mutate('elevator.register', { elevator, apartFrom: [...apartFrom], ...fromService(beginning) });
      return;
    }
    const { registrationNo } = dossier;
    const { proposal, said: from } = beginning;
    const wanted = proposal !== null && from === 'accept' ? { ...form, recordsFrom: proposal.from } : form;
    const set = changesOf(dossier.elevator.value, wanted).map(({ field, to }) => ({ field, to }));
    const said = reason.trim();
    const transfers = transfer.stepsFor(said);
    await mutate('elevator.correct', { registrationNo, set, reason: said, transfers, ...fromService(beginning) });
  };
  const save = (): void => {
    if (readOnly) return;
    const lacking = transfer.lacksNames ? 'transferBy' : null;
    const asked = twins.length > 0 ? 'apart' : null;
    const open = beginning.proposal !== null && beginning.said === undefined ? 'beginning' : null;
    const first = taken === null ? (firstWrong(dossier, form, reason) ?? asked ?? open ?? lacking) : 'registrationNo';
    if (first !== null) {
      saveOnce(null);
      document.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
      return;
    }
    saveOnce(write, () => navigate(pathOf(dossier?.registrationNo ?? elevatorOf(form).registrationNo)));
  };
  return { tried, busy, failure, leave, save };
}

/** The first field that keeps the form from being saved, in the form's order; null when none does. */
function firstWrong(dossier: Dossier | null, form: ElevatorForm, reason: string): string | null {
  const problems = problemsOf(form);
  if (dossier !== null && reason.trim() === '') return 'reason';
  const order = FORM_GROUPS.flatMap(({ fields }): readonly (keyof ElevatorForm)[] => fields);
  return order.find((field) => problems[field] !== undefined) ?? null;
}
