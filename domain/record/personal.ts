import { ELEVATOR_PERSONAL } from '../elevator/elevator';
import type { Entry } from './entry';
import { textsIn } from './erasure';
import { DOSSIER_LISTS, kindOf, type DossierList } from './kinds';

/** What a personal detail stands in: a record of a kind, the particulars of an elevator, a receipt for a paper. */
export type PersonalKind = DossierList | 'elevators' | 'papers' | 'roster';

/** A personal detail of an entry: the text, and its place among all texts of the body as `textsIn` lists them. */
export interface PersonalDetail {
  readonly kind: PersonalKind;
  readonly place: number;
  readonly text: string;
}

/** Of a person in the roster, and of a firm: a name of a firm is none. */
const PERSON_PERSONAL = ['name', 'certificateNo', 'phone', 'note'];
const FIRM_PERSONAL = ['phone', 'note'];
/** Of any step in the life of a hazard. */
const STEP_PERSONAL = ['by.*', 'to', 'receivedBy', 'note', 'what', 'measure', 'reason', 'responsible.person'];
/** Why something was corrected, withdrawn or came late is told in free words. */
const WHY = ['reason', 'late.reason', 'late.document'];

/** The personal details of an entry, in the order of their places. Who wrote it, and every other member, is none. */
export function personalDetailsIn(entry: Pick<Entry, 'type' | 'body'>): PersonalDetail[] {
  const kindAt = kindsIn(entry);
  return textsIn(entry.body).flatMap(({ path, text }, place) => {
    const kind = kindAt(path);
    return kind === null ? [] : [{ kind, place, text }];
  });
}

type Path = readonly string[];
type KindAt = (path: Path) => PersonalKind | null;

function kindsIn({ type, body }: Pick<Entry, 'type' | 'body'>): KindAt {
  if (type === 'paper-countersigned') return ([member]) => (member === 'remark' ? 'papers' : null);
  if (type === 'roster-recorded')
    return (path) => (isAmong(path.slice(2), path[0] === 'people' ? PERSON_PERSONAL : FIRM_PERSONAL) ? 'roster' : null);
  if (type === 'roster-corrected' || type === 'roster-withdrawn') return ofRosterChange(body);
  if (type === 'elevator-registered') return ofRecord('elevators', ['elevator']);
  if (type === 'elevator-corrected')
    return firstOf(ofAmendment('elevators', body), ofSteps(['transfers', '*', 'step']));
  if (type === 'hazard-advanced')
    return firstOf(ofSteps(['step']), ofRecord('outages', ['outage']), ofChanges('outages', body, ['endsOutage']));
  if (type === 'records-imported') return ofImport(body);
  if (type === 'import-taken-back') return ofTakingBack(body);
  for (const list of DOSSIER_LISTS) {
    const { name, recorded, member, several } = kindOf(list);
    if (type === `${name}-corrected` || type === `${name}-withdrawn`) return ofAmendment(list, body);
    if (type !== recorded) continue;
    const why: KindAt = (path) => (path[0] === 'late' && isAmong(path, WHY) ? list : null);
    return firstOf(
      ofRecord(list, several === undefined ? [member] : [member, '*']),
      ofRecord('hazards', ['hazards', '*']),
      why,
    );
  }
  return () => null;
}

function ofRosterChange(body: object): KindAt {
  const personal = memberAt(body, ['list']) === 'people' ? PERSON_PERSONAL : FIRM_PERSONAL;
  return (path) => {
    if (isAmong(path, WHY)) return 'roster';
    if (!startsWith(path, ['changes', '*'])) return null;
    const field = memberAt(body, [...path.slice(0, 2), 'field']);
    const isValue = path[2] === 'from' || path[2] === 'to';
    return isValue && typeof field === 'string' && personal.includes(field) ? 'roster' : null;
  };
}

function ofImport(body: object): KindAt {
  const lists = DOSSIER_LISTS.map((list) =>
    list === 'hazards' ? ofRecord(list, [list, '*', 'hazard']) : ofRecord(list, [list, '*']),
  );
  const changed: KindAt = (path) =>
    path[0] === 'elevatorChanges' ? ofChanges('elevators', body, path.slice(0, 2))(path) : null;
  const corrected: KindAt = (path) => (path[0] === 'corrections' ? ofCorrection(body, path.slice(0, 2))(path) : null);
  return firstOf(
    ofRecord('elevators', ['elevators', '*']),
    changed,
    corrected,
    ...lists,
    ofSteps(['hazards', '*', 'steps', '*']),
  );
}

/** What an import had changed, put back, and why it was taken back. */
function ofTakingBack(body: object): KindAt {
  return (path) => {
    if (isAmong(path, WHY)) return 'elevators';
    if (path[0] !== 'elevators') return null;
    const elevator = path.slice(0, 2);
    return firstOf(
      ofChanges('elevators', body, elevator),
      path[2] === 'corrections' ? ofCorrection(body, path.slice(0, 4)) : () => null,
    )(path);
  };
}

/** A correction among others, which names its list. */
function ofCorrection(body: object, at: Path): KindAt {
  const list = DOSSIER_LISTS.find((one) => one === memberAt(body, [...at, 'list']));
  if (list === undefined) return () => null;
  return firstOf((path) => (isAmong(path.slice(at.length), WHY) ? list : null), ofChanges(list, body, at));
}

function ofSteps(at: Path): KindAt {
  return (path) => (startsWith(path, at) && isAmong(path.slice(at.length), STEP_PERSONAL) ? 'hazards' : null);
}

/** The details of one record that stands at a place. */
function ofRecord(kind: DossierList | 'elevators', at: Path): KindAt {
  const personal = personalOf(kind);
  return (path) => (startsWith(path, at) && isAmong(path.slice(at.length), personal) ? kind : null);
}

function ofAmendment(kind: DossierList | 'elevators', body: object): KindAt {
  return firstOf((path) => (isAmong(path, WHY) ? kind : null), ofChanges(kind, body, []));
}

/** The old and the new value of a field that may hold a detail. */
function ofChanges(kind: DossierList | 'elevators', body: object, at: Path): KindAt {
  const personal = personalOf(kind);
  return (path) => {
    if (!startsWith(path, [...at, 'changes', '*'])) return null;
    const [place = '', side = '', ...rest] = path.slice(at.length + 1);
    if (side !== 'from' && side !== 'to') return null;
    const field = memberAt(body, [...at, 'changes', place, 'field']);
    return typeof field === 'string' && isAmong([field, ...rest], personal) ? kind : null;
  };
}

function personalOf(kind: DossierList | 'elevators'): readonly string[] {
  return kind === 'elevators' ? ELEVATOR_PERSONAL : kindOf(kind).personal;
}

function firstOf(...kinds: readonly KindAt[]): KindAt {
  return (path) => {
    for (const kindAt of kinds) {
      const kind = kindAt(path);
      if (kind !== null) return kind;
    }
    return null;
  };
}

/** `*` stands for any member or place. */
function isAmong(path: Path, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const members = pattern.split('.');
    return members.length === path.length && startsWith(path, members);
  });
}

function startsWith(path: Path, pattern: Path): boolean {
  return pattern.length <= path.length && pattern.every((member, index) => member === '*' || member === path[index]);
}

function memberAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (held, member) =>
      typeof held === 'object' && held !== null ? (held as Record<string, unknown>)[member] : undefined,
    value,
  );
}
