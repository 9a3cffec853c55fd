import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppInfo } from '../../../domain/bridge/replies';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import { openedProfile } from '../../support/opened-profile';
import { ELEVATOR, NO, VISIT } from '../../support/recorded-once';
import type { Channel } from '../../../domain/bridge/channels';

describe('a machine whose clock was set back', () => {
  let profileDir: string;
  beforeEach(() => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
  });
  afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

  /** What the requests of one start answer, all asked at one moment of the clock. */
  async function startedAt(now: string, ...requests: (readonly [Channel, unknown])[]) {
    const ports = await openedProfile(profileDir, now);
    const handlers = createHandlers(ports);
    const context = { signal: new AbortController().signal, progress: () => undefined };
    const oks: boolean[] = [];
    for (const [channel, request] of requests)
      oks.push((await dispatch(handlers, channel, request, context, () => undefined)).ok);
    const reply = await dispatch(handlers, 'app.info', {}, context, () => undefined);
    const dossier = (await ports.ledger.dossier(NO as RegistrationNo))!;
    await ports.close();
    if (!reply.ok) throw new Error(reply.error.code);
    return { oks, clock: (reply.value as AppInfo).journal.clock, dossier };
  }

  it('writes all that is entered, and tells what was dated before the entry before it', async () => {
    await startedAt('2026-11-23T10:00:00+08:00', ['elevator.register', { elevator: ELEVATOR }]);
    const { oks, clock, dossier } = await startedAt('2026-11-22T10:00:00+08:00', ['visit.log', { visit: VISIT }]);
    expect(oks).toEqual([true]);
    const at = '2026-11-22T10:00:00+08:00';
    expect(clock).toMatchObject({
      count: 2,
      newest: [
        {
          seq: 2,
          type: 'visit-logged',
          subject: NO,
          at,
          previousAt: '2026-11-23T10:00:00+08:00',
          marks: ['before-previous'],
        },
        { seq: 1, marks: ['after-today'] },
      ],
    });
    expect([dossier.elevator.clock, dossier.visits[0]?.clock]).toEqual([undefined, 'before-previous']);
    expect((await startedAt('2026-11-24T10:00:00+08:00')).clock).toMatchObject({ count: 1, newest: [{ seq: 2 }] });
  });
});
