import { useCallback, useEffect, useRef, useState } from 'react';
import type { IdentityListed } from '../../../domain/bridge/paper-replies';
import type { Locale } from '../../../domain/pack/legal-basis';
import { call } from '../../bridge/client';
import { useAppState } from '../../session/app-state';

/** Those that were withdrawn sign no more; the latest stands first. */
function thoseThatSign(all: readonly IdentityListed[]): readonly IdentityListed[] {
  return all
    .filter(({ withdrawn }) => withdrawn === undefined)
    .sort((a, b) => (a.notBefore < b.notBefore ? 1 : a.notBefore > b.notBefore ? -1 : 0));
}

export type SigningForm = ReturnType<typeof useSigning>;

/** With which identity, by which passphrase and in which language papers are signed. */
export function useSigning() {
  const state = useAppState();
  const [identities, setIdentities] = useState<readonly IdentityListed[] | null>(null);
  const [identityId, setIdentityId] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [locale, setLocale] = useState<Locale>(state.locale);
  const [failure, setFailure] = useState<unknown>(null);
  const listed = useRef<Promise<readonly IdentityListed[]> | null>(null);
  const list = useCallback(() => {
    listed.current = call('identity.list', {}).then(thoseThatSign);
    listed.current.then((found) => {
      setIdentities(found);
      setIdentityId((before) => before || (found[0]?.identityId ?? ''));
    }, setFailure);
  }, []);
  useEffect(list, [list]);
  /** The identity chosen; the first one, once they are listed, where Enter came before that. '' = there is none. */
  const identityNow = async (): Promise<string> => identityId || ((await listed.current)?.[0]?.identityId ?? '');
  /** False once it is known that there is none. */
  const hasIdentity = identities === null || identityId !== '';
  const isUnlocked = identities?.find((each) => each.identityId === identityId)?.unlocked === true;
  const lock = (): void => {
    call('identity.lock', {}).then(list, setFailure);
  };
  /** The passphrase is forgotten once it was used; the identity may be unlocked since. */
  const forgetPassphrase = (): void => {
    setPassphrase('');
    list();
  };
  return {
    isUnlocked,
    lock,
    /** It has to be typed, and was not. */
    lacksPassphrase: passphrase === '' && !isUnlocked,
    /** The member of a request: none for an identity that is unlocked. */
    secret: passphrase === '' ? {} : { passphrase },
    forgetPassphrase,
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
