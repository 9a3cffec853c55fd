import type { Dialog } from 'electron';
import { choiceWords, profileQuestion, synchronisedWords } from '../handlers/profile-words';
import type { ProfileAsker } from '../handlers/settle-profile';

const TITLE = '梯审 Elevator Audit';

/** Asks by native dialogs, before there is a window. */
export function dialogAsker(dialog: Dialog): ProfileAsker {
  return {
    choose: async ({ place, choices }) => {
      const { response } = await dialog.showMessageBox({
        type: 'question',
        title: TITLE,
        message: TITLE,
        detail: profileQuestion(place),
        buttons: choices.map(choiceWords),
        defaultId: 0,
        cancelId: choices.length - 1,
        noLink: false,
      });
      return choices[response] ?? null;
    },
    otherFolder: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title: TITLE,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    confirmSynchronised: async (folder, service) => {
      const { response } = await dialog.showMessageBox({
        type: 'warning',
        title: TITLE,
        message: TITLE,
        detail: synchronisedWords(folder, service),
        buttons: ['另选 Choose another', '仍用 Use it all the same'],
        defaultId: 0,
        cancelId: 0,
      });
      return response === 1;
    },
  };
}
