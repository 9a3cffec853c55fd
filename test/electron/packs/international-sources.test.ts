import { describe, expect, it } from 'vitest';
import { shippedPack } from '../../support/shipped-packs';

/** What cites what, as the collection of schedules has it. */
const CITED: readonly (readonly [id: string, sources: string])[] = [
  ['hk.lift.maintenance', 'HK-4'],
  ['hk.lift.examination', 'HK-2 HK-5 HK-6'],
  ['hk.lift.load-test', 'HK-4'],
  ['hk.escalator.examination', 'HK-2 HK-5 HK-6'],
  ['hk.escalator.maintenance', 'MEM'],
  ['hk.examination.event', 'HK-2'],
  ['tw.maintenance', 'TW-1 TW-5'],
  ['tw.inspection.dumbwaiter', 'TW-1 TW-2'],
  ['tw.inspection.home', 'TW-1'],
  ['tw.inspection.small-apartment', 'TW-1'],
  ['tw.inspection.lift', 'TW-1 TW-6'],
  ['tw.inspection.other', 'TW-1 TW-6'],
  ['tw.own-inspection.year', 'TW-3'],
  ['tw.own-inspection.month', 'TW-3'],
  ['tw.door-interlocks', 'TW-3'],
  ['tw.inspection.construction', 'TW-4'],
  ['sg.lift.maintenance', 'SG-1 SG-2'],
  ['sg.home-lift.maintenance', 'SG-1'],
  ['sg.escalator.maintenance', 'SG-1 SG-5'],
  ['sg.lift.examination', 'SG-1 SG-2 SG-4'],
  ['sg.escalator.examination', 'SG-1'],
  ['sg.lift.full-load-test', 'SG-3'],
  ['gb.examination.people', 'UK-4 UK-3 UK-5 UK-6'],
  ['gb.examination.goods', 'UK-4 UK-3'],
  ['gb.examination.scheme', 'UK-4'],
  ['gb.examination.event', 'UK-4'],
  ['gb.maintenance', 'UK-5 UK-7'],
  ['gb.examination.escalator', 'UK-9 UK-5'],
  ['gb.supplementary-tests', 'UK-8'],
  ['de.main-inspection', 'DE-1 DE-3'],
  ['de.intermediate-inspection', 'DE-1 DE-2 DE-3'],
  ['de.maintenance', 'DE-1'],
  ['de.operator-check', 'DE-1 MEM'],
  ['de.escalator', 'DE-4 DE-1'],
];

/** Where each source was read and what it is; one without an address has null. */
const READ: Readonly<Record<string, readonly (readonly [id: string, address: string | null, kind: string])[]>> = {
  hk: [
    ['HK-1', 'https://lawhero.io/ordinances/2788/cap-618a-lifts-and-escalators-general-regulation', 'primary-text'],
    ['HK-2', 'https://emsd.gov.hk/en/lifts_and_escalators_safety/leo_intrdctn', 'regulator-page'],
    [
      'HK-3',
      'https://www.emsd.gov.hk/en/lifts_and_escalators_safety/responsible_persons_corner/frequency_asked_questions_for_responsible_persons/index.html',
      'regulator-page',
    ],
    ['HK-4', 'https://buildingmgt.gov.hk/en/Daily_Operation_of_Building_Management/6_3_13.html', 'regulator-page'],
    ['HK-5', 'https://www.emsd.gov.hk/minisites/voice/en/issue59/text/chapter2_en.html', 'regulator-page'],
    ['HK-6', null, 'secondary'],
    ['HK-7', 'https://studylib.net/doc/18489148/chapter-6-electrical-and-mechanical-services-department', 'secondary'],
    ['MEM', null, 'memory'],
  ],
  tw: [
    ['TW-1', 'https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=D0070147', 'primary-text'],
    ['TW-2', 'https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=D0070109', 'primary-text'],
    ['TW-3', 'https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=N0060027', 'primary-text'],
    ['TW-4', 'https://laws.mol.gov.tw/FLAW/PrintFLAWDOC01.aspx?flno=47&id=FL015054', 'primary-text'],
    ['TW-5', 'https://www.nlma.gov.tw/ch/titlelist/interpcomp/15093', 'regulator-page'],
    ['TW-6', 'https://tyel.sumire.com.tw/Announcement/index.aspx?mode=5', 'secondary'],
  ],
  sg: [
    [
      'SG-1',
      'https://www1.bca.gov.sg/regulatory-info/lifts-escalators/lifts-and-escalators-legislation/building-maintenance-and-strata-management-bmsm-requirements-for-lifts-escalators',
      'regulator-page',
    ],
    [
      'SG-2',
      'https://sso.agc.gov.sg/SL/BMSMA2004-S348-2016?DocDate=20220729&ProvIds=pr13-&ValidDate=20220801',
      'primary-text',
    ],
    ['SG-3', 'https://spngconsultants.com/maintenance/', 'secondary'],
    [
      'SG-4',
      'https://hinchong.com/resources/essential-guide-for-lift-owners-reporting-lift-incidents-to-bca/',
      'secondary',
    ],
    [
      'SG-5',
      'http://www.channelnewsasia.com/news/singapore/13-escalator-incidents-due-to-technical-faults-since-nov-2016-9271130',
      'secondary',
    ],
    ['SG-6', 'https://www1.bca.gov.sg (fixed-installation-regulations)', 'regulator-page'],
  ],
  gb: [
    ['UK-1', 'http://www.legislation.gov.uk/uksi/1998/2307/regulation/10/made?view=plain', 'primary-text'],
    ['UK-2', 'http://legislation.gov.uk/uksi/1998/2307/regulation/11/2020-12-31', 'primary-text'],
    ['UK-3', 'https://www.legislation.gov.uk/uksi/1998/2307/schedules/made/data.html', 'primary-text'],
    [
      'UK-4',
      'http://www.legislation.gov.uk/nisr/1999/304/regulation/9/made/data.xht?view=snippet&wrap=true',
      'primary-text',
    ],
    ['UK-5', 'https://hse.gov.uk/work-equipment-machinery/passenger-lifts.htm', 'regulator-page'],
    ['UK-6', 'https://studylib.net/doc/18397764/thorough-examination-and-testing-of-lifts', 'regulator-page'],
    [
      'UK-7',
      'https://operationsengineer.org.uk/operations-engineer-library/who-does-what-a-safed-guide-to-lift-testing/241395',
      'secondary',
    ],
    ['UK-8', 'https://paperzz.com/doc/7030690/annex-a---covering-certificate-and-report-s--of', 'secondary'],
    ['UK-9', 'http://www.eurosafeuk.co.uk/legislation/escalator.aspx', 'secondary'],
    ['UK-10', 'https://pickeringslifts.co.uk/loler-certification', 'secondary'],
    ['UK-11', 'https://consultations.hse.gov.uk', 'regulator-page'],
    ['MEM', null, 'memory'],
  ],
  de: [
    ['DE-1', 'https://www.gesetze-im-internet.de/betrsichv_2015/', 'primary-text'],
    ['DE-2', 'https://www.komnet.nrw.de/_sitetools/dialog/43211', 'regulator-page'],
    [
      'DE-3',
      'https://www.baua.de/DE/Themen/Arbeitsgestaltung/Maschinen-und-Betriebssicherheit/Anlagen-und-Betriebssicherheit/FAQ/03FAQ.html',
      'regulator-page',
    ],
    ['DE-4', 'https://www.arbeitssicherheit.de/schriften/dokument/0:5004670,30.html', 'secondary'],
    ['DE-5', 'https://www.lift-journal.de/aktuell/fristverlaengerung-vorsicht-falle', 'secondary'],
    ['MEM', null, 'memory'],
  ],
};

describe('the sources of the packs of Hong Kong, Taiwan, Singapore, the United Kingdom and Germany', () => {
  it.each(CITED)('%s rests on %s and on nothing else', (id, sources) => {
    const { rules, requirements } = shippedPack(id.split('.')[0]!);
    const cited = [
      ...rules
        .filter((rule) => rule.id === id)
        .flatMap(({ versions }) => versions.filter(({ successorKnown }) => successorKnown === undefined)),
      ...requirements.filter((one) => one.id === id),
    ].map((one) => one.sources.join(' '));
    expect(cited).toEqual([sources]);
  });

  it.each(Object.keys(READ))('%s names each source with its address and kind, and none that is not there', (id) => {
    const named = shippedPack(id).sources.map((source) => [source.id, source.address ?? null, source.kind]);
    expect(named).toEqual(READ[id]);
  });
});
