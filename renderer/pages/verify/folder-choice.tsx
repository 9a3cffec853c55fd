import { useTranslation } from 'react-i18next';

const REPORTS = /\.(pdf|zip)$/i;

/** All reports of a folder and of those below it. */
export function FolderChoice({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation();
  return (
    <label className="button">
      {t('verifyMany.folder')}
      <input
        className="visually-hidden"
        type="file"
        multiple
        {...{ webkitdirectory: '' }} // every engine has it, no declaration of React does
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])].filter(({ name }) => REPORTS.test(name)));
          event.target.value = '';
        }}
      />
    </label>
  );
}
