import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { USAGE } from '../../../electron/cli/usage';
import { StandInHome } from '../../support/stand-in-home';

interface Seen {
  urls: string[];
}

describe('the built main process called with words', () => {
  const standIn = new StandInHome();
  beforeAll(() => standIn.layOut());
  afterAll(() => standIn.remove());

  it.each([
    { args: ['--no-sandbox', 'packs', '--id', 'cn'], exit: 0 },
    ...Object.keys(USAGE).map((name) => ({ args: ['--ozone-platform=headless', name, '--help'], exit: 0 })),
    { args: ['--no-sandbox', '--help'], exit: 0 },
    { args: ['adit'], exit: 2 },
  ])('$args is a command line: exit code $exit and no window', async ({ args, exit }) => {
    const { seen, code } = await standIn.play<Seen>('wait', { args });
    expect(code).toBe(exit);
    expect(seen.urls).toEqual([]);
  });
});
