import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../components/file-drop';
import { ErrorNotice } from '../../features/record/error-notice';
import { useGivenFiles } from '../../session/given-files';
import { useVerifications } from '../../features/verification/verifications';
import type { FileCheck } from '../../features/verification/verification-queue';
import { FolderChoice } from './folder-choice';
import { ManyFiles } from './many/many-files';
import { reportsAmong, type UnreadBundle } from './reports-among';
import { ScannedText } from './scanned-text';
import { useTrusting, type Trusting } from './trusting';
import { TrustList } from './trust-list';
import { VerifyResult } from './verify-result';
import './verify-page.css';

export function VerifyPage() {
  const { t } = useTranslation();
  const { queue, checks } = useVerifications();
  const trusting = useTrusting();
  const [unread, setUnread] = useState<readonly UnreadBundle[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [shown, setShown] = useState<number | null>(null);
  const verify = (chosen: readonly File[]): void => {
    setUnread([]);
    setFailure(null);
    reportsAmong(chosen).then(({ files, unread: noReports }) => {
      setUnread(noReports);
      const [first, ...others] = queue.add(files);
      if (first !== undefined && others.length === 0) setShown(first); // whoever drops one file asks about that one
    }, setFailure);
  };
  const given = useGivenFiles();
  useEffect(() => {
    if (given.files.length === 0) return;
    given.take();
    verify(given.files);
  });
  const side = (
    <>
      <FileDrop
        accept=".pdf,.zip"
        multiple
        words={<p>{t('verify.drop')}</p>}
        button={t('verify.choose')}
        onFiles={verify}
      />
      <FolderChoice onFiles={verify} />
      <ScannedText trustRevision={trusting.revision} />
      <TrustList trusting={trusting} />
    </>
  );
  return (
    <>
      <div className="page-head">
        <h1>{t('verify.title')}</h1>
        <span className="muted">{t('verify.subtitle')}</span>
      </div>
      {failure === null ? null : <ErrorNotice error={failure} />}
      {unread.map(({ file, why }) => (
        <div key={file} className="notice warn" role="alert">
          {t(`archive.${why}`, { file })}
        </div>
      ))}
      {checks.length > 1 ? (
        <ManyFiles checks={checks} queue={queue} trusting={trusting} shown={shown} onShow={setShown}>
          {side}
        </ManyFiles>
      ) : (
        <div className="verify-columns">
          <div style={{ display: 'grid', gap: 10 }}>{side}</div>
          <OneFile check={checks[0]} trusting={trusting} onAgain={() => queue.resume()} />
        </div>
      )}
    </>
  );
}

interface OneFileProps {
  readonly check: FileCheck | undefined;
  readonly trusting: Trusting;
  readonly onAgain: () => void;
}

function OneFile({ check, trusting, onAgain }: OneFileProps) {
  const { t } = useTranslation();
  if (check === undefined) return <div className="panel empty">{t('verify.none')}</div>;
  const { name, state, reply, failure } = check;
  return (
    <div>
      <div className="one-name no-space">{name}</div>
      {state === 'failed' ? (
        <>
          <ErrorNotice error={failure} />
          <button type="button" className="button" onClick={onAgain}>
            {t('verifyMany.resume', { count: 1 })}
          </button>
        </>
      ) : state === 'done' && reply !== null ? (
        <VerifyResult reply={reply} file={check.file} trusting={trusting} />
      ) : (
        <div className="panel empty" role="status">
          {t('verify.checking', { file: name })}
        </div>
      )}
    </div>
  );
}
