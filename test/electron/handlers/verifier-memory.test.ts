import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { ReplyOf } from '../../../domain/bridge/contract';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';

const NO = '梯11浙A12056(04)';
const PASSPHRASE = 'long enough a phrase';
const TODAY = '2026-11-23T10:00:00+08:00';
const LATER = '2027-02-01T10:00:00+08:00';

/** One installation, and what it answers. */
class House {
  readonly ports: Ports;

  private constructor(ports: Ports) {
    this.ports = ports;
  }

  static async open(folder: string, now = TODAY): Promise<House> {
    return new House(await openedProfile(folder, now));
  }

  async ask<C extends Channel>(channel: C, request: unknown): Promise<ReplyOf<C>> {
    const context = { signal: new AbortController().signal, progress: () => undefined };
    const answer = await dispatch(createHandlers(this.ports), channel, request, context, () => undefined);
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.code} ${JSON.stringify(answer.error.details)}`);
    return answer.value as ReplyOf<C>;
  }

  /** Logs a visit and gives the bytes of the report made after it. */
  async report(date: string, asOf: string): Promise<Uint8Array> {
    await this.ask('visit.log', { visit: { registrationNo: NO, date, task: 'half-month', technicians: ['张建国'] } });
    const [identity] = await this.ask('identity.list', {});
    const made = await this.ask('report.make', {
      registrationNo: NO,
      kind: 'compliance',
      locale: 'zh-CN',
      asOf,
      period: { from: '2026-01-01', to: asOf },
      identityId: identity!.identityId,
      passphrase: PASSPHRASE,
    });
    return (await this.ask('report.read', { reportId: made.reportId })).bytes;
  }
}

describe('what a verifier remembers of real reports', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'remembering-'));
  const folder = (name: string): string => join(scratch, name);
  const opened: House[] = [];
  const open = async (name: string, now?: string): Promise<House> => {
    const house = await House.open(folder(name), now);
    opened.push(house);
    return house;
  };
  let honest: Uint8Array;
  let rewritten: Uint8Array;
  let ahead: Uint8Array;
  let pem: string;

  beforeAll(async () => {
    const firm = await open('firm');
    await firm.ask('settings.write', { author: '孙丽华', organisation: '恒升电梯', shortName: '恒升' });
    await firm.ask('elevator.register', { elevator: { registrationNo: NO, kind: '3110', regime: 'standard' } });
    const made = await firm.ask('identity.create', {
      organisation: '恒升电梯',
      kind: 'self-signed',
      passphrase: PASSPHRASE,
    });
    pem = made.certificatePem;
    await firm.ports.close();
    for (const copy of ['rewritten', 'ahead']) cpSync(folder('firm'), folder(copy), { recursive: true });
    honest = await (await open('firm')).report('2026-11-20', '2026-11-23');
    rewritten = await (await open('rewritten')).report('2026-11-18', '2026-11-23');
    ahead = await (await open('ahead', LATER)).report('2027-01-20', '2027-02-01');
  });
  afterAll(async () => {
    for (const { ports } of opened) await ports.close().catch(() => undefined);
    rmSync(scratch, { recursive: true, force: true });
  });
  const verify = (house: House, bytes: Uint8Array) =>
    house.ask('verify.file', { name: 'a.pdf', bytes: new Uint8Array(bytes) });
  const told = ({ verdict, remarks }: Awaited<ReturnType<typeof verify>>): unknown[] => [
    verdict,
    ...remarks.map(({ code }) => code),
  ];

  it('two reports under one number and one place of the journal are valid each by itself, and told', async () => {
    const inspector = await open('inspector');
    await inspector.ask('trust.add', { pem });
    const first = await verify(inspector, honest);
    expect(told(first)).toEqual(['valid']);
    const second = await verify(inspector, rewritten);
    expect(second.claims?.number).toBe(first.claims?.number);
    expect(second.claims?.evidence).not.toBe(first.claims?.evidence);
    expect(told(second)).toEqual(['valid', 'number-seen-otherwise', 'feed-forked']);
    await inspector.ports.close();
    const again = await open('inspector');
    expect(told(await verify(again, honest))).toEqual(['valid', 'number-seen-otherwise', 'feed-forked']);
  });

  it('a claimed time that has not come is never valid without a remark', async () => {
    const inspector = await open('early');
    await inspector.ask('trust.add', { pem });
    const [verdict, ...codes] = told(await verify(inspector, ahead));
    expect(codes).toContain('claimed-time-future');
    expect(verdict).not.toBe('tampered');
    const later = await open('late', LATER);
    await later.ask('trust.add', { pem });
    expect(told(await verify(later, ahead))).toEqual(['valid']);
  });

  it('a stranger under a trusted name is told apart from him by his key', async () => {
    const stranger = await open('stranger');
    await stranger.ask('settings.write', { author: '甲', organisation: '恒升 电梯', shortName: '恒升' });
    await stranger.ask('elevator.register', { elevator: { registrationNo: NO, kind: '3110', regime: 'standard' } });
    await stranger.ask('identity.create', { organisation: '恒升 电梯', kind: 'self-signed', passphrase: PASSPHRASE });
    const forged = await stranger.report('2026-11-20', '2026-11-23');
    const inspector = await open('other');
    await inspector.ask('trust.add', { pem });
    expect(told(await verify(inspector, forged))).toEqual(['untrusted', 'key-changed']);
    const unknowing = await open('unknowing');
    expect(told(await verify(unknowing, forged))).toEqual(['untrusted']);
  });
});
