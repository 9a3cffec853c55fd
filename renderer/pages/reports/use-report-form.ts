import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import type { Progress } from '../../../domain/bridge/contract';
import { BridgeError } from '../../../domain/bridge/errors';
import type { ReportMade } from '../../../domain/bridge/paper-replies';
import { isCivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator, RegistrationNo } from '../../../domain/elevator/elevator';
import { REPORT_KINDS, type ReportKind } from '../../../domain/record/paper-kind';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { useElevatorChoices } from '../../session/use-elevators';
import { useForParameter } from '../../session/use-for-parameter';
import { useSigning } from '../../features/signing/use-signing';

/** What a report is asked with, and the run itself: one elevator after the other, each kept once it is signed. */
export function useReportForm(onFailure: (error: unknown) => void) {
  const { t } = useTranslation();
  const state = useAppState();
  const wanted = useForParameter();
  const [text, setText] = useState('');
  const { choices, settled, find } = useElevatorChoices(text);
  const [chosen, setChosen] = useState<readonly RegistrationNo[]>(wanted);
  const [from, setFrom] = useState<string>(state.period.from);
  const [to, setTo] = useState<string>(state.period.to);
  const [params] = useSearchParams();
  const [kind, setKind] = useState<ReportKind>(
    () => REPORT_KINDS.find((known) => known === params.get('kind')) ?? 'compliance',
  );
  const signing = useSigning();
  const { hasIdentity, identityNow, passphrase, lacksPassphrase, secret, locale } = signing;
  const [progress, setProgress] = useState<string | null>(null);
  const [made, setMade] = useState<readonly ReportMade[]>([]);
  const { asOf } = state;
  const isPeriod = isCivilDate(from) && isCivilDate(to) && from <= to && to <= asOf;
  const saving = useRecordForm({
    texts: [{ chosen, from, to, passphrase }, () => undefined], // each part keeps its own
    problems: {
      ...(chosen.length === 0 ? { chosen: 'noneChosen' as const } : {}),
      ...(isPeriod ? {} : { from: 'badPeriod' as const }),
      ...(lacksPassphrase ? { passphrase: 'needPassphrase' as const } : {}),
    },
    words: (code) => t(`reports.${code}`),
    early: (field) => field === 'from',
    locked: state.readOnly || !hasIdentity,
    write: async (signal) => {
      if (!isCivilDate(from) || !isCivilDate(to)) return; // a problem of its own
      setMade([]);
      try {
        const signer = await identityNow();
        if (signer === '') return; // the page says that there is none
        const asked = { kind, locale, asOf, period: { from, to }, identityId: signer, ...secret };
        for (const [index, registrationNo] of chosen.entries()) {
          const place = { done: index + 1, total: chosen.length };
          const onProgress = ({ stage }: Progress): void =>
            setProgress(t('reports.progress', { ...place, stage: t(`reports.stage.${stage as 'gather'}`) }));
          const report = await state.mutate('report.make', { registrationNo, ...asked }, { signal, onProgress });
          setMade((before) => [...before, report]);
        }
      } catch (error) {
        if (!(error instanceof BridgeError && error.code === 'cancelled')) throw error;
      } finally {
        setProgress(null);
        signing.forgetPassphrase();
      }
    },
  });
  /** The elevator whose name was typed, the first that it finds; the field shows it from then on. */
  const chooseTyped = (): void => {
    setText('');
    if (text === '') return;
    const take = ([first]: readonly Elevator[]): void => {
      if (first !== undefined) setChosen([first.registrationNo]);
    };
    if (settled) take(choices);
    else find(text).then(take, onFailure);
  };
  const { failure } = saving;
  useEffect(() => onFailure(failure), [onFailure, failure]);
  return {
    asOf,
    chooseTyped,
    choices,
    chosen,
    from,
    kind,
    made,
    progress,
    saving,
    setChosen,
    setFrom,
    setKind,
    setText,
    setTo,
    signing,
    text,
    to,
    wanted,
  };
}
