import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Segments } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { TABLE_FORMATS, type TableFormat } from '../../components/save-table';
import { useSaving } from '../../components/use-saving';
import { ErrorNotice } from '../record/error-notice';

/** Something that leaves as a table: the list as it is shown, or the records behind it. */
export interface Leaving {
  readonly name: string;
  readonly save: (format: TableFormat) => Promise<void>;
  /** A list as it is shown has other columns than the import reads. */
  readonly asShown?: true;
}

/** Asks what leaves and as what kind of file, and hands the file over. */
export function ExportButton({
  choices,
  disabled = false,
  look = 'plain',
}: {
  readonly choices: readonly Leaving[];
  readonly disabled?: boolean;
  readonly look?: 'plain' | 'small';
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look={look} disabled={disabled} onClick={() => setOpen(true)}>
        {t('export.button')}
      </Button>
      {open ? <ExportDialog choices={choices} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ExportDialog({ choices, onClose }: { readonly choices: readonly Leaving[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const [format, setFormat] = useState<TableFormat>('xlsx');
  const { busy, failure, save: saveOnce } = useSaving();
  const save = (): void => saveOnce(() => choices[at]!.save(format), onClose);
  return (
    <Dialog
      title={t('export.title')}
      onClose={onClose}
      onSubmit={save}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('export.save')}
          </Button>
        </>
      }
    >
      {choices.length === 1 ? (
        <p>{choices[0]!.name}</p>
      ) : (
        <div className="field">
          <span className="label">{t('export.what')}</span>
          <Segments
            label={t('export.what')}
            value={String(at)}
            onChange={(value) => setAt(Number(value))}
            options={choices.map(({ name }, index) => ({ value: String(index), text: name }))}
          />
        </div>
      )}
      <div className="field">
        <span className="label">{t('export.format')}</span>
        <Segments
          label={t('export.format')}
          value={format}
          onChange={setFormat}
          options={TABLE_FORMATS.map((value) => ({ value, text: t(`export.formats.${value}`) }))}
        />
      </div>
      <p className="small muted">{t(choices[at]!.asShown === true ? 'export.noteShown' : 'export.note')}</p>
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}
