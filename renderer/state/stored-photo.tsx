import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../bridge/client';

/** A stored photo by its hash; where it cannot be read its hash stands instead, so that its absence is seen. */
export function StoredPhoto({ sha256 }: { readonly sha256: string }) {
  const { t } = useTranslation();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let wanted = true;
    call('attachment.read', { sha256 }).then(
      ({ bytes, mediaType }) => {
        if (!wanted) return;
        made = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
        setUrl(made);
      },
      () => setUrl(null),
    );
    return () => {
      wanted = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [sha256]);
  const name = t('visitDetail.photoNamed', { name: sha256.slice(0, 8) });
  return url === null ? (
    <span className="small muted no-space">{name}</span>
  ) : (
    <a href={url} target="_blank" rel="noreferrer" title={name}>
      <img src={url} alt={name} />
    </a>
  );
}
