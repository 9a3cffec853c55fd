import { defaultPeriod } from '../../domain/calendar/period';
import type { ReportFile, ReportMade, IdentityInfo } from '../../domain/bridge/paper-replies';
import type { VerifyReply } from '../../domain/bridge/verify-replies';
import { callHost } from '../support/window-bridge';
import { spentByHost, type Spent } from './app-gauges';
import { kilobytes, told, within, type Told } from './app-told';
import type { CountedApp } from './counted-app';
import { ASOF } from './fleet';
import { medianOf } from './timing';

const REPORTS = 15;
const SHEETS = 10;
const VERIFIED = 15;
const MOST_VERIFY_MS = 60;
const PASSPHRASE = 'a passphrase of the measurement';
const ORGANISATION = '恒升电梯工程有限公司';

/** Reports made one after the other, one of them verified, and a batch of sheets signed after a start. */
export async function papers(app: CountedApp, numbers: readonly string[]): Promise<Told> {
  const ask = (channel: string, request: unknown): Promise<unknown> => callHost(app.address, channel, request);
  await ask('settings.write', { organisation: ORGANISATION });
  const wish = { organisation: ORGANISATION, kind: 'own-ca', passphrase: PASSPHRASE };
  const { identityId } = (await ask('identity.create', wish)) as IdentityInfo;
  await app.stopHost(); // what was opened is forgotten
  await app.startHost();
  const signed = { locale: 'zh-CN', asOf: ASOF, identityId, passphrase: PASSPHRASE };
  const registrationNos = numbers.slice(0, SHEETS);
  const { keyDerivations } = await app.counted(() => ask('sheet.batch', { registrationNos, form: 'a4', ...signed }));
  let made!: ReportMade;
  const all = await each(app, REPORTS, async (place) => {
    const about = { registrationNo: numbers[place], kind: 'compliance', period: defaultPeriod(ASOF) };
    made = (await ask('report.make', { ...about, ...signed })) as ReportMade;
  });
  const { bytes } = (await ask('report.read', { reportId: made.reportId })) as ReportFile;
  const verified = await each(app, VERIFIED, async () => {
    const { verdict } = (await ask('verify.file', { name: 'report.pdf', bytes })) as VerifyReply;
    if (verdict === 'tampered') throw new Error('a report of our own is told as tampered');
  });
  return {
    waits: [
      { what: '`report.make`, median', result: told(all) },
      {
        what: '`verify.file` of a report, median',
        result: told(verified),
        ratio: kilobytes(bytes.length),
        aim: { text: `≤ ${MOST_VERIFY_MS} ms of the processor`, reached: verified.processor <= MOST_VERIFY_MS },
      },
    ],
    counts: [within(`key derivations of a batch of ${SHEETS} sheets`, keyDerivations, 1, String)],
  };
}

/** The median of several, after two that warm up; processor time by their mean, since the system tells it in steps. */
async function each(app: CountedApp, times: number, work: (place: number) => Promise<void>): Promise<Spent> {
  const walls: number[] = [];
  await work(0);
  await work(1);
  const { processor } = await spentByHost(app, async () => {
    for (let place = 2; place < 2 + times; place++) {
      const from = performance.now();
      await work(place);
      walls.push(performance.now() - from);
    }
  });
  return { wall: medianOf(walls), processor: processor / times };
}
