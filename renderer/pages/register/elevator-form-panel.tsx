import { useState, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Dossier } from '../../../domain/record/dossier';
import { BeginningQuestion } from '../../components/beginning-question';
import { Button } from '../../components/controls';
import { useRecordForm } from '../../components/use-record-form';
import { ReasonField } from '../../features/record/reason-field';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';
import { usePageKeys } from '../../session/page-keys';
import { ChangesTable } from './changes-table';
import { changesOf, elevatorOf, EMPTY_FORM, FORM_GROUPS, formOf, hintsOf, problemsOf, shownOf } from './elevator-form';
import type { ElevatorForm, FormProblem } from './elevator-form';
import { FormField } from './form-field';
import { TransferOffer } from './transfer-offer';
import { TwinQuestion } from './twin-question';
import { begun, fromService, useBeginning, type Beginning } from './use-beginning';
import { useNumberOnRecord, type NumberOnRecord } from './use-known-numbers';
import { useTransfers, type TransferForm } from './use-transfers';

/** With the reason of a correction. */
type CorrectedForm = ElevatorForm & { readonly reason: string };

/** The form of all particulars: an empty one registers, that of a registered elevator corrects. */
export function ElevatorFormPanel({ dossier }: { readonly dossier: Dossier | null }) {
  const { t } = useTranslation();
  const { readOnly, pack } = useAppState();
  const state = useState<CorrectedForm>(() => ({
    ...(dossier === null ? EMPTY_FORM : formOf(dossier.elevator.value)),
    reason: '',
  }));
  const [form] = state;
  const { taken, twins } = useNumberOnRecord(form.registrationNo, dossier === null);
  const [apartFor, setApartFor] = useState<string | null>(null);
  const apart = apartFor === form.registrationNo;
  const transfer = useTransfers(dossier, form);
  const beginning = useBeginning(dossier, form);
  const key = { taken, twins: apart ? [] : twins, apartFrom: twins };
  const { leave, told, ...saving } = useElevatorForm(dossier, state, { key, transfer, beginning });
  usePageKeys([
    { keys: 'Ctrl+Enter', word: t('common.save'), run: saving.submit },
    { keys: 'Escape', word: t('keys.back'), run: leave },
  ]);
  const hints = hintsOf(form, pack);
  const asksTwins = dossier === null && taken === null && twins.length > 0;
  const changes = dossier === null ? [] : changesOf(dossier.elevator.value, form);
  return (
    <form
      className="register"
      onSubmit={(event) => {
        event.preventDefault();
        saving.submit();
      }}
    >
      <div className="page-head">
        <h1>{t(dossier === null ? 'register.title' : 'register.correctTitle')}</h1>
        {dossier === null ? null : <span className="no-space muted">{dossier.registrationNo}</span>}
        <span className="actions">
          <Button onClick={leave}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" disabled={saving.locked} busy={saving.busy}>
            {t(dossier === null ? 'register.save' : 'register.saveCorrection')}
          </Button>
        </span>
      </div>
      {readOnly ? <div className="notice error">{t('register.readOnly')}</div> : null}
      {saving.failure === null ? null : <ErrorNotice error={saving.failure} />}
      {dossier === null ? null : (
        <Correction
          changes={changes}
          transfer={transfer}
          reason={form.reason}
          told={told}
          onReason={saving.typed('reason')}
        />
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
                problem={told(field)}
                hint={hints[field]}
                taken={field === 'registrationNo' ? taken : null}
                onChange={saving.typed(field)}
              />
            ))}
          </div>
          {id === 'identity' && asksTwins ? (
            <TwinQuestion
              typed={form.registrationNo}
              twins={twins}
              apart={apart}
              problem={told('apart')}
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
                problem={told('beginning')}
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
  readonly told: (field: 'transferBy' | 'reason') => string | undefined;
  readonly onReason: (reason: string) => void;
}

/** What a correction changes, what goes with it, and why. */
function Correction({ changes, transfer, reason, told, onReason }: CorrectionProps) {
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
          problem={told('transferBy')}
          onWanted={transfer.setWanted}
          onBy={transfer.setBy}
        />
      )}
      <div className="body">
        <ReasonField value={reason} onValue={onReason} problem={told('reason')} />
      </div>
    </section>
  );
}

interface Asked {
  readonly key: NumberOnRecord & { readonly apartFrom: NumberOnRecord['twins'] };
  readonly transfer: TransferForm;
  readonly beginning: Beginning;
}

type Open = 'taken' | 'apart' | 'beginning' | 'transferBy' | 'reason';

function useElevatorForm(
  dossier: Dossier | null,
  texts: readonly [CorrectedForm, Dispatch<SetStateAction<CorrectedForm>>],
  { key: { taken, twins, apartFrom }, transfer, beginning }: Asked,
) {
  const { t } = useTranslation();
  const { mutate, readOnly } = useAppState();
  const [, navigate] = useLocation();
  const [form] = texts;
  const reason = form.reason.trim();
  const pathOf = (registrationNo: string): string => `/elevator/${encodeURIComponent(registrationNo)}`;
  const problems: Partial<Record<keyof ElevatorForm | Open, FormProblem | Open>> = { ...problemsOf(form) };
  if (taken !== null) problems.taken = 'taken';
  if (twins.length > 0) problems.apart = 'apart';
  if (beginning.proposal !== null && beginning.said === undefined) problems.beginning = 'beginning';
  if (transfer.lacksNames) problems.transferBy = 'transferBy';
  if (dossier !== null && reason === '') problems.reason = 'reason';
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
    const transfers = transfer.stepsFor(reason);
    await mutate('elevator.correct', { registrationNo, set, reason, transfers, ...fromService(beginning) });
  };
  const words = (code: FormProblem | Open): string => {
    switch (code) {
      case 'taken':
        return ''; // the field says it, with the way to the elevator
      case 'apart':
        return t('register.twins.unanswered');
      case 'beginning':
        return t('beginning.unanswered');
      case 'transferBy':
        return t('hazard.problems.missing');
      case 'reason':
        return t('register.reasonMissing');
      default:
        return t(`register.problems.${code}`);
    }
  };
  const saving = useRecordForm({
    texts,
    problems,
    words,
    locked: readOnly,
    write,
    onSaved: () => navigate(pathOf(dossier?.registrationNo ?? elevatorOf(form).registrationNo)),
  });
  return { ...saving, leave: () => navigate(dossier === null ? '/' : pathOf(dossier.registrationNo)) };
}
