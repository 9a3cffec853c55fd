import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NameSetting } from '../../../domain/bridge/replies';
import { TextField } from '../../components/controls';
import { useAppState } from '../../session/app-state';

type Names = Readonly<Record<NameSetting, string>>;

/** The names as the settings have them, with what is typed over them. */
export function useNames() {
  const { settings } = useAppState();
  const { author, organisation, shortName } = settings;
  const [typed, setTyped] = useState<Partial<Names>>({});
  return {
    names: { author, organisation, shortName, ...typed },
    set: (field: NameSetting, text: string): void => setTyped((before) => ({ ...before, [field]: text })),
    forget: () => setTyped({}),
  };
}

/** Who works here: the unit, its short name, the person. */
export function NameFields({ names, set }: Pick<ReturnType<typeof useNames>, 'names' | 'set'>) {
  const { t } = useTranslation();
  const { settings } = useAppState();
  const problemOf = (field: NameSetting): string | undefined =>
    settings.unwritable?.includes(field) === true && names[field] === '' ? t('settings.unwritable') : undefined;
  return (
    <>
      <TextField
        label={t('settings.organisation')}
        problem={problemOf('organisation')}
        value={names.organisation}
        onChange={(event) => set('organisation', event.target.value)}
      />
      <TextField
        label={t('settings.shortName')}
        hint={t('settings.shortNameHint')}
        problem={problemOf('shortName')}
        value={names.shortName}
        onChange={(event) => set('shortName', event.target.value)}
        maxLength={20}
      />
      <TextField
        label={t('settings.author')}
        hint={t('settings.authorHint')}
        problem={problemOf('author')}
        value={names.author}
        onChange={(event) => set('author', event.target.value)}
      />
    </>
  );
}
