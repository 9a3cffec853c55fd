import { useState } from 'react';
import type { StripInterval, StripLane, StripModel } from '../../domain/report/strip';
import { axisOf, monthsOf, serviceSpans, type Axis } from './strip-geometry';

/** Every word on the large strip; the page that shows it knows the language. */
export interface YearStripWords {
  readonly lanes: readonly { readonly title: string; readonly limit: string }[];
  readonly month: (year: number, month: number) => string;
  readonly late: (days: number, missed: number) => string;
  readonly deadline: (day: number) => string;
  readonly out: (days: number) => string;
  readonly today: string;
  readonly label: string;
  readonly describe: (lane: number, interval: StripInterval) => string;
}

const WIDTH = 1060;
const LEFT = 92;
const TOP = 40;
const FIRST = 46;
const OTHER = 30;
const BAND = { first: 24, other: 18 } as const;
const AHEAD_DAYS = 21;

function laneBase(index: number): number {
  return TOP + FIRST - 6 + index * OTHER;
}

/** The period of one elevator on four lanes: windows burn down from visit to deadline, gaps are hatched. */
export function YearStrip({ strip, words }: { readonly strip: StripModel; readonly words: YearStripWords }) {
  const axis = axisOf(strip.from, Math.max(strip.to, strip.asOf) + AHEAD_DAYS, LEFT, WIDTH - LEFT - 8);
  const height = laneBase(strip.lanes.length - 1) + 26;
  const [told, setTold] = useState('');
  return (
    <>
      <svg className="strip" viewBox={`0 0 ${WIDTH} ${height}`} width="100%" role="img" aria-label={words.label}>
        {monthsOf(axis).map(({ day, year, month }) => (
          <g key={day}>
            <line className="month" x1={axis.x(day)} x2={axis.x(day)} y1={TOP - 10} y2={height - 16} />
            <text x={axis.x(day) + 4} y={height - 5}>
              {words.month(year, month)}
            </text>
          </g>
        ))}
        <Outages strip={strip} axis={axis} words={words} bottom={height - 16} />
        {strip.lanes.map((lane, index) => (
          <Lane key={lane.ruleId} strip={strip} lane={lane} index={index} axis={axis} words={words} onTell={setTold} />
        ))}
        <line
          className="today"
          x1={axis.x(strip.asOf + 1)}
          x2={axis.x(strip.asOf + 1)}
          y1={TOP - 22}
          y2={height - 16}
        />
        <text className="today-text" x={axis.x(strip.asOf + 1)} y={TOP - 26} textAnchor="middle">
          {words.today}
        </text>
      </svg>
      <div className="small muted" aria-live="polite" style={{ minHeight: 18 }}>
        {told}
      </div>
    </>
  );
}

function Outages({
  strip,
  axis,
  words,
  bottom,
}: {
  readonly strip: StripModel;
  readonly axis: Axis;
  readonly words: YearStripWords;
  readonly bottom: number;
}) {
  return strip.outages.map(({ from, to, days }) => {
    const end = Math.min(to, strip.asOf + 1);
    return end <= from ? null : (
      <g key={from}>
        <rect
          className="outage"
          x={axis.x(from)}
          width={axis.x(end) - axis.x(from)}
          y={TOP - 12}
          height={bottom - TOP + 12}
          opacity={0.6}
        />
        <text x={(axis.x(from) + axis.x(end)) / 2} y={TOP - 16} textAnchor="middle">
          {words.out(days)}
        </text>
      </g>
    );
  });
}

interface LaneProps {
  readonly strip: StripModel;
  readonly lane: StripLane;
  readonly index: number;
  readonly axis: Axis;
  readonly words: YearStripWords;
  readonly onTell: (text: string) => void;
}

function Lane({ strip, lane, index, axis, words, onTell }: LaneProps) {
  const base = laneBase(index);
  const title = words.lanes[index];
  const tall = index === 0 ? BAND.first : BAND.other;
  return (
    <g>
      <text className="label" x={LEFT - 8} y={base - 3} textAnchor="end">
        {title?.title} <tspan className="limit">{title?.limit}</tspan>
      </text>
      {lane.intervals.map((interval) => (
        <g key={interval.anchor} onMouseEnter={() => onTell(words.describe(index, interval))}>
          <Window interval={interval} axis={axis} base={base} tall={tall} asOf={strip.asOf} />
          <Gap strip={strip} interval={interval} axis={axis} base={base} tall={tall} words={words} />
        </g>
      ))}
      <line className="base" x1={axis.x(strip.from)} x2={axis.x(strip.asOf + 1)} y1={base} y2={base} />
      {lane.visits.map(({ day, task }) => {
        const x = axis.x(day + 1);
        const head = { 'half-month': 0, quarter: 2, 'half-year': 3.5, year: 6 }[task];
        return (
          <g key={day}>
            <line className="visit" strokeWidth={2} x1={x} x2={x} y1={base - tall - head} y2={base} />
            {head > 0 ? <rect className="head" x={x - 3} y={base - tall - head - 1} width={6} height={head} /> : null}
          </g>
        );
      })}
    </g>
  );
}

/** Full on the visit's day, two pixels high on the deadline. Level while out of service is told by the grey block above it. */
function Window({
  interval,
  axis,
  base,
  tall,
  asOf,
}: {
  readonly interval: StripInterval;
  readonly axis: Axis;
  readonly base: number;
  readonly tall: number;
  readonly asOf: number;
}) {
  const { anchor, deadline, bandTo, running } = interval;
  const start = Math.max(anchor, axis.from - 1);
  if (bandTo < axis.from) return null;
  const span = (deadline ?? bandTo) - anchor;
  const heightAt = (day: number): number =>
    span <= 0 ? tall : Math.max(2, tall - ((tall - 2) * (day - anchor)) / span);
  const [x1, x2] = [axis.x(start + 1), axis.x(bandTo + 1)];
  const next = running && deadline !== null && deadline > asOf ? Math.min(deadline, axis.to) : null;
  return (
    <>
      <path
        className="band"
        d={`M${x1} ${base} L${x1} ${base - heightAt(start)} L${x2} ${base - heightAt(bandTo)} L${x2} ${base} Z`}
      />
      {next === null ? null : (
        <>
          <rect
            className="next"
            x={axis.x(asOf + 1)}
            width={axis.x(next + 1) - axis.x(asOf + 1)}
            y={base - tall + 4}
            height={tall - 4}
          />
          <line className="today" x1={axis.x(next + 1)} x2={axis.x(next + 1)} y1={base - tall + 2} y2={base} />
        </>
      )}
    </>
  );
}

function Gap({
  strip,
  interval,
  axis,
  base,
  tall,
  words,
}: {
  readonly strip: StripModel;
  readonly interval: StripInterval;
  readonly axis: Axis;
  readonly base: number;
  readonly tall: number;
  readonly words: YearStripWords;
}) {
  const { gap, deadline } = interval;
  if (gap === null || deadline === null || gap.to < axis.from) return null;
  const from = Math.max(gap.from, axis.from);
  const spans = serviceSpans(strip, from, gap.to);
  const widest = spans.reduce<[number, number] | null>(
    (best, span) => (best === null || span[1] - span[0] > best[1] - best[0] ? span : best),
    null,
  );
  const room = widest === null ? 0 : axis.x(widest[1] + 1) - axis.x(widest[0]);
  const text = room > 110 ? words.late(gap.days, gap.missed) : String(gap.days);
  const width = text.length * (room > 110 ? 11 : 7) + 8;
  const middle = widest === null ? 0 : (axis.x(widest[0]) + axis.x(widest[1] + 1)) / 2;
  return (
    <>
      {spans.map(([start, end]) => (
        <rect
          key={start}
          className="gap"
          fill="url(#hatch)"
          x={axis.x(start)}
          width={Math.max(2, axis.x(end + 1) - axis.x(start))}
          y={base - tall - 6}
          height={tall + 6}
        />
      ))}
      {room > 24 ? (
        <>
          <rect className="chip" x={middle - width / 2} y={base - tall / 2 - 10} width={width} height={15} />
          <text className="late-text" x={middle} y={base - tall / 2 + 1} textAnchor="middle">
            {text}
          </text>
        </>
      ) : null}
      {deadline >= axis.from && room > 60 ? (
        <>
          <line
            className="deadline"
            x1={axis.x(deadline + 1)}
            x2={axis.x(deadline + 1)}
            y1={base - tall - 10}
            y2={base}
          />
          <text className="late-text" x={axis.x(deadline + 1) - 3} y={base - tall + 4} textAnchor="end">
            {words.deadline(deadline)}
          </text>
        </>
      ) : null}
    </>
  );
}

/** The same content as a table; what a screen reader gets and what T shows. */
export function StripTable({
  strip,
  words,
  columns,
}: {
  readonly strip: StripModel;
  readonly words: YearStripWords;
  readonly columns: readonly [string, string];
}) {
  return (
    <table className="list">
      <thead>
        <tr>
          <th>{columns[0]}</th>
          <th>{columns[1]}</th>
        </tr>
      </thead>
      <tbody>
        {strip.lanes.flatMap((lane, index) =>
          lane.intervals.map((interval) => (
            <tr key={`${lane.ruleId}${interval.anchor}`}>
              <td>{words.lanes[index]?.title}</td>
              <td className={interval.gap === null ? '' : 'bad strong'}>{words.describe(index, interval)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
