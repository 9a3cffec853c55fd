import { memo } from 'react';
import { serviceSpans, type StripModel } from '../../domain/report/strip';
import { boxPath, rounded, textWidth, trianglePath, type Axis } from './strip-geometry';

const HEIGHT = 25;
const BASE = 17;
const BAND = 6;
const CHIP = { height: 11, size: 10, air: 3 } as const;
/** Pixels; what is narrower is drawn full and not hatched. */
const NARROW = 3;
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
  const box = (from: number, to: number): Span => ({
    x: axis.x(clip(from)),
    width: Math.max(0, axis.x(clip(to + 1)) - axis.x(clip(from))),
  });
  const gaps = first.intervals.flatMap(({ gap }) => (gap === null ? [] : [{ gap, spans: spansOf(strip, gap, box) }]));
  const wide = ({ width: across }: Span): boolean => across >= NARROW;
  const spans = gaps.flatMap(({ spans: of }) => of);
  const thin = spans.filter((span) => !wide(span)).map(({ x, width: across }) => ({ x, width: Math.max(2, across) }));
  const longerGaps = longer.flatMap(({ intervals }) =>
    intervals.flatMap(({ gap }) => (gap === null ? [] : spansOf(strip, gap, box))),
  );
  const running = first.intervals.find((interval) => interval.running);
  const outages = [...strip.outages, ...(strip.ended === null ? [] : [strip.ended])];
  const bands = first.intervals.map(({ anchor, bandTo }) => box(anchor, Math.min(bandTo, strip.asOf)));
  const todayEnd = axis.x(clip(strip.asOf + 1));
  return (
    <svg className="strip" width={width} height={HEIGHT} role="img" aria-label={label}>
      <Boxes className="outage" y={2} height={BASE - 1} spans={outages.map(({ from, to }) => box(from, to - 1))} />
      <Boxes className="band" y={BASE - BAND} height={BAND} spans={bands} />
      <Boxes className="gap-thin" y={3} height={BASE - 3} spans={thin} />
      <Boxes className="gap" fill="url(#hatch)" y={4} height={BASE - 4} spans={spans.filter(wide)} />
      {running?.deadline !== null && running !== undefined && running.deadline > strip.asOf ? (
        <rect className="next" y={BASE - BAND} height={BAND} {...box(strip.asOf + 1, running.deadline)} />
      ) : null}
      <line className="base" x1={axis.x(axis.from)} x2={todayEnd} y1={BASE} y2={BASE} />
      <VisitMarks visits={first.visits} axis={axis} />
      <line className="today" x1={todayEnd} x2={todayEnd} y1={0} y2={HEIGHT} />
      {gaps.map(({ gap, spans: of }) => (
        <DaysChip key={gap.from} days={gap.days} spans={of} />
      ))}
      <Boxes className="gap-thin" y={BASE + 3} height={3} spans={longerGaps} />
    </svg>
  );
});

interface Span {
  readonly x: number;
  readonly width: number;
}

/** The parts of a gap in which the elevator was in service. */
function spansOf(
  strip: StripModel,
  gap: { readonly from: number; readonly to: number },
  box: (from: number, to: number) => Span,
): readonly Span[] {
  return serviceSpans(strip, gap.from, gap.to).map(([from, to]) => box(from, to));
}

/** Boxes of one kind as one path: a browser's work is by element, and a year has dozens of them. */
function Boxes({
  spans,
  y,
  height,
  ...look
}: {
  readonly spans: readonly Span[];
  readonly y: number;
  readonly height: number;
  readonly className: string;
  readonly fill?: string;
}) {
  if (spans.length === 0) return null;
  return <path {...look} d={spans.map(({ x, width }) => boxPath(x, y, width, height)).join('')} />;
}

/** A tick a visit, longer and with a head for a longer category; a hollow triangle below one that was entered late. */
function VisitMarks({ visits, axis }: { readonly visits: StripModel['lanes'][number]['visits']; readonly axis: Axis }) {
  const x = (day: number): number => axis.x(day) + 0.5;
  const ticks = visits.map(({ day, task }) => `M${rounded(x(day))} ${rounded(BASE - 8 - HEADS[task])}V${BASE}`);
  const heads = visits.flatMap(({ day, task }) => {
    const head = HEADS[task];
    if (head === 0) return [];
    const [width, height] = head > 3 ? [4.4, 4] : [4, head];
    return boxPath(x(day) - width / 2, BASE - 9 - head, width, height);
  });
  const late = visits.filter(({ lateBy }) => lateBy !== undefined).map(({ day }) => trianglePath(x(day), BASE + 1));
  return (
    <>
      {ticks.length === 0 ? null : <path className="visit" d={ticks.join('')} />}
      {heads.length === 0 ? null : <path className="head" d={heads.join('')} />}
      {late.length === 0 ? null : <path className="late-mark" d={late.join('')} />}
    </>
  );
}

/** The days of a gap in figures, in the widest part of it, where that has the room. */
function DaysChip({ days, spans }: { readonly days: number; readonly spans: readonly Span[] }) {
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
