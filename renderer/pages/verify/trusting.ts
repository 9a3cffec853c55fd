import { useCallback, useEffect, useState } from 'react';
import type { TrustedCertificate, VerifyReply } from '../../../domain/bridge/verify-replies';
import { call } from '../../bridge/client';
import { useVerifications } from '../../features/verification/verifications';

type Rests = (reply: VerifyReply) => boolean;

/** The trust list of this machine; after each change of it, the files whose result rests on what was changed are verified again. */
export function useTrusting() {
  const { queue } = useVerifications();
  const [trusted, setTrusted] = useState<readonly TrustedCertificate[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [revision, setRevision] = useState(0);
  const reload = useCallback(() => {
    call('trust.list', {}).then(setTrusted, setFailure);
  }, []);
  useEffect(reload, [reload]);
  const changed = (was: boolean, rests: Rests): void => {
    reload();
    setRevision((before) => before + 1);
    const asked = queue.checks().filter(({ reply }) => {
      const signature = reply?.signature ?? null;
      return reply !== null && signature?.intact === true && signature.trusted === was && rests(reply);
    });
    queue.again(asked.map(({ id }) => id));
  };
  return {
    trusted,
    failure,
    revision,
    /** `rests`: which files it may turn; of an authority nobody can tell before. */
    add: (pem: string, rests: Rests = () => true) => call('trust.add', { pem }).then(() => changed(false, rests)),
    remove: (fingerprint: string, rests: Rests = () => true) =>
      call('trust.remove', { fingerprint }).then(() => changed(true, rests)),
  };
}
export type Trusting = ReturnType<typeof useTrusting>;
