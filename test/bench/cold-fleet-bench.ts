import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPeriod } from '../../domain/calendar/period';
import { noRowLists } from '../../domain/fleet/elevator-history';
import { noRecords } from '../../domain/record/dossier';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { packHistory } from '../../domain/service-clock/packed-history';
import type { RecordId } from '../../domain/record/record-id';
import { ASOF, fleetOf, grouped, readPack } from './fleet';
import { chromiumPath, inFreshBrowser, servePage } from './page-server';
import { medianOf, ms, print } from './timing';
import type { ColdTimes } from './cold-fleet-page';

const DISTINCT = 10_000;
const COPIES = 10;
const ELEVATORS_A_FILE = 1_000;
const RUNS = 3;
const NO_OTHER_RECORDS = {
  ...noRowLists(),
  failedInspections: [],
};
const AIM_MS = 6_000;

/** The fleet page of 100 000 elevators from a cold browser: open Dexie, load, judge every rule, rows on the page. */
export async function coldFleetBench(root: string): Promise<void> {
  const executablePath = chromiumPath();
  const title = `Fleet audit of ${DISTINCT * COPIES} elevators × 3 years from a cold Dexie, in a worker of Chromium`;
  if (executablePath === null) {
    print(title, [{ what: 'not measured', result: 'there is no Chromium on this machine' }]);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-cold-fleet-'));
  const server = await servePage(root, 'cold-fleet-page.ts', folder);
  const browser = {
    executablePath,
    profile: join(folder, 'profile'),
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    ready: 'coldFleetBench',
  };
  try {
    const files = writeRows(folder);
    await inFreshBrowser(browser, ([names, copies]) => window.coldFleetBench.fill(names, copies), [
      files,
      COPIES,
    ] as const);
    const question = { asOf: ASOF, period: defaultPeriod(ASOF), pack: readPack(root), hazardDays: {}, kept: null };
    const spent: number[] = [];
    const ask = (): Promise<ColdTimes> =>
      inFreshBrowser(
        browser,
        (asked) => window.coldFleetBench.audit(asked),
        question,
        (milliseconds) => spent.push(milliseconds ?? Number.NaN),
      );
    const runs: ColdTimes[] = [];
    for (let i = 0; i < RUNS; i++) runs.push(await ask());
    const middle = (of: (times: ColdTimes) => number): number => medianOf(runs.map(of));
    const answered = middle((times) => times.answered);
    print(title, [
      {
        what: `loaded (${runs[0]?.elevators ?? 0} elevators, progress told ${runs[0]?.told ?? 0} times)`,
        result: ms(middle((t) => t.loaded)),
      },
      { what: 'judged', result: ms(middle((t) => t.judged)) },
      {
        what: `rows on the page, median of ${RUNS}`,
        result: ms(answered),
        aim: { text: 'under 6 s', reached: answered < AIM_MS },
      },
      { what: 'processor time of the whole browser for it', result: ms(medianOf(spent)) },
    ]);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rows of the read model as files of JSON; numbers as lists. */
function writeRows(folder: string): string[] {
  const { elevators, visits, outages, inspections } = fleetOf(DISTINCT, 3);
  const [visitsOf, outagesOf, inspectionsOf] = [grouped(visits), grouped(outages), grouped(inspections)];
  let serial = 0;
  const recorded = <T>(value: T) => {
    serial += 1;
    return { id: `abababab/${serial}` as RecordId, at: '2026-11-23T16:00:00+08:00', author: '张建国', value };
  };
  const rowOf = (no: RegistrationNo, elevator: (typeof elevators)[number]) => {
    const mine = { outages: outagesOf.get(no) ?? [], inspections: inspectionsOf.get(no) ?? [] };
    const { visits: days, ...history } = packHistory(elevator, visitsOf.get(no) ?? [], mine.outages, mine.inspections);
    const lists = {
      visits: [...days],
      outages: [...history.outages],
      inspections: [...history.inspections],
      expiries: [...history.expiries],
    };
    return {
      elevator: {
        ...noRecords(),
        registrationNo: no,
        elevator: recorded(elevator),
        outages: mine.outages.map(recorded),
        inspections: mine.inspections.map(recorded),
      },
      history: { ...NO_OTHER_RECORDS, registrationNo: no, elevator, ...history, ...lists },
    };
  };
  const names: string[] = [];
  for (let from = 0; from < elevators.length; from += ELEVATORS_A_FILE) {
    const part = elevators
      .slice(from, from + ELEVATORS_A_FILE)
      .map((elevator) => rowOf(elevator.registrationNo, elevator));
    const name = `rows-${from}.json`;
    writeFileSync(join(folder, name), JSON.stringify(part));
    names.push(name);
  }
  return names;
}
