import { defaultPeriod } from '../../domain/calendar/period';
import type { DoubtLevel } from '../../domain/doubts/doubt';
import { joinSigns } from '../../domain/doubts/join-signs';
import { lookForDoubts } from '../../domain/doubts/look';
import { DOUBT_KINDS } from '../../domain/pack/doubt-threshold';
import type { RulePack } from '../../domain/pack/rule-pack';
import { FABRICATIONS, type Fabrication, type Rates } from '../../domain/sample/field/kinds';
import { judgeFleet } from '../../electron/cli/judge-fleet';
import { countDoubts, countJoined, sum, wilson, type DoubtCounts, type JoinedCounts, type Share } from './doubts-count';
import { madeUpFleet } from './doubts-fleet';
import { ASOF, readPack } from './fleet';
import { medianOf } from './timing';

/** Seeds by which thresholds were chosen, and those of the table; none is in both. */
const BUILD_SEEDS = [11, 12, 13];
const TEST_SEEDS = [9001, 9002, 9003];
const FLEET = { elevators: 1500, years: 2, asOf: ASOF };
const RATE = 0.02;
const RATES: Rates = Object.fromEntries(FABRICATIONS.map((kind) => [kind, RATE]));
const ASKED: readonly DoubtLevel[] = ['impossible', 'question'];
const TOLD: readonly DoubtLevel[] = [...ASKED, 'note'];
const AIM_RECALL = 0.95;
const AIM_ALARMS = 1 / 1000;
const SPEED_ELEVATORS = 5000;
const SPEED_YEARS = 3;
const SPEED_RUNS = 2;
const MADE_UP = 'made-up fleets; the rates of the world are unknown';

/**
 * Recall and false alarms of the checks on made-up fleets, and their time beside the audit's. `--build`: the fleets that
 * thresholds were chosen by; `--kinds`: what each check found; `--no-speed`, `--no-recall`: the other alone; `--elevators=N` for the speed.
 */
export function doubtsBench(root: string, switches: readonly string[]): Promise<void> {
  const pack = readPack(root);
  const seeds = switches.includes('--build') ? BUILD_SEEDS : TEST_SEEDS;
  if (!switches.includes('--no-recall')) {
    const without = measure(pack, seeds, false);
    const withChecklists = measure(pack, seeds, true);
    process.stdout.write(table(seeds, without, withChecklists));
    if (switches.includes('--kinds')) process.stdout.write(byCheck(withChecklists));
  }
  if (!switches.includes('--no-speed')) {
    const asked = switches.flatMap((one) => /^--elevators=(\d+)$/.exec(one)?.[1] ?? []).map(Number);
    process.stdout.write(speed(pack, asked[0] ?? SPEED_ELEVATORS));
  }
  return Promise.resolve();
}

interface Measured {
  readonly asked: readonly DoubtCounts[];
  readonly told: readonly DoubtCounts[];
  readonly joined: readonly JoinedCounts[];
  readonly honest: readonly JoinedCounts[];
}

function measure(pack: RulePack, seeds: readonly number[], checklists: boolean): Measured {
  const fleets = seeds.map((seed) => {
    const order = { ...FLEET, seed, ...(checklists && { checklists: pack }) };
    const { tables, truth } = madeUpFleet({ ...order, fabricate: RATES }, pack);
    const { doubts } = lookForDoubts(tables, pack);
    const honest = madeUpFleet(order, pack);
    return {
      asked: countDoubts(doubts, truth, ASKED),
      told: countDoubts(doubts, truth, TOLD),
      joined: countJoined(joinSigns(tables), truth, tables.elevators),
      honest: countJoined(joinSigns(honest.tables), honest.truth, honest.tables.elevators),
    };
  });
  return {
    asked: fleets.map(({ asked }) => asked),
    told: fleets.map(({ told }) => told),
    joined: fleets.map(({ joined }) => joined),
    honest: fleets.map(({ honest }) => honest),
  };
}

function table(seeds: readonly number[], without: Measured, checklists: Measured): string {
  const head = `\nDoubts: found of fabricated rounds, ${seeds.length} fleets of ${FLEET.elevators} elevators × ${FLEET.years} years with rough edges, seeds ${seeds.join(', ')}, ${RATE * 100} % of rounds of each kind (${MADE_UP})\n`;
  const rows = [...FABRICATIONS, 'all' as const].map((kind) => {
    const [asked, full, told] = [without.asked, checklists.asked, checklists.told].map((counts) =>
      foundOf(counts, kind),
    );
    return [kind, withInterval(asked!), withInterval(full!), percent(told!), aim(full!.hits / full!.of >= AIM_RECALL)];
  });
  const alarms = (counts: readonly DoubtCounts[]): Share => sum(counts.map(({ falseAlarms }) => falseAlarms));
  const asked = alarms(checklists.asked);
  rows.push([
    'false alarms',
    perThousand(alarms(without.asked)),
    perThousand(asked),
    perThousand(alarms(checklists.told)),
    aim(asked.hits / asked.of <= AIM_ALARMS),
  ]);
  const columns = ['', 'tables alone', 'with checklists', '… notes too', `aim ≥ ${AIM_RECALL * 100} %, ≤ 1 ‰`];
  const legend =
    '  A round is found where a doubt of level impossible or question names a visit of it (notes are told apart). False\n' +
    '  alarms: honest visits named by such a doubt in which no fabricated one stands, of 1 000 honest ones. In brackets\n' +
    `  Wilson intervals of 95 %; rounds come in runs, so they are rather too narrow. All of it: ${MADE_UP}.\n`;
  return head + grid([columns, ...rows]) + legend + joinedTable(without, checklists);
}

function joinedTable(without: Measured, checklists: Measured): string {
  const of = (counts: readonly JoinedCounts[], pick: (one: JoinedCounts) => Share): string =>
    withInterval(sum(counts.map(pick)));
  const rows = [
    ['Joined weak signs', 'tables alone', 'with checklists'],
    ...(['elevator', 'crew', 'firm'] as const).map((type) => [
      `listed with something fabricated: ${type}`,
      of(without.joined, ({ right }) => right[type]),
      of(checklists.joined, ({ right }) => right[type]),
    ]),
    [
      'rounds of listed elevators and half-years',
      of(without.joined, ({ rounds }) => rounds),
      of(checklists.joined, ({ rounds }) => rounds),
    ],
    [
      'elevators listed in honest fleets',
      of(without.honest, ({ elevators }) => elevators),
      of(checklists.honest, ({ elevators }) => elevators),
    ],
  ];
  return `\n${grid(rows)}`;
}

function byCheck({ asked: told }: Measured): string {
  const rows = DOUBT_KINDS.map((kind) => [
    kind,
    String(told.reduce((all, { falseAlarmsBy }) => all + (falseAlarmsBy.get(kind) ?? 0), 0)),
    ...FABRICATIONS.map((made) =>
      String(told.reduce((all, { foundBy }) => all + (foundBy.get(kind)?.get(made) ?? 0), 0)),
    ),
  ]);
  return `\nBy check, without notes: honest visits, then rounds\n${grid([['', 'honest', ...FABRICATIONS], ...rows])}`;
}

/** Processor time of both beside each other on the same records, in turn. */
function speed(pack: RulePack, elevators: number): string {
  const lines = ([{}, RATES] as const).map((fabricate) => {
    const order = { elevators, years: SPEED_YEARS, seed: TEST_SEEDS[0]!, asOf: ASOF, fabricate };
    const { tables, outages } = madeUpFleet(order, pack);
    const audited = { ...tables, outages, inspections: [], hazards: [] };
    const days = { asOf: ASOF, period: defaultPeriod(ASOF) };
    const [audit, doubts]: [number[], number[]] = [[], []];
    for (let run = 0; run <= SPEED_RUNS; run += 1) {
      const judging = processorTime(() => judgeFleet(audited, pack, days, 'all'));
      const looking = processorTime(() => lookForDoubts(tables, pack));
      if (run === 0) continue;
      audit.push(judging);
      doubts.push(looking);
    }
    const ratio = medianOf(doubts) / medianOf(audit);
    const what = fabricate === RATES ? `${FABRICATIONS.length} kinds at ${RATE * 100} %` : 'honest';
    return `  ${what}: ${tables.visits.length} visits, doubts ${medianOf(doubts).toFixed(1)} s of processor time, whole audit ${medianOf(audit).toFixed(1)} s: ${ratio.toFixed(1)} x  (aim ≤ 2 x: ${aim(ratio <= 2)})\n`;
  });
  return `\nDoubts beside the whole audit of the same records, ${elevators} elevators × ${SPEED_YEARS} years, median of ${SPEED_RUNS}\n${lines.join('')}`;
}

function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function foundOf(counts: readonly DoubtCounts[], kind: Fabrication | 'all'): Share {
  return sum(counts.flatMap(({ found }) => (kind === 'all' ? [...found.values()] : [found.get(kind)!])));
}

const aim = (reached: boolean): string => (reached ? 'reached' : 'not reached');
const percent = ({ hits, of }: Share): string => `${((100 * hits) / of).toFixed(1)} %`;

function withInterval(share: Share): string {
  if (share.of === 0) return 'none';
  const [low, high] = wilson(share).map((one) => (100 * one).toFixed(1));
  return `${percent(share)} [${low}–${high}] of ${share.of}`;
}

function perThousand(share: Share): string {
  const [low, high] = wilson(share).map((one) => (1000 * one).toFixed(2));
  return `${((1000 * share.hits) / share.of).toFixed(2)} ‰ [${low}–${high}]`;
}

function grid(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, at) => cell.padEnd(widths[at]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
