import { describe, expect, it } from 'vitest';
import { siteOf } from '../../../domain/elevator/site';
import { scopeFor } from '../../../domain/headline/scope';
import { MOST_SITES, type InspectionsKept } from '../../../domain/record/inspections-kept';
import { keptForm, keptOf, keptProblem, sitesOf } from '../../../renderer/features/inspections-kept/kept-form';

const addresses = ['翠柏路18号翠柏苑', '翠柏路20号翠柏苑', '文一路1号银泰大厦', undefined];
const elevators = addresses.map((address) => (address === undefined ? {} : { address }));

describe('for which elevators inspections are kept', () => {
  it.each<InspectionsKept>([{ for: 'all' }, { for: 'recorded' }, { for: 'sites', sites: ['翠柏苑', '银泰大厦'] }])(
    'an answer comes back from the form as it went in: %j',
    (kept) => {
      expect(keptOf(keptForm(kept))).toEqual(kept);
    },
  );

  it('nothing chosen is no answer, nor is a choice of sites without one, or with more than an entry takes', () => {
    const many = new Set(Array.from({ length: MOST_SITES + 1 }, (_, index) => `${index}`));
    const forms = [keptForm(null), { for: 'sites', sites: new Set<string>() }, { for: 'sites', sites: many }] as const;
    expect(forms.map((form) => [keptProblem(form), keptOf(form)])).toEqual([
      ['none-chosen', null],
      ['no-site', null],
      ['too-many-sites', null],
    ]);
  });

  it('sites looked at before do not stand in another answer', () => {
    expect(keptOf({ for: 'all', sites: new Set(['翠柏苑']) })).toEqual({ for: 'all' });
  });

  it('the sites of the fleet are offered once each with their elevators, and those of the answer stay', () => {
    expect(sitesOf(elevators, keptForm({ for: 'sites', sites: ['旧址'] }))).toEqual([
      { name: '翠柏苑', elevators: 2 },
      { name: '旧址', elevators: 0 },
      { name: '银泰大厦', elevators: 1 },
    ]);
  });

  it('an elevator of a chosen site is judged in full, one of another site by its maintenance alone', () => {
    const kept = keptOf({ for: 'sites', sites: new Set([siteOf(addresses[0]!)]) });
    expect(elevators.map((elevator) => scopeFor(elevator, false, kept))).toEqual([
      'all',
      'all',
      'maintenance',
      'maintenance',
    ]);
  });
});
