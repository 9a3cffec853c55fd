import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BridgeError } from '../../../domain/bridge/errors';
import { call } from '../../bridge/client';
import { ErrorNotice } from './error-notice';
import './photo-strip.css';
import { StoredPhoto } from './stored-photo';

const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
const MAX_BYTES = 20 * 1024 * 1024; // MAX_PHOTO_BYTES of the contract, whose schemas the page does not need
export const MOST_PHOTOS = 20;

interface StripProps {
  readonly photos: readonly string[];
  readonly onChange: (by: (photos: readonly string[]) => readonly string[]) => void;
}

/** Photos are stored as they are chosen, named by their bytes; the record then only names them. */
export function PhotoStrip({ photos, onChange }: StripProps) {
  const { t } = useTranslation();
  const [storing, setStoring] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const add = async (files: readonly File[]): Promise<void> => {
    setFailure(null);
    setStoring(files.length);
    try {
      for (const file of files) {
        const { sha256 } = await call('attachment.store', await photoOf(file));
        onChange((before) => [...new Set([...before, sha256])].slice(0, MOST_PHOTOS));
        setStoring((left) => left - 1);
      }
    } catch (error) {
      setFailure(error);
    } finally {
      setStoring(0);
    }
  };
  return (
    <div className="photos">
      {photos.map((sha256) => (
        <span key={sha256} className="photo">
          <StoredPhoto sha256={sha256} among={photos} />
          <button
            type="button"
            className="button small"
            aria-label={t('visit.removePhoto', { name: sha256.slice(0, 8) })}
            onClick={() => onChange((before) => before.filter((each) => each !== sha256))}
          >
            ×
          </button>
        </span>
      ))}
      <label className="button small file">
        {storing > 0 ? t('visit.storingPhoto', { count: storing }) : t('visit.photos', { count: photos.length })}
        <input
          className="visually-hidden"
          type="file"
          multiple
          accept={MEDIA_TYPES.join(',')}
          disabled={storing > 0 || photos.length >= MOST_PHOTOS}
          onChange={(event) => {
            void add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </label>
      {failure === null ? null : <ErrorNotice error={failure} />}
    </div>
  );
}

async function photoOf(file: File) {
  const mediaType = MEDIA_TYPES.find((type) => type === file.type);
  if (mediaType === undefined) throw new BridgeError('bad-request', { what: file.name });
  if (file.size > MAX_BYTES) throw new BridgeError('file-too-large', { name: file.name, max: MAX_BYTES });
  return { mediaType, bytes: new Uint8Array(await file.arrayBuffer()) };
}
