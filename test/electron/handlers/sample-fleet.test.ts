import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HAZARD_STATES } from '../../../domain/hazard/hazard-life';
import { lifeOfRecorded } from '../../../domain/record/life-of-recorded';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Ports } from '../../../electron/host/ports';
import { everyDossier, openedProfile } from '../../support/opened-profile';

describe('the sample fleet of the application', () => {
  let profileDir: string;
  let ports: Ports;
  const ask = (channel: string, request: unknown) =>
    dispatch(
      createHandlers(ports),
      channel,
      request,
      { signal: new AbortController().signal, progress: () => undefined },
      () => undefined,
    );
  beforeEach(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'sample-'));
    ports = await openedProfile(profileDir);
  });
  afterEach(async () => {
    await ports.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it('is one entry with hazards in every state, call-outs, assessments, policies and a claim, all of sample elevators', async () => {
    const reply = await ask('sample.add', {});
    expect(reply).toMatchObject({ ok: true, value: { adds: { elevators: 36 } } });
    const dossiers = await everyDossier(ports.ledger);
    const all = [...dossiers.values()];
    expect(all.every(({ elevator }) => elevator.value.sample === true)).toBe(true);
    const hazards = all.flatMap((dossier) => dossier.hazards);
    const states = new Set(hazards.map((hazard) => lifeOfRecorded(hazard, []).state));
    expect(HAZARD_STATES.filter((state) => !states.has(state))).toEqual([]);
    expect(all.flatMap(({ callouts }) => callouts).length).toBeGreaterThan(10);
    expect(all.flatMap(({ assessments }) => assessments)).toHaveLength(3);
    expect(all.flatMap(({ policies }) => policies).length).toBeGreaterThan(10);
    expect(all.flatMap(({ claims }) => claims)).toHaveLength(1);
    const again = await ask('sample.add', {});
    expect(again).toMatchObject({ ok: false, error: { code: 'already-registered' } });
  });

  it('has neither hazards nor assessments under a pack that knows nothing of them', async () => {
    await ask('settings.write', { packId: 'hk' });
    await ask('sample.add', {});
    const all = [...(await everyDossier(ports.ledger)).values()];
    expect(all).toHaveLength(36);
    expect(all.flatMap(({ hazards, assessments }) => [...hazards, ...assessments])).toEqual([]);
  });
});
