import { USAGE } from '../cli/usage';

const HELP = ['help', '--help', '-h'];

/** Switches of ours that are followed by a value which is no command. */
const WITH_VALUE = ['--profile'];

/**
 * The command line in `argv` when the program was called with a command or asked for help, else null: then the window
 * opens. Switches before the command are Electron's (`--no-sandbox`, `--ozone-platform=headless`) and are left out;
 * anything else before it is kept, so that the command line refuses it aloud. A single word that is no path, such as a
 * mistyped command, is a command line too; a path is a file to open in the window.
 */
export function commandLineOf(argv: readonly string[], packaged: boolean): readonly string[] | null {
  const words = argv.slice(packaged ? 1 : 2);
  const at = words.findIndex(
    (word, index) => (Object.hasOwn(USAGE, word) || word === 'help') && !WITH_VALUE.includes(words[index - 1] ?? ''),
  );
  if (at >= 0) {
    const before = words.slice(0, at);
    return before.every((word) => word.startsWith('--')) ? words.slice(at) : words;
  }
  if (words.some((word) => HELP.includes(word))) return ['--help'];
  const loose = words.filter((word, index) => !word.startsWith('-') && !WITH_VALUE.includes(words[index - 1] ?? ''));
  return loose.length > 0 && loose.every((word) => !/[\\/.:]/.test(word)) ? loose : null;
}
