import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { lateVisitsOf, type StripInterval, type StripModel } from '../../domain/report/strip';
import { axisOf, monthsOf, textWidth, type Axis, trianglePath } from './strip-geometry';
import type { YearStripWords } from './year-strip-words';
import { baseOf, laneSizes, StripLaneView, TALLEST_HEAD, TOP } from './year-strip-lane';

const WIDTH = 1066;
/** From the longest title of a lane to its axis. */
const TITLE_GAP = 12;
const AHEAD_DAYS = 25;

interface Place {
  readonly lane: number;
  readonly index: number;
}

/**
 * The period of one elevator on four lanes: windows burn down from visit to deadline, gaps are hatched.
 * ← and → go from interval to interval, ↑ and ↓ from lane to lane; each is told in words below.
 */
export function YearStrip({ strip, words }: { readonly strip: StripModel; readonly words: YearStripWords }) {
  const running = strip.to >= strip.asOf;
  const left =
    TITLE_GAP + Math.max(...words.lanes.map(({ title, limit }) => textWidth(title, 12.5) + textWidth(limit, 11.5)));
  const axis = useMemo(
    () => axisOf(strip.from, running ? strip.asOf + AHEAD_DAYS : strip.to, left, WIDTH - left - 8),
    [strip, running, left],
  );
  const [place, setPlace] = useState<Place | null>(null);
  const clipId = useId();
  const bottom = baseOf(strip.lanes.length - 1) + 5;
  const told = place === null ? undefined : strip.lanes[place.lane]?.intervals[place.index];
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(strip, place, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    setPlace(next);
  };
  return (
    <div className="year-strip" role="group" aria-label={words.label} tabIndex={0} onKeyDown={onKeyDown}>
      <svg className="strip" viewBox={`0 0 ${WIDTH} ${bottom + 14}`} width="100%" aria-hidden="true">
        <clipPath id={clipId}>
          <rect x={left} y={0} width={WIDTH - left - 4} height={bottom + 14} />
        </clipPath>
        <Months axis={axis} words={words} bottom={bottom} />
        <Outages
          strip={strip}
          axis={axis}
          words={words}
          bottom={bottom}
          freeTo={running ? todayLeft(axis, strip.asOf, words.today) : WIDTH}
        />
        {strip.lanes.map((lane, index) => (
          <StripLaneView
            key={lane.ruleId}
            strip={strip}
            lane={lane}
            index={index}
            axis={axis}
            words={words}
            clip={`url(#${clipId})`}
            onTell={(at) => setPlace({ lane: index, index: at })}
          />
        ))}
        <LateMarks strip={strip} axis={axis} />
        {told === undefined || place === null ? null : <Cursor place={place} interval={told} axis={axis} />}
        {running ? <Today axis={axis} asOf={strip.asOf} word={words.today} bottom={bottom} /> : null}
      </svg>
      <div className="told small" role="status">
        {told === undefined || place === null ? (
          <span className="muted">{words.hint}</span>
        ) : (
          <span className={told.gap === null ? '' : 'bad'}>{words.describe(place.lane, told)}</span>
        )}
      </div>
    </div>
  );
}

/** Where an arrow key leads; null for any other key or where there is nothing. The first key goes to the latest interval. */
export function moved(strip: StripModel, place: Place | null, key: string): Place | null {
  const lane = place?.lane ?? 0;
  const last = (of: number): number => (strip.lanes[of]?.intervals.length ?? 0) - 1;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    if (last(lane) < 0) return null;
    const from = place?.index ?? last(lane) + (key === 'ArrowLeft' ? 1 : 0);
    return { lane, index: Math.min(Math.max(from + (key === 'ArrowLeft' ? -1 : 1), 0), last(lane)) };
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  if (place === null) return null;
  const next = lane + (key === 'ArrowUp' ? -1 : 1);
  if (last(next) < 0) return null;
  const anchor = strip.lanes[lane]?.intervals[place.index]?.anchor ?? 0;
  const at = strip.lanes[next]?.intervals.findLastIndex((interval) => interval.anchor <= anchor) ?? 0;
  return { lane: next, index: Math.max(at, 0) };
}

function Months({
  axis,
  words,
  bottom,
}: {
  readonly axis: Axis;
  readonly words: YearStripWords;
  readonly bottom: number;
}) {
  const months = monthsOf(axis);
  const room = axis.x(axis.from + 30) - axis.x(axis.from);
  return months.map(({ day, year, month }) => (
    <g key={day}>
      <line className="month" x1={axis.x(day)} x2={axis.x(day)} y1={TOP - 8} y2={bottom} />
      <text x={axis.x(day) + 4} y={bottom + 10}>
        {[words.month(year, month), month === 1 ? String(year) : ''].find((word) => textWidth(word, 10) < room)}
      </text>
    </g>
  ));
}

function Outages({
  strip,
  axis,
  words,
  bottom,
  freeTo,
}: {
  readonly strip: StripModel;
  readonly axis: Axis;
  readonly words: YearStripWords;
  readonly bottom: number;
  /** Where the chip of today begins: no other word may stand there. */
  readonly freeTo: number;
}) {
  const spans = [
    ...strip.outages.map((span) => ({ ...span, said: words.out(span.days) })),
    ...(strip.ended === null ? [] : [{ ...strip.ended, said: words.ended }]),
  ];
  return spans.map(({ from, to, said }) => {
    const end = Math.min(to, strip.asOf + 1);
    if (end <= from) return null;
    const [x, width] = [axis.x(from), axis.x(end) - axis.x(from)];
    return (
      <g key={from}>
        <rect className="outage" x={x} width={width} y={TOP - 8} height={bottom - TOP + 8} />
        <text x={Math.min(x + width / 2, freeTo - textWidth(said, 10) / 2 - 4)} y={TOP - 12} textAnchor="middle">
          {said}
        </text>
      </g>
    );
  });
}

/** A triangle over each visit that was entered late. */
function LateMarks({ strip, axis }: { readonly strip: StripModel; readonly axis: Axis }) {
  const top = baseOf(0) - laneSizes(0).tall - TALLEST_HEAD - 8;
  return lateVisitsOf(strip)
    .filter(([day]) => day >= axis.from && day <= axis.to)
    .map(([day]) => <path key={day} className="late-mark" d={trianglePath(axis.x(day + 1), top)} />);
}

/** What the triangles mean. */
export function LateLegend({ word }: { readonly word: string }) {
  return (
    <span className="small late-legend">
      <svg className="strip" width="9" height="9" aria-hidden="true">
        <path className="late-mark" d={trianglePath(4.5, 1.5)} />
      </svg>{' '}
      {word}
    </span>
  );
}

function Cursor({
  place,
  interval,
  axis,
}: {
  readonly place: Place;
  readonly interval: StripInterval;
  readonly axis: Axis;
}) {
  const clip = (day: number): number => Math.min(Math.max(day, axis.from), axis.to + 1);
  const [x1, x2] = [axis.x(clip(interval.anchor + 1)), axis.x(clip(interval.end + 1))];
  const { tall } = laneSizes(place.lane);
  return (
    <rect className="cursor" x={x1} width={Math.max(2, x2 - x1)} y={baseOf(place.lane) - tall - 8} height={tall + 10} />
  );
}

function todayLeft(axis: Axis, asOf: number, word: string): number {
  const width = textWidth(word, 11) + 10;
  return Math.min(axis.x(asOf + 1) - width / 2, WIDTH - width);
}

function Today({
  axis,
  asOf,
  word,
  bottom,
}: {
  readonly axis: Axis;
  readonly asOf: number;
  readonly word: string;
  readonly bottom: number;
}) {
  const x = axis.x(asOf + 1);
  const width = textWidth(word, 11) + 10;
  const left = todayLeft(axis, asOf, word);
  return (
    <>
      <line className="today" x1={x} x2={x} y1={15} y2={bottom} />
      <rect className="today-chip" x={left} y={0} width={width} height={15} />
      <text className="today-text" x={left + width / 2} y={11} textAnchor="middle">
        {word}
      </text>
    </>
  );
}

interface TableProps {
  readonly strip: StripModel;
  readonly columns: readonly string[];
  /** One text a column, in the order of `columns`. */
  readonly cells: (lane: number, interval: StripInterval) => readonly string[];
}

/** The same content as a table; what a screen reader gets and what T shows. The newest interval of a lane first. */
export function StripTable({ strip, columns, cells }: TableProps) {
  return (
    <table className="list">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {strip.lanes.flatMap((lane, index) =>
          lane.intervals.toReversed().map((interval) => (
            <tr key={`${lane.ruleId}${interval.anchor}`} className={interval.gap === null ? '' : 'bad strong'}>
              {cells(index, interval).map((cell, column) => (
                <td key={columns[column]}>{cell}</td>
              ))}
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
