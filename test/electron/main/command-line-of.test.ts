import { describe, expect, it } from 'vitest';
import { USAGE } from '../../../electron/cli/usage';
import { commandLineOf } from '../../../electron/main/command-line-of';

const packaged = (...words: string[]): readonly string[] | null => commandLineOf(['Elevator Audit', ...words], true);

describe('the command line of the package', () => {
  it.each(Object.keys(USAGE))('%s is one, also behind switches of Electron', (name) => {
    const line = [name, '--locale', 'en'];
    expect(packaged(...line)).toEqual(line);
    expect(packaged('--no-sandbox', '--ozone-platform=headless', ...line)).toEqual(line);
    expect(commandLineOf(['electron', '.', ...line], false)).toEqual(line);
  });

  it('is asked for by help in any spelling', () => {
    for (const word of ['--help', '-h']) expect(packaged(word), word).toEqual(['--help']);
    expect(packaged('help')).toEqual(['help']);
    expect(packaged('--no-sandbox', '--help')).toEqual(['--help']);
  });

  it('keeps what it cannot know before the command, so that it is refused aloud', () => {
    expect(packaged('--locale', 'en', 'audit')).toEqual(['--locale', 'en', 'audit']);
  });

  it('is a mistyped word too, not a window', () => {
    expect(packaged('adit')).toEqual(['adit']);
    expect(packaged('constructor')).toEqual(['constructor']);
  });

  it('is none for a start without words, with switches, a profile or files', () => {
    expect(packaged()).toBeNull();
    expect(packaged('--no-sandbox')).toBeNull();
    expect(packaged('-psn_0_12345')).toBeNull();
    expect(packaged('--profile', 'audit')).toBeNull();
    expect(packaged('--profile', 'records')).toBeNull();
    expect(packaged('--profile=records')).toBeNull();
    for (const file of ['C:\\报告\\a b.pdf', '/home/li/report.pdf', 'report.pdf', 'file:///a.pdf'])
      expect(packaged(file), file).toBeNull();
  });
});
