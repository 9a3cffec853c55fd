import { useEffect, useState } from 'react';
import { call } from '../../bridge/client';

export type StoredPhotoState =
  | { readonly state: 'reading' }
  | { readonly state: 'missing' }
  | { readonly state: 'there'; readonly url: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** A stored photo by its hash, with an address for as long as the caller shows it. */
export function useStoredPhoto(sha256: string): StoredPhotoState {
  const [photo, setPhoto] = useState<StoredPhotoState & { readonly of: string }>({ state: 'reading', of: sha256 });
  useEffect(() => {
    let made: string | null = null;
    let wanted = true;
    call('attachment.read', { sha256 }).then(
      ({ bytes, mediaType }) => {
        if (!wanted) return;
        made = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
        setPhoto({ state: 'there', url: made, mediaType, bytes, of: sha256 });
      },
      () => {
        if (wanted) setPhoto({ state: 'missing', of: sha256 });
      },
    );
    return () => {
      wanted = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [sha256]);
  return photo.of === sha256 ? photo : { state: 'reading' }; // another photo's answer is not this one's
}
