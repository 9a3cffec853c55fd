import { runCommandLine } from './run-command-line';

// Not `process.exit`: it would cut off what is still on its way to a slow reader.
process.exitCode = await runCommandLine(process.argv.slice(2));
