import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls';
import { Modal } from '../../components/modal';
import { saveFile } from '../../components/save-file';
import './photo-viewer.css';
import { useStoredPhoto } from './use-stored-photo';

const SCALES = [1, 1.5, 2, 3, 4, 6] as const;

interface ViewerProps {
  readonly photos: readonly string[];
  readonly start: string;
  readonly onClose: () => void;
}

/** Stored photos over the whole page: arrows go through them, + and - zoom, Escape closes. */
export function PhotoViewer({ photos, start, onClose }: ViewerProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(Math.max(0, photos.indexOf(start)));
  const [zoom, setZoom] = useState(0);
  const sha256 = photos[at] ?? start;
  const photo = useStoredPhoto(sha256);
  const name = t('visitDetail.photoNamed', { name: sha256.slice(0, 8) });
  const go = (by: number): void => {
    setAt((before) => Math.min(photos.length - 1, Math.max(0, before + by)));
    setZoom(0);
  };
  const enlarge = (by: number): void => setZoom((before) => Math.min(SCALES.length - 1, Math.max(0, before + by)));
  const acts: Readonly<Record<string, () => void>> = {
    ArrowRight: () => go(1),
    ArrowLeft: () => go(-1),
    '+': () => enlarge(1),
    '=': () => enlarge(1),
    '-': () => enlarge(-1),
    '0': () => setZoom(0),
  };
  const save = (): void => {
    if (photo.state === 'there')
      saveFile(`${sha256.slice(0, 16)}.${photo.mediaType.split('/')[1]!}`, photo.bytes, photo.mediaType); // of three known types
  };
  return (
    <Modal
      label={name}
      className="photo-viewer"
      onClose={onClose}
      onKeyDown={(event) => {
        const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
        if (act === undefined) return;
        event.preventDefault();
        act();
      }}
    >
      <div className="bar">
        <span>
          {name}
          {photos.length < 2 ? '' : ` • ${t('photos.place', { at: at + 1, of: photos.length })}`}
        </span>
        <Turn at={at} of={photos.length} go={go} />
        <Zoom zoom={zoom} enlarge={enlarge} />
        <Button look="small" disabled={photo.state !== 'there'} onClick={save}>
          {t('photos.save')}
        </Button>
        <Button look="small" keys="Esc" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      {/* What is larger than the window is scrolled, with the keyboard too. */}
      <div className="picture" tabIndex={zoom === 0 ? -1 : 0}>
        {photo.state === 'there' ? (
          <img
            src={photo.url}
            alt={name}
            style={{ width: `${SCALES[zoom]! * 100}%`, height: `${SCALES[zoom]! * 100}%` }}
          />
        ) : (
          <p role="status">{photo.state === 'missing' ? t('photos.missing', { name: sha256 }) : t('photos.reading')}</p>
        )}
      </div>
    </Modal>
  );
}

interface TurnProps {
  readonly at: number;
  readonly of: number;
  readonly go: (by: number) => void;
}

function Turn({ at, of, go }: TurnProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button look="small" disabled={at === 0} keys="←" aria-label={t('photos.previous')} onClick={() => go(-1)} />
      <Button look="small" disabled={at >= of - 1} keys="→" aria-label={t('photos.next')} onClick={() => go(1)} />
    </>
  );
}

interface ZoomProps {
  readonly zoom: number;
  readonly enlarge: (by: number) => void;
}

function Zoom({ zoom, enlarge }: ZoomProps) {
  const { t } = useTranslation();
  const largest = SCALES.length - 1;
  return (
    <>
      <Button
        look="small"
        disabled={zoom === 0}
        keys="-"
        aria-label={t('photos.smaller')}
        onClick={() => enlarge(-1)}
      />
      <span className="scale">{Math.round(SCALES[zoom]! * 100)}%</span>
      <Button
        look="small"
        disabled={zoom === largest}
        keys="+"
        aria-label={t('photos.larger')}
        onClick={() => enlarge(1)}
      />
    </>
  );
}
