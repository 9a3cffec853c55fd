import { memo } from 'react';
import { serviceSpans, type StripModel } from '../../domain/report/strip';
import { textWidth, trianglePath, type Axis } from './strip-geometry';

const HEIGHT = 25;
const BASE = 17;
const BAND = 6;
const CHIP = { height: 11, size: 10, air: 3 } as const;
const HEADS = { 'half-month': 0, quarter: 1.4, 'half-year': 2.6, year: 4 } as const;

/** The half-month lane of one elevator, 25 px high; a red line below it where a longer rule was late. */
export const MiniStrip = memo(function MiniStrip({
  strip,
  axis,
  width,
  label,
}: {
  readonly strip: StripModel;
  readonly axis: Axis;
  readonly width: number;
  readonly label: string;
}) {
  const [first, ...longer] = strip.lanes;
  if (first === undefined) return null;
  const clip = (day: number): number => Math.min(Math.max(day, axis.from), axis.to + 1);
  const box = (from: number, to: number): { x: number; width: number } => ({
    x: axis.x(clip(from)),
    width: Math.max(0, axis.x(clip(to + 1)) - axis.x(clip(from))),
  });
  const running = first.intervals.find((interval) => interval.running);
  return (
    <svg className="strip" width={width} height={HEIGHT} role="img" aria-label={label}>
      {[...strip.outages, ...(strip.ended === null ? [] : [strip.ended])].map(({ from, to }) => (
        <rect key={`o${from}`} className="outage" y={2} height={BASE - 1} {...box(from, to - 1)} />
      ))}
      {first.intervals.map(({ anchor, bandTo }) => (
        <rect
          key={`b${anchor}`}
          className="band"
          y={BASE - BAND}
          height={BAND}
          {...box(anchor, Math.min(bandTo, strip.asOf))}
        />
      ))}
      {first.intervals.flatMap(({ gap }) =>
        gap === null
          ? []
          : serviceSpans(strip, gap.from, gap.to).map(([from, to]) => {
              const at = box(from, to);
              return at.width < 3 ? (
                <rect
                  key={`g${from}`}
                  className="gap-thin"
                  y={3}
                  height={BASE - 3}
                  x={at.x}
                  width={Math.max(2, at.width)}
                />
              ) : (
                <rect key={`g${from}`} className="gap" fill="url(#hatch)" y={4} height={BASE - 4} {...at} />
              );
            }),
      )}
      {running?.deadline !== null && running !== undefined && running.deadline > strip.asOf ? (
        <rect className="next" y={BASE - BAND} height={BAND} {...box(strip.asOf + 1, running.deadline)} />
      ) : null}
      <line className="base" x1={axis.x(axis.from)} x2={axis.x(clip(strip.asOf + 1))} y1={BASE} y2={BASE} />
      <VisitMarks visits={first.visits} axis={axis} />
      <line className="today" x1={axis.x(clip(strip.asOf + 1))} x2={axis.x(clip(strip.asOf + 1))} y1={0} y2={HEIGHT} />
      {first.intervals.map(({ gap }) =>
        gap === null ? null : (
          <DaysChip
            key={`c${gap.from}`}
            days={gap.days}
            spans={serviceSpans(strip, gap.from, gap.to).map(([from, to]) => box(from, to))}
          />
        ),
      )}
      {longer.flatMap((lane) =>
        lane.intervals.flatMap(({ gap }) =>
          gap === null
            ? []
            : serviceSpans(strip, gap.from, gap.to).map(([from, to]) => (
                <rect key={`${lane.ruleId}${from}`} className="gap-thin" y={BASE + 3} height={3} {...box(from, to)} />
              )),
        ),
      )}
    </svg>
  );
});

/** A tick a visit, longer and with a head for a longer category; a hollow triangle below one that was entered late. */
function VisitMarks({ visits, axis }: { readonly visits: StripModel['lanes'][number]['visits']; readonly axis: Axis }) {
  return (
    <>
      {visits.map(({ day, task }) => {
        const x = axis.x(day) + 0.5;
        const head = HEADS[task];
        return (
          <g key={`v${day}`}>
            <line className="visit" x1={x} x2={x} y1={BASE - 8 - head} y2={BASE} />
            {head > 0 ? (
              <rect
                className="head"
                x={x - (head > 3 ? 2.2 : 2)}
                y={BASE - 9 - head}
                width={head > 3 ? 4.4 : 4}
                height={head > 3 ? 4 : head}
              />
            ) : null}
          </g>
        );
      })}
      {visits.map(({ day, lateBy }) =>
        lateBy === undefined ? null : (
          <path key={`l${day}`} className="late-mark" d={trianglePath(axis.x(day) + 0.5, BASE + 1)} />
        ),
      )}
    </>
  );
}

/** The days of a gap in figures, in the widest part of it, where that has the room. */
function DaysChip({ days, spans }: { readonly days: number; readonly spans: readonly { x: number; width: number }[] }) {
  const widest = spans.toSorted((a, b) => b.width - a.width)[0];
  const width = textWidth(String(days), CHIP.size) + 2 * CHIP.air;
  if (widest === undefined || widest.width < width + 2 * CHIP.air) return null;
  const middle = widest.x + widest.width / 2;
  return (
    <>
      <rect className="chip" x={middle - width / 2} y={BASE - CHIP.height - 1} width={width} height={CHIP.height} />
      <text className="chip-text" x={middle} y={BASE - 3} textAnchor="middle">
        {days}
      </text>
    </>
  );
}

/** The hatching that every strip of a page refers to. */
export function HatchPattern() {
  return (
    <svg width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--sheet)" />
          <rect width="2" height="5" fill="var(--bad)" />
        </pattern>
      </defs>
    </svg>
  );
}
