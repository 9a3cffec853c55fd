import { useEffect, useRef, useState } from 'react';
import type { IdentityInfo } from '../../domain/bridge/replies';
import type { Locale } from '../../domain/pack/rule-pack';
import { call } from '../bridge/client';
import { useAppState } from './app-state';

export type SigningForm = ReturnType<typeof useSigning>;

/** With which identity, by which passphrase and in which language papers are signed. */
export function useSigning() {
  const state = useAppState();
  const [identities, setIdentities] = useState<readonly IdentityInfo[] | null>(null);
  const [identityId, setIdentityId] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [locale, setLocale] = useState<Locale>(state.locale);
  const [failure, setFailure] = useState<unknown>(null);
  const listed = useRef<Promise<readonly IdentityInfo[]> | null>(null);
  useEffect(() => {
    listed.current = call('identity.list', {});
    listed.current.then((list) => {
      setIdentities(list);
      setIdentityId((before) => before || (list[0]?.identityId ?? ''));
    }, setFailure);
  }, []);
  /** The identity chosen; the first one, once they are listed, where Enter came before that. '' = there is none. */
  const identityNow = async (): Promise<string> => identityId || ((await listed.current)?.[0]?.identityId ?? '');
  /** False once it is known that there is none. */
  const hasIdentity = identities === null || identityId !== '';
  return {
    identities,
    identityNow,
    hasIdentity,
    identityId,
    setIdentityId,
    passphrase,
    setPassphrase,
    locale,
    setLocale,
    failure,
  };
}
