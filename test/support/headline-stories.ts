import type { CivilDate } from '../../domain/calendar/civil-date';
import type { HazardStory } from './hazard-story';
import { dayAfter, LAPSED_VISITS } from './report-stories';

/** Elevators whose head says more than their intervals, as the papers must tell it. */

const KEPT = { elevator: { recordsFrom: '2026-10-01', acceptedOn: '2004-11-01', inServiceOn: '2004-11-01' } };
const EVERY_OTHER_WEEK = ['81 2026-10-05 year', '82 2026-10-19', '83 2026-11-02', '84 2026-11-16'];

const ACCEPTED = { date: '2004-11-01', kind: 'supervision', result: 'pass', reportNo: 'J1' };
const PASSED = { date: '2025-11-10', kind: 'periodic', result: 'pass', reportNo: 'D1' };
const FAILED = { date: '2026-10-28', kind: 'periodic', result: 'fail', reportNo: 'D2' };

/** Failed on 28 October and run on since. */
export const FAILED_INSPECTION: HazardStory = {
  kind: 'compliance',
  story: { ...KEPT, visits: EVERY_OTHER_WEEK, outages: [] },
  inspections: [ACCEPTED, PASSED, FAILED],
};

/** The same, taken out of use on the day it failed. */
export const FAILED_AND_STOPPED: HazardStory = {
  ...FAILED_INSPECTION,
  story: {
    ...KEPT,
    visits: EVERY_OTHER_WEEK,
    outages: [{ no: '90', from: '2026-10-28' as CivilDate, reason: '停用' }],
  },
};

/** The same, re-checked eight days later. */
export const FAILED_AND_RECHECKED: HazardStory = {
  ...FAILED_INSPECTION,
  inspections: [
    ACCEPTED,
    PASSED,
    FAILED,
    { date: '2026-11-05', kind: 'periodic', result: 'recheck', reportNo: 'D2-1' },
  ],
};

/** Accepted long ago, and no inspection on record since. */
export const NOT_SHOWN: HazardStory = { ...FAILED_INSPECTION, inspections: [ACCEPTED] };

/** Kept by the half-month of the law; late by the reading of a quarter. */
export const BY_READING: HazardStory = {
  kind: 'compliance',
  story: {
    visits: [...Array.from({ length: 27 }, (_, index) => `${101 + index} ${dayAfter('2025-11-11', index * 14)}`)],
    outages: [],
  },
};

/** A hazard that must stop it at once, and nobody has. */
export const MUST_STOP: HazardStory = {
  kind: 'compliance',
  story: { visits: LAPSED_VISITS, outages: [] },
  hazards: [
    { found: '2026-11-20', severe: 'severe-25-3', what: '2层层门门锁被短接', steps: [] },
    { found: '2026-10-08', component: 'controller', what: '机房照明两盏不亮' },
  ],
};

/** Scrapped in May; goes on under no other number. */
export const RETIRED: HazardStory = {
  kind: 'compliance',
  story: {
    visits: LAPSED_VISITS.slice(0, 11),
    outages: [],
    elevator: { status: 'relocated', endedOn: '2026-05-01', successorNo: '梯12浙B00077(26)' },
  },
};
