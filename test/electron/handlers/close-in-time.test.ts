import { describe, expect, it } from 'vitest';
import { closeInTime } from '../../../electron/handlers/close-in-time';

describe('a profile that is closed before the program ends', () => {
  const run = async (close: () => Promise<void>): Promise<[string, boolean]> => {
    let freed = false;
    const how = await closeInTime({ close, closeAtOnce: () => (freed = true) }, 20);
    return [how, freed];
  };

  it('is waited for', async () => {
    expect(await run(() => Promise.resolve())).toEqual(['closed', false]);
  });

  it('is given free as it stands where something hangs or fails', async () => {
    expect(await run(() => new Promise(() => undefined))).toEqual(['cut-off', true]);
    expect(await run(() => Promise.reject(new Error('the disk is gone')))).toEqual(['cut-off', true]);
  });
});
