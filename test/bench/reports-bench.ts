import { X509Certificate } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../../domain/record/canonical-json';
import { sha256Hex } from '../../electron/fs/sha256';
import { inLanes } from '../../electron/host/in-lanes';
import { reportRenderer } from '../../electron/pdf/report-renderer';
import { createIdentity } from '../../electron/signing/create-identity';
import { openIdentity, openKeptIdentity } from '../../electron/signing/open-identity';
import { signPdf } from '../../electron/signing/sign-pdf';
import { fileChecker } from '../../electron/verify/file-checker';
import { readPack } from './fleet';
import { benchEvidences, REPORTS } from './report-bench';
import { medianOf, ms, print } from './timing';

const FILES = 1_000;
const RUNS = 15;
const CORES = 2;

interface Took {
  readonly wall: number;
  /** Processor time of the whole process, its threads included: what other programs do does not count. */
  readonly processor: number;
}

async function taken(work: () => Promise<unknown>): Promise<Took> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - started, processor: (user + system) / 1000 };
}

async function medianTaken(runs: number, work: () => Promise<unknown>): Promise<Took> {
  await work();
  const all: Took[] = [];
  for (let run = 0; run < runs; run++) all.push(await taken(work));
  return {
    wall: medianOf(all.map(({ wall }) => wall)),
    processor: medianOf(all.map(({ processor }) => processor)),
  };
}

const both = ({ wall, processor }: Took): string => `${ms(wall)}, processor ${ms(processor)}`;

/** Signing and verifying many reports in the threads of the built program. */
export async function reportsBench(root: string): Promise<void> {
  const organisation = '恒升电梯工程有限公司';
  const wish = { organisation, kind: 'own-ca', algorithm: 'ec-p256', validYears: 1, now: new Date() } as const;
  const { p12, certificatePem } = await createIdentity(wish, 'bench passphrase');
  const { signer } = await openIdentity(p12, 'bench passphrase');
  const whole = await medianTaken(5, () => openIdentity(p12, 'bench passphrase'));
  const kept = await medianTaken(5, () => openKeptIdentity(p12, 'bench passphrase', signer.fingerprint));
  const evidences = benchEvidences(root, signer.fingerprint);

  const renderer = reportRenderer(join(root, 'out', 'main', 'report-worker.js'));
  const reports: Uint8Array[] = [];
  const make = () =>
    inLanes(
      { count: REPORTS, lanes: renderer.lanes + 1, signal: new AbortController().signal },
      async (index, signal) => {
        const { unsigned } = await renderer.render(evidences[index]!, new Map(), signal);
        reports[index] = signPdf(unsigned, signer);
      },
    );
  await make();
  const hundred = await taken(make);
  await renderer.close();

  const pack = readPack(root);
  const packs = [{ pack, sha256: sha256Hex(canonicalJson(pack)) }];
  const trust = [new X509Certificate(certificatePem).raw];
  const checker = fileChecker(join(root, 'out', 'main', 'check-worker.js'), () => ({
    packs,
    program: 'Elevator Audit bench',
  }));
  const { signal } = new AbortController();
  const verdicts = new Map<string, number>();
  const check = async (place: number): Promise<void> => {
    const { result } = await checker.check(reports[place % REPORTS]!, trust, { signal });
    verdicts.set(result.verdict, (verdicts.get(result.verdict) ?? 0) + 1);
  };
  for (let place = 0; place < 10; place++) await check(place); // warm
  const one = await medianTaken(RUNS, () => check(0));
  const thousand = await taken(() => inLanes({ count: FILES, lanes: checker.lanes + 1, signal }, check));
  await checker.close();

  const size = Math.round(reports[0]!.length / 1000);
  const perSecond = (count: number, { wall }: Took): string => `${((count * 1000) / wall).toFixed(1)} a second`;
  const alone = (count: number, { processor }: Took): number => (count * CORES * 1000) / processor;
  const idle = (count: number, took: Took): string =>
    `${alone(count, took).toFixed(1)} a second of ${CORES} cores with nothing else to do`;
  print(`Reports signed and verified in threads, ${availableParallelism()} cores`, [
    { what: 'an identity opened from a file of elsewhere', result: both(whole) },
    { what: 'an identity opened that is kept here', result: both(kept) },
    {
      what: `${REPORTS} reports laid out and signed, ${size} kB each`,
      result: `${both(hundred)}, ${perSecond(REPORTS, hundred)}`,
      ratio: idle(REPORTS, hundred),
      aim: { text: '20 a second', reached: alone(REPORTS, hundred) >= 20 },
    },
    { what: `one verified, warm`, result: both(one), aim: { text: 'at most 60 ms', reached: one.processor <= 60 } },
    {
      what: `${FILES} verified`,
      result: `${both(thousand)}, ${perSecond(FILES, thousand)}`,
      ratio: idle(FILES, thousand),
    },
    { what: 'verdicts', result: [...verdicts].map(([verdict, count]) => `${verdict} ${count}`).join(', ') },
  ]);
}
