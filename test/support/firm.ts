import type { Channel } from '../../domain/bridge/channels';
import type { ReplyOf } from '../../domain/bridge/contract';
import type { Locale } from '../../domain/pack/legal-basis';
import { createHandlers } from '../../electron/handlers/create-handlers';
import { dispatch } from '../../electron/handlers/dispatch';
import type { Ports } from '../../electron/host/ports';
import { openedProfile } from './opened-profile';

const NO = '梯11浙A12056(04)';
const PASSPHRASE = 'long enough a phrase';
const TODAY = '2026-11-23';

/** A firm at its ledger. */
export class Firm {
  readonly ports: Ports;

  private constructor(ports: Ports) {
    this.ports = ports;
  }

  static async open(folder: string, now?: string): Promise<Firm> {
    return new Firm(await openedProfile(folder, now));
  }

  /** With its name, one elevator and an identity to sign with. */
  static async found(folder: string, organisation = '恒升电梯'): Promise<Firm> {
    const firm = await Firm.open(folder);
    await firm.ask('settings.write', { author: '孙丽华', organisation, shortName: organisation.slice(0, 2) });
    await firm.ask('elevator.register', { elevator: { registrationNo: NO, kind: '3110', regime: 'standard' } });
    await firm.ask('identity.create', { organisation, kind: 'self-signed', passphrase: PASSPHRASE });
    return firm;
  }

  async ask<C extends Channel>(channel: C, request: unknown): Promise<ReplyOf<C>> {
    const context = { signal: new AbortController().signal, progress: () => undefined };
    const answer = await dispatch(createHandlers(this.ports), channel, request, context, () => undefined);
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.code} ${JSON.stringify(answer.error.details)}`);
    return answer.value as ReplyOf<C>;
  }

  logVisit(date: string, technician = '张建国') {
    return this.ask('visit.log', {
      visit: { registrationNo: NO, date, task: 'half-month', technicians: [technician] },
    });
  }

  async report(locale: Locale = 'zh-CN'): Promise<{ readonly number: string; readonly bytes: Uint8Array }> {
    const made = await this.ask('report.make', {
      registrationNo: NO,
      kind: 'compliance',
      locale,
      asOf: TODAY,
      period: { from: '2026-01-01', to: TODAY },
      ...(await this.signing()),
    });
    return { number: made.number, bytes: (await this.ask('report.read', { reportId: made.reportId })).bytes };
  }

  /** What is asked of whoever signs. */
  async signing() {
    const [identity] = await this.ask('identity.list', {});
    return { identityId: identity!.identityId, passphrase: PASSPHRASE }; // made when it was founded
  }

  verify(bytes: Uint8Array) {
    return this.ask('verify.file', { name: 'a.pdf', bytes: new Uint8Array(bytes) });
  }

  close(): Promise<void> {
    return this.ports.close();
  }
}
