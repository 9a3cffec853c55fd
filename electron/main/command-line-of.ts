const COMMANDS = ['sample', 'audit', 'report', 'identity', 'verify'];

/** The command line in `argv` when the program was called with a command, else null: then the window opens. */
export function commandLineOf(argv: readonly string[], packaged: boolean): readonly string[] | null {
  const rest = argv.slice(packaged ? 1 : 2);
  const first = rest.findIndex((word) => !word.startsWith('-'));
  return first === 0 && COMMANDS.includes(rest[0] ?? '') ? rest : null;
}
