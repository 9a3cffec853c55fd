import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPeriod } from '../../domain/calendar/period';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { NO_HASH, type Entry, type EntryDraft } from '../../domain/record/entry';
import type { SampleFleet } from '../../domain/sample/sample-fleet';
import { sealEntry } from '../../electron/journal/seal-entry';
import { ASOF, fleetOf, grouped, readPack } from './fleet';
import { chromiumPath, inFreshBrowser, servePage } from './page-server';
import type { PageTimes } from './read-model-page';
import { medianOf, ms, print, type Line } from './timing';

const ELEVATORS = 10_000;
const YEARS = 3;
const ELEVATORS_AN_ENTRY = 500;
const CAUGHT_UP = 100;
const FEED = 'ab'.repeat(32);

/** The read model in a real browser: rebuilt from the journal, caught up with it, and audited from a cold start. */
export async function readModelBench(root: string): Promise<void> {
  const executablePath = chromiumPath();
  const title = `Read model of ${ELEVATORS} elevators × ${YEARS} years in Chromium`;
  if (executablePath === null) {
    print(title, [{ what: 'not measured', result: 'there is no Chromium on this machine' }]);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-read-model-'));
  const server = await servePage(root, 'read-model-page.ts', folder);
  const profile = join(folder, 'profile');
  try {
    const { entries, catchUp } = writeJournal(folder);
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const inPage = <A>(work: (argument: A) => Promise<PageTimes>, argument: A): Promise<PageTimes> =>
      inFreshBrowser({ executablePath, profile, address, ready: 'readModelBench' }, work, argument);
    const rebuild = await inPage(([files, head]) => window.readModelBench.follow(files, head), entries);
    const caughtUp = await inPage(([files, head]) => window.readModelBench.follow(files, head), catchUp);
    const question = { asOf: ASOF, period: defaultPeriod(ASOF), pack: readPack(root), hazardDays: {}, kept: null };
    const audits: number[] = [];
    for (let i = 0; i < 5; i++)
      audits.push((await inPage((asked) => window.readModelBench.audit(asked), question)).milliseconds);
    const audit = medianOf(audits);
    const lines: Line[] = [
      { what: `rebuild from nothing (${rebuild.count} elevators)`, result: ms(rebuild.milliseconds) },
      { what: `catch-up, ${CAUGHT_UP} visits logged one by one`, result: ms(caughtUp.milliseconds) },
      {
        what: 'fleet audit from a cold start (open, load, judge), median of 5',
        result: ms(audit),
        aim: { text: 'under a second', reached: audit < 1000 },
      },
    ];
    print(title, lines);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Following = readonly [files: readonly string[], head: { feed: string; seq: number; hash: string }];

/** A journal of imports, then of single visits, one file a page of entries. */
function writeJournal(folder: string): { entries: Following; catchUp: Following } {
  const fleet = fleetOf(ELEVATORS, YEARS);
  const entries: Entry[] = [];
  const seal = (draft: EntryDraft): Entry => {
    const seq = entries.length + 1;
    const prev = entries.at(-1)?.hash ?? NO_HASH;
    const entry = sealEntry(draft, { feed: FEED, seq, at: '2026-11-23T16:00:00+08:00', prev });
    entries.push(entry);
    return entry;
  };
  const files = importsOf(fleet).map((draft, i) => {
    writeFileSync(join(folder, `${i}.json`), JSON.stringify([seal(draft)]));
    return `${i}.json`;
  });
  const headOf = () => ({ feed: FEED, seq: entries.length, hash: entries.at(-1)?.hash ?? NO_HASH });
  const head = headOf();
  const visits = fleet.elevators.slice(0, CAUGHT_UP).map(({ registrationNo }) => seal(loggedVisit(registrationNo)));
  writeFileSync(join(folder, 'catch-up.json'), JSON.stringify(visits));
  return { entries: [files, head], catchUp: [['catch-up.json'], headOf()] };
}

function loggedVisit(registrationNo: RegistrationNo): EntryDraft {
  const visit = { registrationNo, date: ASOF, task: 'half-month', technicians: ['张建国'] } as const;
  return { type: 'visit-logged', subject: registrationNo, author: '张建国', body: { visit } };
}

function importsOf({ elevators, visits, outages, inspections }: SampleFleet): EntryDraft[] {
  const [visitsOf, outagesOf, inspectionsOf] = [grouped(visits), grouped(outages), grouped(inspections)];
  const drafts: EntryDraft[] = [];
  for (let from = 0; from < elevators.length; from += ELEVATORS_AN_ENTRY) {
    const part = elevators.slice(from, from + ELEVATORS_AN_ENTRY);
    const of = <T>(records: ReadonlyMap<string, readonly T[]>): T[] =>
      part.flatMap(({ registrationNo }) => records.get(registrationNo) ?? []);
    const body = {
      sources: [],
      elevators: part,
      elevatorChanges: [],
      visits: of(visitsOf),
      outages: of(outagesOf),
      inspections: of(inspectionsOf),
    };
    drafts.push({ type: 'records-imported', subject: '', author: '', body });
  }
  return drafts;
}
