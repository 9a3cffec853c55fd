import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownTable } from '../../../domain/bridge/table-replies';
import { MAX_MAPPING_NAME, type KeptMapping, type TableMapping } from '../../../domain/mapping/mapping';
import { mappingFile } from '../../../domain/mapping/mapping-file';
import type { TextEncoding } from '../../../domain/reading/habits';
import { call } from '../../bridge/client';
import { Button } from '../../components/controls';
import { saveFile } from '../../components/save-file';
import { copyOf } from './mapping-answers';

interface ArchiveProps {
  readonly table: ShownTable;
  readonly mapping: TableMapping | null;
  readonly readOnly: boolean;
  readonly onFailure: (error: unknown) => void;
}

/** What was said of a table, kept under a name for tables with the same headers; all that are kept as a file. */
export function MappingArchive({ table, mapping, readOnly, onFailure }: ArchiveProps) {
  const { t } = useTranslation();
  const [kept, setKept] = useState<readonly KeptMapping[]>([]);
  const [name, setName] = useState('');
  const [told, setTold] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const fail = useRef(onFailure);
  fail.current = onFailure;
  useEffect(() => void call('mappings.read', {}).then(setKept, (error: unknown) => fail.current(error)), []);
  const keep = (): void => {
    const headers = table.columns.map((column) => column.name);
    const named = (name.trim() || (table.kept?.name ?? table.file.replace(/\.[^.]*$/, ''))).slice(0, MAX_MAPPING_NAME);
    if (mapping === null || headers.length === 0) return;
    const encoding = table.encodingBy === 'said' ? { encoding: table.encoding as TextEncoding } : {}; // one that was said
    call('mappings.keep', { mapping: { ...copyOf(mapping), ...encoding, name: named, headers } }).then((all) => {
      setKept(all);
      setTold(t('mapping.archive.saved', { name: named }));
    }, onFailure);
  };
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      const all = await call('mappings.take', { bytes: new Uint8Array(await file.arrayBuffer()) });
      setKept(all);
      setTold(t('mapping.archive.taken', { count: all.length }));
    } catch (error) {
      onFailure(error);
    }
  };
  return (
    <section className="panel mapping-archive" aria-label={t('mapping.archive.title')}>
      <header>
        <h2>{t('mapping.archive.title')}</h2>
        <span className="small muted">
          {table.kept === null ? t('mapping.archive.none') : t('mapping.archive.of', { ...table.kept })}
        </span>
      </header>
      <div className="body small">
        <span className="keep">
          <input
            className="input"
            aria-label={t('mapping.archive.name')}
            placeholder={table.kept?.name ?? table.file.replace(/\.[^.]*$/, '')}
            value={name}
            maxLength={MAX_MAPPING_NAME}
            onChange={({ target }) => setName(target.value)}
          />
          <Button look="small" disabled={mapping === null || readOnly} onClick={keep}>
            {t('mapping.archive.save')}
          </Button>
        </span>
        <span role="status">{told}</span>
        {kept.length === 0 ? null : (
          <details>
            <summary>{t('mapping.archive.list', { count: kept.length })}</summary>
            {kept.map((one) => (
              <div key={one.name}>
                {one.name}{' '}
                <Button
                  look="link"
                  disabled={readOnly}
                  aria-label={t('mapping.archive.remove', { name: one.name })}
                  onClick={() => void call('mappings.forget', { name: one.name }).then(setKept, onFailure)}
                >
                  ×
                </Button>
              </div>
            ))}
            <Button
              look="link"
              onClick={() => saveFile('mappings.json', new TextEncoder().encode(mappingFile(kept)), 'application/json')}
            >
              {t('mapping.archive.export')}
            </Button>
          </details>
        )}
        <Button look="link" disabled={readOnly} onClick={() => input.current?.click()}>
          {t('mapping.archive.take')}
        </Button>
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          accept=".json"
          tabIndex={-1}
          aria-label={t('mapping.archive.take')}
          onChange={({ target }) => {
            void take(target.files?.[0]);
            target.value = '';
          }}
        />
      </div>
    </section>
  );
}
