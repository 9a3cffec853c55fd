import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MetReport, NamedKey } from '../../../electron/verify/met-report';
import { REMARKS, remarksOnTime } from '../../../electron/verify/remarks';
import { memoryOfRun, openVerifierMemory, type VerifierMemory } from '../../../electron/verify/verifier-memory';

const hash = (sign: string): string => sign.repeat(64);
const FIRM: NamedKey = { name: '恒升电梯工程有限公司', key: hash('1'), certificate: hash('2') };
const report = (change: Partial<MetReport> = {}): MetReport => ({
  number: '恒升梯审〔2026〕合字第0117号',
  evidence: hash('a'),
  head: { feed: hash('f'), seq: 40, hash: hash('b') },
  signer: FIRM.name,
  certificate: FIRM.certificate,
  key: FIRM.key,
  claimedTime: '2026-11-23T10:31:00Z',
  trusted: true,
  metAt: '2026-11-24T00:00:00.000Z',
  ...change,
});

describe('what a verifier remembers', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'memory-'));
    file = join(folder, 'verified.ndjson');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const codes = async (
    memory: VerifierMemory,
    met: MetReport | null,
    signer: NamedKey = FIRM,
    pinned: readonly NamedKey[] = [],
    trusted = met?.trusted ?? false,
  ): Promise<string[]> => (await memory.meet({ report: met, signer, trusted, pinned })).map(({ code }) => code);

  it('a report that is verified again is no news', async () => {
    const memory = openVerifierMemory(file);
    for (let time = 0; time < 3; time++) expect(await codes(memory, report())).toEqual([]);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
  });

  it('another content under a number that was seen is told on both sides, also after a restart', async () => {
    await codes(openVerifierMemory(file), report());
    const memory = openVerifierMemory(file);
    const other = report({ evidence: hash('c') });
    const [remark] = await memory.meet({ report: other, signer: FIRM, trusted: true, pinned: [] });
    expect(remark?.code).toBe('number-seen-otherwise');
    expect(remark?.sentence['zh-CN']).toContain('合字第0117号');
    expect(remark?.sentence.en).toContain('2026-11-23T10:31:00Z');
    expect(await codes(memory, report())).toEqual(['number-seen-otherwise']);
  });

  it('says of a stranger who used the number before that he was not trusted', async () => {
    const memory = memoryOfRun();
    await codes(memory, report({ trusted: false, signer: '某人', key: hash('7'), certificate: hash('8') }));
    const [remark] = await memory.meet({
      report: report({ evidence: hash('c') }),
      signer: FIRM,
      trusted: true,
      pinned: [],
    });
    expect(remark?.sentence['zh-CN']).toContain('某人（当时未受信任）');
    expect(remark?.sentence.en).toContain('某人, not trusted then');
  });

  it('another hash under the same number of one journal is told, a later number is none', async () => {
    const memory = memoryOfRun();
    await codes(memory, report());
    expect(
      await codes(memory, report({ number: '0118', head: { feed: hash('f'), seq: 41, hash: hash('c') } })),
    ).toEqual([]);
    expect(
      await codes(memory, report({ number: '0119', head: { feed: hash('f'), seq: 40, hash: hash('d') } })),
    ).toEqual(['feed-forked']);
    expect(
      await codes(memory, report({ number: '0120', head: { feed: hash('e'), seq: 40, hash: hash('d') } })),
    ).toEqual([]);
    expect(await codes(memory, report({ number: '0121', head: null }))).toEqual([]);
  });

  it('a trusted name under another key is told, however the name is written', async () => {
    const pinned = [FIRM];
    for (const name of [FIRM.name, '恒升 电梯工程有限公司', '恒升电梯工程有限公司\u200b']) {
      const twin = { name, key: hash('9'), certificate: hash('0') };
      const [remark] = await memoryOfRun().meet({ report: null, signer: twin, trusted: false, pinned });
      expect(remark?.code, name).toBe('key-changed');
      expect(remark?.sentence['zh-CN']).toContain('22222222…22222222');
    }
    expect(await codes(memoryOfRun(), null, FIRM, pinned)).toEqual([]);
    expect(await codes(memoryOfRun(), null, { ...FIRM, name: '通达机电设备有限公司', key: hash('9') }, pinned)).toEqual(
      [],
    );
    expect(await codes(memoryOfRun(), null, { ...FIRM, name: ' ', key: hash('9') }, [{ ...FIRM, name: '' }])).toEqual(
      [],
    );
  });

  it('a certificate made anew for the same key, or a second key that is trusted too, is no other signer', async () => {
    const renewed = { ...FIRM, certificate: hash('3') };
    expect(await codes(memoryOfRun(), null, renewed, [FIRM])).toEqual([]);
    const second = { ...FIRM, key: hash('9') };
    expect(await codes(memoryOfRun(), null, second, [FIRM, second])).toEqual([]);
  });

  it('a stranger under the name of somebody an authority vouched for is told; a key that it renewed is not', async () => {
    const memory = memoryOfRun();
    await codes(memory, report());
    const other = { ...FIRM, key: hash('9'), certificate: hash('0') };
    expect(await codes(memory, null, other, [], false)).toEqual(['key-changed']);
    expect(await codes(memory, null, other, [], true)).toEqual([]);
  });

  it('many at once leave whole lines, and each pair is told once', async () => {
    const memory = openVerifierMemory(file);
    const all = Array.from({ length: 40 }, (_, at) =>
      codes(memory, report({ number: String(at >> 1), evidence: hash((at % 2).toString()), head: null })),
    );
    const told = (await Promise.all(all)).flat();
    expect(told.filter((code) => code === 'number-seen-otherwise')).toHaveLength(20);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as MetReport).number)).toHaveLength(40);
  });

  it.each([
    ['a line that is no JSON', 'not json\n'],
    ['a line broken off by a crash', '{"number":"x"'],
    ['a member too many', `${JSON.stringify({ ...report(), more: 1 })}\n`],
    ['another value', '[1,2]\n'],
  ])('%s is told, set aside, and loses nothing else', async (_what, damage) => {
    await codes(openVerifierMemory(file), report());
    appendFileSync(file, damage);
    const before = readFileSync(file, 'utf8');
    const memory = openVerifierMemory(file);
    expect(await codes(memory, report({ evidence: hash('c') }))).toEqual(['number-seen-otherwise', 'memory-damaged']);
    const aside = readdirSync(folder).find((name) => name.includes('.damaged-'));
    expect(readFileSync(join(folder, aside!), 'utf8')).toBe(before);
    expect(await codes(openVerifierMemory(file), report())).toEqual(['number-seen-otherwise']);
  });

  it('a last line without its end is kept and gets one', async () => {
    writeFileSync(file, JSON.stringify(report()));
    expect(await codes(openVerifierMemory(file), report({ number: '0118', head: null }))).toEqual([]);
    expect(await codes(openVerifierMemory(file), report({ evidence: hash('c') }))).toEqual(['number-seen-otherwise']);
  });

  it('a place that cannot be read or written is told and left alone; the answer still comes', async () => {
    mkdirSync(file);
    const memory = openVerifierMemory(file);
    expect(await codes(memory, report())).toEqual(['memory-damaged', 'memory-not-kept']);
    expect(await codes(memory, report({ evidence: hash('c') }))).toEqual([
      'number-seen-otherwise',
      'memory-damaged',
      'memory-not-kept',
    ]);
    expect(readdirSync(folder)).toEqual(['verified.ndjson']);
  });

  it('does not grow for ever, and what strangers made goes first', async () => {
    const strange = report({ trusted: false, key: hash('7'), head: null });
    const lines = [
      JSON.stringify(report({ number: 'kept' })),
      ...Array.from({ length: 21_010 }, (_, at) => JSON.stringify({ ...strange, number: `n${at}` })),
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
    const memory = openVerifierMemory(file);
    expect(await codes(memory, report({ number: 'next', head: null }))).toEqual([]);
    expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(20_000);
    expect(await codes(memory, report({ number: 'kept', evidence: hash('c'), head: null }))).toEqual([
      'number-seen-otherwise',
    ]);
    expect(await codes(memory, { ...strange, number: 'n0', evidence: hash('c') })).toEqual([]);
  });

  it('a claimed time that has not come is told with both times; one that has come, or none, is not', () => {
    const now = new Date('2026-11-23T10:31:00Z');
    expect(remarksOnTime('2026-11-23T10:31:00Z', now)).toEqual([]);
    expect(remarksOnTime('2026-11-23T18:30:59+08:00', now)).toEqual([]);
    expect(remarksOnTime(null, now)).toEqual([]);
    expect(remarksOnTime('not a time', now)).toEqual([]);
    const [remark] = remarksOnTime('2026-11-23T10:31:01Z', now);
    expect(remark?.code).toBe('claimed-time-future');
    expect(remark?.sentence.en).toContain(
      '2026-11-23T10:31:01Z, is later than the time of this machine, 2026-11-23T10:31:00.000Z',
    );
  });

  it('every remark has words in both languages and no gap left in them', () => {
    for (const words of Object.values(REMARKS))
      expect(words['zh-CN'].split('{}').length).toBe(words.en.split('{}').length);
  });
});
