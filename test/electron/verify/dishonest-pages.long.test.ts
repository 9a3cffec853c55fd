import { createHash } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { composer } from '../../../domain/report/composer';
import type { Evidence } from '../../../domain/report/evidence';
import { Flow } from '../../../electron/pdf/flow';
import { MM } from '../../../electron/pdf/ink';
import { LAYOUT_ID } from '../../../electron/pdf/layout-id';
import { renderPaper } from '../../../electron/pdf/render-paper';
import { evidenceBytes } from '../../../electron/pdf/render-report';
import { signPdf } from '../../../electron/signing/sign-pdf';
import type { PageFindings } from '../../../electron/verify/findings';
import { checkPages, type Layout } from '../../../electron/verify/check-pages';
import { verifyPdf } from '../../../electron/verify/verify-pdf';
import { hazardEvidence, hazardId } from '../../support/hazard-story';
import { DOOR_LOCK } from '../../support/notice-hazards';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { rebuilt, type Parts } from '../../support/pdf/rebuilt';
import { sharedFonts } from '../../support/pdf/rendered';
import { LAPSED, storyEvidence } from '../../support/report-stories';

const layout: Layout = {
  id: LAYOUT_ID,
  program: null,
  fonts: sharedFonts,
  words: () => composer,
  layOut: async (evidence, photos) => (await renderPaper(evidence, sharedFonts(), photos)).unsigned,
};
const OTHER = 'ab'.repeat(32);

let identity: TestIdentity;
beforeAll(async () => {
  identity = await testIdentity();
});
afterEach(() => vi.restoreAllMocks());

const pagesOf = async (evidence: Evidence): Promise<Uint8Array> =>
  (await renderPaper(evidence, sharedFonts())).unsigned;
const without = (evidence: Evidence): Evidence =>
  Object.fromEntries(Object.entries(evidence).filter(([key]) => key !== 'layout')) as unknown as Evidence;

/** The pages of one evidence over another one. */
function over(pdf: Uint8Array, evidence: Evidence): Buffer {
  const json = Buffer.from(evidenceBytes(evidence));
  return rebuilt(pdf, ({ having }) => {
    const [file] = having('/EmbeddedFile', '/Params');
    file!.stream = json;
    const sum = createHash('md5').update(json).digest('hex');
    file!.node = file!.node
      .replace(/\/Size \d+/, `/Size ${json.length}`)
      .replace(/\/CheckSum <[0-9a-f]+>/i, `/CheckSum <${sum}>`);
  });
}

const check = (pdf: Uint8Array, evidence: Evidence): Promise<PageFindings> =>
  checkPages(signPdf(pdf, identity.signer), evidenceBytes(evidence), layout);

/** The first content stream, in Latin-1. */
function onPageOne(change: (content: string, parts: Parts) => string): (parts: Parts) => void {
  return (parts) => {
    const [first] = parts.contents;
    first!.stream = Buffer.from(change(first!.stream!.toString('latin1'), parts), 'latin1');
  };
}

const onTop =
  (drawn: string): ((content: string) => string) =>
  (content) => {
    expect(content.trimEnd().endsWith('Q')).toBe(false); // nothing restores the page's own axes before the end
    return `${content}\n${drawn}`;
  };

const lapsed: Evidence = { ...hazardEvidence({ kind: 'compliance', story: LAPSED }), layout: OTHER };

describe('honest pages of another release', () => {
  it.each<[string, Evidence]>([
    ['a compliance report', lapsed],
    ['one in English', { ...storyEvidence({ locale: 'en' }), layout: OTHER }],
    ['an old-elevator report', { ...hazardEvidence({ kind: 'old-elevator', hazards: [DOOR_LOCK] }), layout: OTHER }],
    [
      'a notice',
      {
        ...hazardEvidence({ kind: 'hazard-notice', hazards: [DOOR_LOCK], paper: { hazards: [hazardId(1)] } }),
        layout: OTHER,
      },
    ],
  ])('are found word for word in %s that breaks its pages otherwise', async (_, evidence) => {
    const here = await pagesOf(evidence);
    vi.spyOn(Flow.prototype, 'room', 'get').mockImplementation(function (this: Flow) {
      return Flow.fullRoom + 26 * MM - this.y - 90;
    });
    const elsewhere = await pagesOf(evidence);
    vi.restoreAllMocks();
    expect(Buffer.from(elsewhere).equals(here)).toBe(false);
    expect(await check(elsewhere, evidence)).toEqual({ match: true, reason: null });
  });

  it('are found where everything stands a little lower', async () => {
    const moved = rebuilt(await pagesOf(lapsed), ({ contents }) => {
      for (const part of contents)
        part.stream = Buffer.from(part.stream!.toString('latin1').replace('841.89 cm', '839.5 cm'), 'latin1');
    });
    expect(await check(moved, lapsed)).toEqual({ match: true, reason: null });
  });
});

describe('dishonest pages of a trusted signer', () => {
  const friendly: Evidence = {
    ...hazardEvidence({ kind: 'compliance' }),
    number: lapsed.number,
    claimedAt: lapsed.claimedAt,
  };

  it.each([
    ['another layout', (evidence: Evidence): Evidence => evidence],
    ['no layout', without],
  ])('that say another verdict are told, with %s in the evidence', async (_, named) => {
    const evidence = named(lapsed);
    const pdf = over(await pagesOf(named(friendly)), evidence);
    const found = await check(pdf, evidence);
    expect(found).toMatchObject({ match: false, reason: { code: 'pages-contradict' } });
    const verdict = await verifyPdf(signPdf(pdf, identity.signer), {
      trust: [identity.der],
      checkEvidence: () => Promise.resolve({ present: true, verdictReproduced: true, failures: [], doubts: null }),
      checkPages: (report, attached) => checkPages(report, attached, layout),
    });
    expect(verdict.verdict).toBe('tampered');
  });

  it.each<[string, (evidence: Evidence) => Evidence]>([
    ['date', (evidence) => ({ ...evidence, asOf: '2026-11-22' }) as Evidence],
    ['name', (evidence) => ({ ...evidence, signer: { ...evidence.signer, person: '王不实' } })],
    ['figure', (evidence) => ({ ...evidence, number: evidence.number.replace(/\d(?=\D*$)/, '9') })],
  ])('that state another %s are told', async (_, changed) => {
    const found = await check(over(await pagesOf(changed(lapsed)), lapsed), lapsed);
    expect(found).toMatchObject({ match: false, reason: { code: 'pages-contradict' } });
  });

  const attacks: readonly (readonly [string, PageFindings['match'], (parts: Parts) => void])[] = [
    ['a white rectangle over words', null, onPageOne(onTop('1 1 1 rg\n100 100 300 40 re\nf'))],
    ['a black rectangle below words', null, onPageOne((content) => `0 0 0 rg\n60 500 400 200 re\nf\n${content}`)],
    [
      'a line through words',
      null,
      onPageOne((content) => {
        const [, x, baseline] = /1 0 0 -1 ([\d.]+) ([\d.]+) Tm/.exec(content)!;
        const y = Number(baseline) - 2.5;
        return `${content}\n0 0 0 RG\n1 w\n${x} ${y} m\n400 ${y} l\nS`;
      }),
    ],
    ['strokes that draw a word', null, onPageOne(onTop('0 0 0 RG\n2 w\n500 30 m\n510 40 l\n505 50 l\nS'))],
    [
      'text added in white',
      null,
      onPageOne((content) => `${content}\n1 1 1 rg\n${/BT\n[^]*?ET/.exec(content)![0].replace(/[\d.]+ rg\n/g, '')}`),
    ],
    [
      'words that the structure does not know',
      null,
      onPageOne((content) => `${content}\n/P <</MCID 9999>> BDC\n${/BT\n[^]*?ET/.exec(content)![0]}\nEMC`),
    ],
    [
      'words as an artifact',
      null,
      onPageOne((content) => {
        const words = [...content.matchAll(/BT\n[^]*?ET/g)].map(([text]) => text);
        return `${content}\n/Artifact <</Type /Layout>> BDC\n${words[7]}\nEMC`;
      }),
    ],
    [
      'a word moved to where nobody looks',
      null,
      onPageOne((content) => content.replace(/1 0 0 -1 [\d.]+ /, '1 0 0 -1 900 ')),
    ],
    [
      'words too small to read',
      null,
      onPageOne((content) => content.replace(/(\/F\d+) (\d+(?:\.\d+)?) Tf/g, '$1 1 Tf')),
    ],
    ['words in white', null, onPageOne((content) => content.replace(/([\d.]+ [\d.]+ [\d.]+) rg\nBT/g, '1 1 1 rg\nBT'))],
    ['words drawn without ink', null, onPageOne((content) => content.replace('BT\n', 'BT\n3 Tr\n'))],
    ['words outside a clip', null, onPageOne((content) => `0 0 10 10 re\nW\nn\n${content}`)],
    [
      'an image over the page',
      null,
      onPageOne((content, { add, pages, of }) => {
        const image = add(
          '<<\n/Type /XObject\n/Subtype /Image\n/Width 1\n/Height 1\n/ColorSpace /DeviceRGB\n/BitsPerComponent 8\n/Length 3\n>>',
          Buffer.from([255, 255, 255]),
        );
        const resources = of(Number(/\/Resources (\d+) 0 R/.exec(pages[0]!.node)![1]));
        resources.node = resources.node.replace(/>>$/, `/XObject <<\n/I1 ${image} 0 R\n>>\n>>`);
        return `${content}\nq\n500 0 0 300 50 100 cm\n/I1 Do\nQ`;
      }),
    ],
    [
      'a form with other words',
      null,
      onPageOne((content, { add, pages, of }) => {
        const form = add(
          '<<\n/Type /XObject\n/Subtype /Form\n/BBox [0 0 300 300]\n/Length 20\n>>',
          Buffer.from('1 1 1 rg 0 0 300 300 re f'),
        );
        const resources = of(Number(/\/Resources (\d+) 0 R/.exec(pages[0]!.node)![1]));
        resources.node = resources.node.replace(/>>$/, `/XObject <<\n/I1 ${form} 0 R\n>>\n>>`);
        return `${content}\n/I1 Do`;
      }),
    ],
    [
      'JavaScript when it opens',
      null,
      ({ root, add }) => {
        const action = add('<<\n/S /JavaScript\n/JS (app.alert\\(1\\))\n>>');
        root.node = root.node.replace(/>>$/, `/OpenAction ${action} 0 R\n>>`);
      },
    ],
    [
      'a script among its names',
      null,
      ({ having, add }) => {
        const action = add('<<\n/S /JavaScript\n/JS (this.print\\(\\))\n>>');
        const [names] = having('/EmbeddedFiles');
        names!.node = names!.node.replace(/>>$/, `/JavaScript <<\n/Names [(a) ${action} 0 R]\n>>\n>>`);
      },
    ],
    [
      'an annotation with words',
      null,
      ({ pages, add }) => {
        const note = add(
          '<<\n/Type /Annot\n/Subtype /FreeText\n/Rect [100 500 400 600]\n/F 4\n/Contents (compliant)\n/DA (/F1 24 Tf)\n>>',
        );
        const [page] = pages;
        page!.node = page!.node.includes('/Annots')
          ? page!.node.replace('/Annots [', `/Annots [${note} 0 R `)
          : page!.node.replace(/>>$/, `/Annots [${note} 0 R]\n>>`);
      },
    ],
    ['an object nobody refers to', null, ({ add }) => void add('<<\n/Type /Action\n/S /Launch\n/F (calc.exe)\n>>')],
    [
      'another text for its glyphs',
      false,
      ({ having, all }) => {
        const map = all.find(({ stream }) => stream?.includes('beginbfrange') === true && stream.length > 2000)!;
        expect(having('/ToUnicode').length).toBeGreaterThan(0);
        const text = map.stream!.toString('latin1');
        const [, first, second] = /<0000> (<[0-9a-f]{4}>) (<[0-9a-f]{4}>)/.exec(text)!;
        map.stream = Buffer.from(text.replace(`${first} ${second}`, `${second} ${first}`), 'latin1');
      },
    ],
    [
      'exchanged outlines',
      false,
      ({ having, of }) => {
        for (const descriptor of having('/FontFile2')) {
          const program = of(Number(/\/FontFile2 (\d+) 0 R/.exec(descriptor.node)![1]));
          program.stream = withOutlinesExchanged(program.stream!);
        }
      },
    ],
    [
      'outlines of its own',
      null,
      ({ having, of }) => {
        for (const descriptor of having('/FontFile2')) {
          const program = of(Number(/\/FontFile2 (\d+) 0 R/.exec(descriptor.node)![1]));
          const font = Buffer.from(program.stream!);
          const { offset } = tableIn(font, 'glyf');
          for (let at = offset + 400; at < offset + 420; at++) font[at]! ^= 0x11;
          program.stream = font;
        }
      },
    ],
    [
      'widths that pull letters together',
      null,
      ({ having }) => {
        for (const font of having('/CIDFontType2'))
          font.node = font.node.replace(/\/W \[0 \[1000 1000/, '/W [0 [1000 0');
        for (const font of having('/CIDFontType2')) font.node = font.node.replace(/ 1000 /, ' 10 ');
      },
    ],
    [
      'something else to be read aloud',
      null,
      ({ having }) => {
        const figure = having('/S /Figure').find(({ node }) => node.includes('/Alt ('));
        figure!.node = figure!.node.replace(/\/Alt \((?:\\[^]|[^\\)])*\)/, '/Alt (compliant)');
      },
    ],
  ];

  it.each(attacks)('with %s are not those of the evidence', async (_, match, attack) => {
    for (const evidence of [lapsed, without(lapsed)]) {
      const honest = await pagesOf(evidence);
      expect(
        await check(
          rebuilt(honest, () => undefined),
          evidence,
        ),
      ).toMatchObject({ match: true });
      const found = await check(rebuilt(honest, attack), evidence);
      expect(found.match).toBe(match);
      expect(found.reason!.code).toBe(match === null ? 'pages-not-compared' : 'other-glyphs');
    }
    const own = { ...lapsed, layout: LAYOUT_ID };
    expect(await check(rebuilt(await pagesOf(own), attack), own)).toMatchObject({ match: false });
  });
});

describe('boxes of a notice', () => {
  const notice: Evidence = {
    ...hazardEvidence({ kind: 'rectification-notice', hazards: [DOOR_LOCK], paper: { hazards: [hazardId(1)] } }),
    layout: OTHER,
  };
  const copied = (utf16: string): string => `/ActualText (${Buffer.from(utf16, 'hex').toString('latin1')})`;

  it.each<[string, PageFindings['match'], (content: string) => string]>([
    ['as they are', true, (content) => content],
    [
      'copied otherwise than they are drawn',
      null,
      (content) => content.replace(copied('feff2611'), copied('feff2610')),
    ],
    ['copied as a word', null, (content) => content.replace(copied('feff2611'), copied('feff65e0'))],
    ['without the sign in their place', null, (content) => content.replace(/BT\n3 Tr[^]*?ET/, '')],
    ['with a text that is not painted', null, (content) => content.replace('BT\n', 'BT\n3 Tr\n')],
    ['that leave what follows unpainted', null, (content) => content.replace('0 Tr\n', '')],
  ])('%s', async (_, match, change) => {
    const pdf = await pagesOf(notice);
    const page = (content: string): string => {
      const changed = change(content);
      expect(changed === content).toBe(match === true);
      return changed;
    };
    const found = await check(rebuilt(pdf, onPageOne(page)), notice);
    expect(found.match).toBe(match);
  });
});

function tableIn(font: Buffer, tag: string): { readonly offset: number; readonly length: number } {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
    if (font.toString('latin1', at, at + 4) === tag)
      return { offset: font.readUInt32BE(at + 8), length: font.readUInt32BE(at + 12) };
  throw new Error(`no ${tag}`);
}

/** Two glyphs of the font show each other's outline. */
function withOutlinesExchanged(program: Buffer): Buffer {
  const font = Buffer.from(program);
  const { offset } = tableIn(font, 'loca');
  const isLong = font.readInt16BE(tableIn(font, 'head').offset + 50) === 1;
  const glyf = tableIn(font, 'glyf');
  const placeOf = (glyph: number): number =>
    isLong ? font.readUInt32BE(offset + 4 * glyph) : 2 * font.readUInt16BE(offset + 2 * glyph);
  const [first, second, third] = [placeOf(1), placeOf(2), placeOf(3)];
  const [one, two] = [
    Buffer.from(font.subarray(glyf.offset + first, glyf.offset + second)),
    Buffer.from(font.subarray(glyf.offset + second, glyf.offset + third)),
  ];
  Buffer.concat([two, one]).copy(font, glyf.offset + first);
  const middle = first + two.length;
  if (isLong) font.writeUInt32BE(middle, offset + 8);
  else font.writeUInt16BE(middle / 2, offset + 4);
  return font;
}
