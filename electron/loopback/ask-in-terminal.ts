import { isAbsolute, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { choiceWords, profileQuestion, synchronisedWords } from '../handlers/profile-words';
import type { ProfileAsker } from '../handlers/settle-profile';

/** Asks where somebody sits before the terminal; null where nobody could answer (a pipe, a service). */
export function terminalAsker(input: NodeJS.ReadStream, output: NodeJS.WriteStream): ProfileAsker | null {
  if (!input.isTTY || !output.isTTY) return null;
  const ask = async (question: string): Promise<string> => {
    const lines = createInterface({ input, output });
    try {
      return (await lines.question(question)).trim();
    } finally {
      lines.close();
    }
  };
  return {
    choose: async ({ place, choices }) => {
      const listed = choices.map((choice, index) => `  ${index + 1}  ${choiceWords(choice)}`).join('\n');
      output.write(`${profileQuestion(place)}\n${listed}\n`);
      for (;;) {
        const answer = (await ask(`1–${choices.length} [1]: `)) || '1';
        const choice = choices[Number(answer) - 1];
        if (choice !== undefined) return choice;
      }
    },
    otherFolder: async () => {
      const folder = await ask('文件夹 Folder: ');
      return folder === '' ? null : isAbsolute(folder) ? folder : resolve(folder);
    },
    confirmSynchronised: async (folder, service) => {
      output.write(`${synchronisedWords(folder, service)}\n`);
      return /^(?:y|yes|是)$/i.test(await ask('仍用 Use it all the same? y/N: '));
    },
  };
}
