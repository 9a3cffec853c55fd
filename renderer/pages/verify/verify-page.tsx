import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifyReply } from '../../../domain/bridge/replies';
import { call, fileForCall } from '../../bridge/client';
import { FileDrop } from '../../components/file-drop';
import { StatusMark } from '../../components/status-mark';
import { ErrorNotice } from '../../state/error-notice';
import { useGivenFiles } from '../../state/given-files';
import { usePageKeys } from '../../state/page-keys';
import { reportsAmong, type UnreadBundle } from './reports-among';
import { RESULT_SHAPES } from './result-shapes';
import { ScannedText } from './scanned-text';
import { TrustList } from './trust-list';
import { VerifyResult } from './verify-result';
import './verify-page.css';

interface Verified {
  readonly name: string;
  readonly file: File;
  readonly reply: VerifyReply;
}

export function VerifyPage() {
  const { t } = useTranslation();
  const [verified, setVerified] = useState<readonly Verified[]>([]);
  const [at, setAt] = useState(0);
  const [checking, setChecking] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [trustRevision, setTrustRevision] = useState(0);
  const [unread, setUnread] = useState<readonly UnreadBundle[]>([]);

  const verify = async (chosen: readonly File[]): Promise<void> => {
    setFailure(null);
    setUnread([]);
    const { files, unread: noReports } = await reportsAmong(chosen);
    setUnread(noReports);
    for (const file of files) {
      setChecking(file.name);
      try {
        const reply = await call('verify.file', { name: file.name, bytes: await fileForCall(file) });
        setVerified((before) => [{ name: file.name, file, reply }, ...before.filter(({ name }) => name !== file.name)]);
        setAt(0);
      } catch (error) {
        setFailure(error);
      }
    }
    setChecking(null);
  };
  const given = useGivenFiles();
  useEffect(() => {
    if (given.files.length === 0) return;
    given.take();
    void verify(given.files);
  });
  const current = verified[at];
  usePageKeys(
    verified.length < 2
      ? []
      : [
          {
            keys: 'ArrowDown',
            also: ['J'],
            word: t('keys.file'),
            run: () => setAt(Math.min(verified.length - 1, at + 1)),
          },
          { keys: 'ArrowUp', also: ['K'], word: '', run: () => setAt(Math.max(0, at - 1)) },
        ],
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
      <div className="verify-columns">
        <div style={{ display: 'grid', gap: 10 }}>
          <FileDrop
            accept=".pdf,.zip"
            multiple
            words={<p>{t('verify.drop')}</p>}
            button={t('verify.choose')}
            onFiles={(files) => void verify(files)}
          />
          {checking === null ? null : <div role="status">{t('verify.checking', { file: checking })}</div>}
          {verified.length === 0 ? null : (
            <div className="panel file-list">
              {verified.map(({ name, reply }, index) => (
                <button key={name} type="button" aria-pressed={index === at} onClick={() => setAt(index)}>
                  <span className="no-space">{name}</span>
                  <br />
                  <StatusMark shape={RESULT_SHAPES[reply.verdict]} word={t(`verify.results.${reply.verdict}`)} />
                </button>
              ))}
            </div>
          )}
          <ScannedText trustRevision={trustRevision} />
          <TrustList revision={trustRevision} />
        </div>
        {current === undefined ? (
          <div className="panel empty">{t('verify.none')}</div>
        ) : (
          <VerifyResult
            reply={current.reply}
            onTrusted={() => {
              setTrustRevision((count) => count + 1);
              void verify([current.file]);
            }}
          />
        )}
      </div>
    </>
  );
}
