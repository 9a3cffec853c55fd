import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SIGNATURE_VERDICTS, type SignatureVerdict } from '../../../../domain/terms/signature-verdict';
import { useSaving } from '../../../components/use-saving';
import { saveTable } from '../../../components/save-table';
import { useAppState } from '../../../session/app-state';
import { ErrorNotice } from '../../../features/record/error-notice';
import { usePageKeys } from '../../../session/page-keys';
import type { FileCheck, VerificationQueue } from '../../../features/verification/verification-queue';
import type { Trusting } from '../trusting';
import { VerifyResult } from '../verify-result';
import { CheckGrid } from './check-grid';
import { ALL, matches, type CheckFilter } from './check-filter';
import { ResultCounts } from './result-counts';
import { resultLines } from './result-lines';
import { RunProgress } from './run-progress';
import { SameNumber } from './same-number';
import { SignerGroups } from './signer-groups';
import { bySigner, clashingNumbers, heaviestFirst, type SignerGroup } from './weigh-checks';
import './many-files.css';

interface ManyProps {
  readonly checks: readonly FileCheck[];
  readonly queue: VerificationQueue;
  readonly trusting: Trusting;
  /** Id of the file shown in full; null = the first of the list. */
  readonly shown: number | null;
  readonly onShow: (id: number | null) => void;
  /** What stands below the signers: where files come from, and the trust list. */
  readonly children: ReactNode;
}

/** Many files at once: counted by result, grouped by signer, one of them in full. */
export function ManyFiles({ checks, queue, trusting, shown: currentId, onShow: setCurrentId, children }: ManyProps) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<CheckFilter>(ALL);
  const { save, busy, failure } = useSaving();
  const numbers = useMemo(() => clashingNumbers(checks), [checks]);
  const rows = useMemo(
    () =>
      heaviestFirst(
        checks.filter((check) => matches(check, filter, numbers)),
        numbers,
      ),
    [checks, filter, numbers],
  );
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === currentId),
  );
  const current = rows[at];
  const onFilter = (part: Partial<CheckFilter>): void => setFilter((before) => ({ ...before, ...part }));
  const trust = ({ pem }: Pick<SignerGroup, 'pem'>): void => {
    if (pem !== null) save(() => trusting.add(pem, (reply) => reply.signerCertificatePem === pem));
  };
  const withdraw = ({ fingerprint }: SignerGroup): void =>
    save(() =>
      trusting.remove(fingerprint.replace('sha256:', ''), ({ signature }) => signature?.fingerprint === fingerprint),
    );
  const step = (by: number): void => setCurrentId(rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.id ?? null);
  const show = (id: number): void => {
    setFilter(ALL);
    setCurrentId(id);
  };
  const exportList = useExport(rows);
  useManyKeys({
    step,
    exportList,
    onResult: (result) => setFilter({ ...ALL, result }),
    trustSigner: () => {
      const group = bySigner(checks).find(({ fingerprint }) => fingerprint === current?.reply?.signature?.fingerprint);
      if (group !== undefined) trust(group);
    },
  });
  return (
    <div className="verify-many">
      <RunProgress checks={checks} queue={queue} onExport={exportList} />
      {failure === null ? null : <ErrorNotice error={failure} />}
      <ResultCounts checks={checks} numbers={numbers} filter={filter} onFilter={onFilter} />
      <div className="many-columns">
        <div className="many-side">
          <SignerGroups
            checks={checks}
            numbers={numbers}
            shown={filter.signer}
            pinned={new Set(trusting.trusted.map(({ fingerprint }) => `sha256:${fingerprint}`))}
            busy={busy}
            onShow={(signer) => onFilter({ signer })}
            onTrust={trust}
            onWithdraw={withdraw}
          />
          {children}
        </div>
        <div className="many-list">
          <input
            className="input"
            role="searchbox"
            placeholder={t('verifyMany.search')}
            aria-label={t('verifyMany.search')}
            value={filter.text}
            onChange={(event) => onFilter({ text: event.target.value })}
          />
          <CheckGrid
            rows={rows}
            numbers={numbers}
            current={rows.length === 0 ? -1 : at}
            onCurrent={(index) => setCurrentId(rows[index]?.id ?? null)}
          />
        </div>
        <div className="many-one" role="region" tabIndex={0} aria-label={current?.name ?? t('verifyMany.noneShown')}>
          {current === undefined ? (
            <div className="panel empty">{t('verifyMany.noneShown')}</div>
          ) : (
            <One check={current} trusting={trusting} />
          )}
          {current === undefined ? null : <SameNumber current={current} checks={checks} onShow={show} />}
        </div>
      </div>
    </div>
  );
}

interface Acts {
  readonly step: (by: number) => void;
  readonly exportList: () => void;
  readonly onResult: (result: SignatureVerdict | null) => void;
  readonly trustSigner: () => void;
}

function useManyKeys({ step, exportList, onResult, trustSigner }: Acts): void {
  const { t } = useTranslation();
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.file'), run: () => step(1) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => step(-1) },
    { keys: '1', caption: '1–7', word: t('verifyMany.keys.results'), run: () => onResult(null) },
    ...SIGNATURE_VERDICTS.map((result, index) => ({
      keys: String(index + 2),
      word: '',
      unshown: true as const,
      run: () => onResult(result),
    })),
    { keys: 'Y', word: t('verifyMany.keys.trust'), run: trustSigner },
    { keys: 'Ctrl+S', word: t('verifyMany.keys.save'), run: exportList },
  ]);
}

/** What is shown, as it is shown. */
function useExport(rows: readonly FileCheck[]): () => void {
  const { t } = useTranslation();
  const { locale, info } = useAppState();
  return () => void saveTable(`${t('verifyMany.fileName')}_${info.today}`, resultLines(rows, t, locale), 'csv');
}

function One({ check, trusting }: { readonly check: FileCheck; readonly trusting: Trusting }) {
  const { t } = useTranslation();
  const { name, state, reply, failure } = check;
  return (
    <>
      <div className="one-name no-space">{name}</div>
      {state === 'failed' ? <ErrorNotice error={failure} /> : null}
      {state === 'done' && reply !== null ? (
        <VerifyResult reply={reply} file={check.file} trusting={trusting} />
      ) : (
        <div className="panel empty">{t(`verifyMany.state.${state}`)}</div>
      )}
    </>
  );
}
