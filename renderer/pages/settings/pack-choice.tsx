import { useTranslation } from 'react-i18next';
import { Button, SelectField } from '../../components/controls';
import { useSaving } from '../../components/use-saving';
import { ErrorNotice } from '../../features/record/error-notice';
import { useAppState } from '../../session/app-state';

/** The pack by which is judged; one that is gone is told. */
export function PackChoice() {
  const { t } = useTranslation();
  const { settings, saveSettings, packs, pack, say } = useAppState();
  const { save, failure } = useSaving();
  const gone = settings.packId === pack.id ? undefined : settings.packId;
  return (
    <>
      <SelectField
        label={t('settings.pack')}
        hint={t('settings.packHint')}
        problem={gone === undefined ? undefined : t('settings.packGone', { id: gone, used: pack.id })}
        value={pack.id}
        onChange={(event) => save(() => saveSettings({ packId: event.target.value }))}
        options={packs.packs.map(({ id, title }) => ({ value: id, text: `${say(title)} (${id})` }))}
      />
      {gone === undefined ? null : (
        <div>
          <Button onClick={() => save(() => saveSettings({ packId: pack.id }))}>
            {t('settings.packKeep', { used: pack.id })}
          </Button>
        </div>
      )}
      {failure === null ? null : <ErrorNotice error={failure} />}
    </>
  );
}
