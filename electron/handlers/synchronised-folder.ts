/** Names that folders of these services bear, whole or before a space or a hyphen (`OneDrive - Company`). */
const SERVICES: readonly (readonly [name: string, folders: RegExp])[] = [
  ['OneDrive', /^onedrive(?:$|[ -])/i],
  ['Dropbox', /^dropbox(?:$|[ -])/i],
  ['iCloud', /^(?:icloud ?drive|mobile documents|com~apple~clouddocs)$/i],
  ['坚果云 Nutstore', /^(?:nutstore(?: files)?|nutstorefiles|我的坚果云|坚果云)(?:$|[ -])/i],
  ['百度网盘 Baidu', /^(?:baidunetdisk(?:workspace)?|baidusyncdisk|baiduyun|百度网盘(?:同步空间)?|百度云同步盘)$/i],
  ['Google Drive', /^(?:google ?drive|googledrive-.+)(?:$|[ -])/i],
  ['CloudStorage', /^cloudstorage$/i],
];

/** Set by OneDrive for its own folders, whatever they are called. */
const ONEDRIVE_VARIABLES = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'];

/**
 * The service that seems to synchronise `folder`, or null. Judged by names on the path and OneDrive's variables: a service
 * whose folder has another name is not noticed. Two machines that write one journal break its chain.
 */
export function synchronisedBy(folder: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const below = (parent: string): boolean => {
    const [path, root] = [folder, parent].map((text) =>
      `${text.replaceAll('\\', '/').replace(/\/+$/, '')}/`.toLowerCase(),
    );
    return root !== '/' && path!.startsWith(root!); // both made by the line above
  };
  if (ONEDRIVE_VARIABLES.some((name) => below(env[name] ?? ''))) return 'OneDrive';
  const parts = folder.split(/[\\/]/);
  return SERVICES.find(([, folders]) => parts.some((part) => folders.test(part)))?.[0] ?? null;
}
