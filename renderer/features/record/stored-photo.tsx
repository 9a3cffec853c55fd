import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoViewer } from './photo-viewer';
import { useStoredPhoto } from './use-stored-photo';

/**
 * A stored photo by its hash, which opens large when it is pressed; `among` are those beside it, gone through there. One
 * that cannot be read stands as its hash, so that its absence is seen.
 */
export function StoredPhoto({
  sha256,
  among = [sha256],
}: {
  readonly sha256: string;
  readonly among?: readonly string[] | undefined;
}) {
  const { t } = useTranslation();
  const photo = useStoredPhoto(sha256);
  const [isOpen, setIsOpen] = useState(false);
  const name = t('visitDetail.photoNamed', { name: sha256.slice(0, 8) });
  return photo.state !== 'there' ? (
    <span className="small muted no-space">{name}</span>
  ) : (
    <>
      <button type="button" className="thumbnail" title={name} onClick={() => setIsOpen(true)}>
        <img src={photo.url} alt={name} />
      </button>
      {isOpen ? <PhotoViewer photos={among} start={sha256} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
