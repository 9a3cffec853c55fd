import { serviceSpans, type StripInterval, type StripLane, type StripModel } from '../../domain/report/strip';
import { textWidth, windowCorners, type Axis } from './strip-geometry';
import type { YearStripWords } from './year-strip-words';

/** Where the first lane may begin; above it stand the words of today, outages and deadlines. */
export const TOP = 34;
const FIRST_TALL = 26;
const OTHER_TALL = 18;
const OTHER_PITCH = 30;
const HEADS = { 'half-month': 0, quarter: 2, 'half-year': 3.5, year: 6 } as const;

/** The tallest head of a visit, over its window. */
export const TALLEST_HEAD = Math.max(...Object.values(HEADS));

/** Height of a lane's full window. */
export function laneSizes(index: number): { readonly tall: number } {
  return { tall: index === 0 ? FIRST_TALL : OTHER_TALL };
}

/** The base line of a lane. */
export function baseOf(index: number): number {
  return TOP + FIRST_TALL + 8 + index * OTHER_PITCH;
}

interface LaneProps {
  readonly strip: StripModel;
  readonly lane: StripLane;
  readonly index: number;
  readonly axis: Axis;
  readonly words: YearStripWords;
  readonly clip: string;
  readonly onTell: (interval: number) => void;
}

export function StripLaneView({ strip, lane, index, axis, words, clip, onTell }: LaneProps) {
  const base = baseOf(index);
  const title = words.lanes[index];
  const { tall } = laneSizes(index);
  return (
    <g>
      <text className="label" x={0} y={base - 2}>
        {title?.title} <tspan className="limit">{title?.limit}</tspan>
      </text>
      <g clipPath={clip}>
        {lane.intervals.map((interval, at) => (
          <g key={interval.anchor} onMouseEnter={() => onTell(at)}>
            <Window strip={strip} interval={interval} axis={axis} base={base} tall={tall} />
            <Gap strip={strip} interval={interval} axis={axis} base={base} tall={tall} />
          </g>
        ))}
        <line
          className="base"
          x1={axis.x(strip.from)}
          x2={axis.x(Math.min(strip.asOf, axis.to) + 1)}
          y1={base}
          y2={base}
        />
        {lane.intervals.map((interval) => (
          <GapWords
            key={interval.anchor}
            strip={strip}
            interval={interval}
            axis={axis}
            base={base}
            tall={tall}
            words={words}
          />
        ))}
        {lane.visits
          .filter(({ day }) => day <= axis.to)
          .map(({ day, task }) => (
            <Visit key={day} x={axis.x(day + 1)} base={base} top={base - tall} head={HEADS[task]} />
          ))}
      </g>
    </g>
  );
}

function Visit({
  x,
  base,
  top,
  head,
}: {
  readonly x: number;
  readonly base: number;
  readonly top: number;
  readonly head: number;
}) {
  return (
    <>
      <line className="visit" strokeWidth={2} x1={x} x2={x} y1={top - head} y2={base} />
      {head > 0 ? <rect className="head" x={x - 3} y={top - head - 1} width={6} height={head} /> : null}
    </>
  );
}

interface PartProps {
  readonly strip: StripModel;
  readonly interval: StripInterval;
  readonly axis: Axis;
  readonly base: number;
  readonly tall: number;
}

/** Full on the visit's day, two pixels high on the deadline, level while out of service. */
function Window({ strip, interval, axis, base, tall }: PartProps) {
  const { deadline, bandTo, running } = interval;
  if (bandTo < axis.from) return null;
  const corners = windowCorners(strip, interval).map(
    ([day, left]) => `${axis.x(day + 1)} ${base - (2 + (tall - 2) * left)}`,
  );
  const start = Math.max(interval.anchor, strip.from - 1);
  const next = running && deadline !== null && deadline > strip.asOf ? Math.min(deadline, axis.to) : null;
  return (
    <>
      <path
        className="band"
        d={`M${axis.x(start + 1)} ${base} L${corners.join(' L')} L${axis.x(bandTo + 1)} ${base} Z`}
      />
      {next === null || strip.asOf > axis.to ? null : (
        <>
          <rect
            className="next"
            x={axis.x(strip.asOf + 1)}
            width={axis.x(next + 1) - axis.x(strip.asOf + 1)}
            y={base - tall + 4}
            height={tall - 4}
          />
          {deadline === next ? (
            <line className="today" x1={axis.x(next + 1)} x2={axis.x(next + 1)} y1={base - tall + 2} y2={base} />
          ) : null}
        </>
      )}
    </>
  );
}

/** Days out of service inside a gap are left out of the hatching, as the clock stands still. */
function gapSpans(strip: StripModel, { gap }: StripInterval, axis: Axis): [number, number][] {
  if (gap === null || gap.to < axis.from || gap.from > axis.to) return [];
  return serviceSpans(strip, Math.max(gap.from, axis.from), Math.min(gap.to, axis.to));
}

function Gap({ strip, interval, axis, base, tall }: PartProps) {
  return gapSpans(strip, interval, axis).map(([start, end]) => {
    const width = axis.x(end + 1) - axis.x(start);
    return (
      <rect
        key={start}
        className={width < 3 ? 'gap-thin' : 'gap'}
        {...(width < 3 ? {} : { fill: 'url(#hatch)' })}
        x={axis.x(start)}
        width={Math.max(2, width)}
        y={base - tall - 5}
        height={tall + 5}
      />
    );
  });
}

/** The gap's days on a plain chip where they fit, and its deadline, marked and dated. */
function GapWords({ strip, interval, axis, base, tall, words }: PartProps & { readonly words: YearStripWords }) {
  const { gap, deadline, running } = interval;
  const spans = gapSpans(strip, interval, axis);
  if (gap === null || deadline === null || spans.length === 0) return null;
  const [start, end] = spans.reduce((best, span) => (span[1] - span[0] > best[1] - best[0] ? span : best));
  const room = axis.x(end + 1) - axis.x(start);
  const fitting = [words.late(gap.days, gap.missed), words.lateShort(gap.days), String(gap.days)].find(
    (text) => textWidth(text, 11.5) + 10 < room,
  );
  const middle = (axis.x(start) + axis.x(end + 1)) / 2;
  const width = textWidth(fitting ?? '', 11.5) + 8;
  const marked = deadline >= axis.from && (running || room > 70);
  const x = axis.x(deadline + 1);
  return (
    <>
      {fitting === undefined ? null : (
        <>
          <rect className="chip" x={middle - width / 2} y={base - tall / 2 - 9} width={width} height={14} />
          <text className="late-text" x={middle} y={base - tall / 2 + 2} textAnchor="middle">
            {fitting}
          </text>
        </>
      )}
      {marked ? (
        <>
          <line className="deadline" x1={x} x2={x} y1={base - tall - 8} y2={base} />
          <DeadlineWord
            axis={axis}
            x={x}
            base={base}
            tall={tall}
            first={tall === FIRST_TALL}
            text={words.deadline(deadline)}
          />
        </>
      ) : null}
    </>
  );
}

/** Above the first lane, where there is room; left of the deadline on a plain ground in the others. */
function DeadlineWord({
  axis,
  x,
  base,
  tall,
  first,
  text,
}: {
  readonly axis: Axis;
  readonly x: number;
  readonly base: number;
  readonly tall: number;
  readonly first: boolean;
  readonly text: string;
}) {
  const width = textWidth(text, 11.5);
  return first ? (
    <text className="late-text" x={Math.min(x, axis.x(axis.to + 1) - width)} y={base - tall - 11}>
      {text}
    </text>
  ) : (
    <text className="late-text halo" x={Math.max(x - 4, axis.x(axis.from) + width + 4)} y={base - 7} textAnchor="end">
      {text}
    </text>
  );
}
