import { toEpochDay } from '../calendar/civil-date';
import type { Outage } from '../elevator/elevator';
import { standing, type RecordedHazard, type ServiceRecords } from '../record/dossier';
import { mergeOutages, type DaySpan, type MergedOutages } from '../service-clock/outages';
import { packHistory, type PackedHistory } from '../service-clock/packed-history';

/** The dates of a dossier as the clock reads them: corrected values, without what was withdrawn. */
export function historyOf(dossier: ServiceRecords): PackedHistory {
  return packHistory(
    dossier.elevator.value,
    standing(dossier.visits),
    [...standing(dossier.outages), ...stopsOf(dossier.hazards ?? [])],
    standing(dossier.inspections),
  );
}

/**
 * Spans out of use on account of hazards: from the day of the stop to the day of return, or of the closing where nobody
 * wrote a return. The program's own steps record the outage with them; a table of hazards does not.
 */
export function stopsOf(hazards: readonly Pick<RecordedHazard, 'steps' | 'withdrawn'>[]): Outage[] {
  return hazards.flatMap(({ steps, withdrawn }) => {
    if (withdrawn === true) return [];
    const spans: Outage[] = [];
    let from: Outage['from'] | null = null;
    for (const { step } of steps) {
      if (step.act === 'stop-use') from ??= step.on;
      else if (from !== null && (step.act === 'return-to-use' || step.act === 'close' || step.act === 'refuse')) {
        spans.push({ from, to: step.on });
        from = null;
      }
    }
    return from === null ? spans : [...spans, { from }];
  });
}

/** The same spans as the clock holds them: merged, in epoch days. */
export function mergedStops(hazards: Parameters<typeof stopsOf>[0]): MergedOutages {
  return mergeOutages(
    stopsOf(hazards).map(({ from, to }): DaySpan => ({
      from: toEpochDay(from),
      to: to === undefined ? null : toEpochDay(to),
    })),
  );
}
