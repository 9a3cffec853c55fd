import type { HistoryRow } from '../../domain/fleet/elevator-history';
import { openReadModel, type ElevatorRow } from '../../renderer/data/database';
import { unpackRows, type PackedRows } from '../../renderer/data/packed-rows';
import { putHistories } from '../../renderer/data/history-blocks';
import type { AuditQuestion, FleetRow } from '../../domain/fleet/fleet-row';

export interface ColdTimes {
  readonly elevators: number;
  /** How often progress was told. */
  readonly told: number;
  readonly loaded: number;
  readonly judged: number;
  /** Until the rows stand on the page. */
  readonly answered: number;
}

/** One elevator as the file has it, its numbers as plain lists. */
interface FiledElevator {
  readonly elevator: ElevatorRow;
  readonly history: Omit<HistoryRow, 'visits' | 'outages' | 'inspections' | 'expiries'> &
    Readonly<Record<'visits' | 'outages' | 'inspections' | 'expiries', readonly number[]>>;
}

declare global {
  interface Window {
    coldFleetBench: {
      readonly fill: (files: readonly string[], copies: number) => Promise<number>;
      readonly audit: (question: AuditQuestion) => Promise<ColdTimes>;
    };
  }
}

/** Writes the rows as the read model holds them, each file several times over under other registration numbers. */
async function fill(files: readonly string[], copies: number): Promise<number> {
  const model = await openReadModel();
  for (const file of files) {
    const filed = (await (await fetch(file)).json()) as FiledElevator[];
    for (let copy = 0; copy < copies; copy++) {
      const rows = filed.map(({ elevator, history }) => {
        const registrationNo = `${elevator.registrationNo} ${copy}` as ElevatorRow['registrationNo'];
        const named = { ...history, registrationNo, elevator: { ...history.elevator, registrationNo } };
        return { elevator: { ...elevator, registrationNo }, history: named };
      });
      await model.transaction('rw', [model.elevators, model.histories, model.historyBlocks], async () => {
        await model.elevators.bulkPut(rows.map(({ elevator }) => elevator));
        await putHistories(
          model,
          rows.map(({ history }) => packed(history)),
        );
      });
    }
  }
  const count = await model.elevators.count();
  model.close();
  return count;
}

function packed({ visits, outages, inspections, expiries, ...rest }: FiledElevator['history']): HistoryRow {
  return {
    ...rest,
    visits: Int32Array.from(visits),
    outages: Int32Array.from(outages),
    inspections: Int32Array.from(inspections),
    expiries: Int32Array.from(expiries),
  };
}

interface Answer {
  readonly rows: PackedRows;
  readonly last: boolean;
  readonly told: number;
  readonly loadedAt: number;
  readonly judgedAt: number;
}

async function audit(question: AuditQuestion): Promise<ColdTimes> {
  const started = performance.timeOrigin + performance.now();
  const worker = new Worker(new URL('./cold-fleet-worker.ts', import.meta.url), { type: 'module' });
  const rows: FleetRow[] = [];
  const answer = await new Promise<{ told: number; loadedAt: number; judgedAt: number }>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      rows.push(...unpackRows(data.rows));
      if (data.last) resolve(data);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(question);
  });
  worker.terminate();
  return {
    elevators: rows.length,
    told: answer.told,
    loaded: answer.loadedAt - started,
    judged: answer.judgedAt - started,
    answered: performance.timeOrigin + performance.now() - started,
  };
}

window.coldFleetBench = { fill, audit };
