import { plural } from '../../domain/terms/plural';
import type { TwinDifference } from '../../domain/elevator/near-twin';
import type { Locale } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';

export interface Words {
  readonly missing: (option: string) => string;
  readonly badDate: (option: string, value: string) => string;
  readonly badMonth: (option: string, value: string) => string;
  readonly noUseWith: (option: string, kind: string) => string;
  readonly badNumber: (option: string, value: string, least: number, most: number) => string;
  readonly badChoice: (option: string, value: string, choices: readonly string[]) => string;
  readonly badPeriod: (from: string, to: string, asOf: string) => string;
  readonly unknownCommand: (name: string) => string;
  readonly noFile: (path: string, code: string) => string;
  readonly badOptions: (what: string) => string;
  readonly emptyPassphrase: (path: string) => string;
  readonly noPack: (id: string, known: readonly string[]) => string;
  readonly moreFaults: (count: number) => string;
  readonly packInOrder: (file: string, pack: RulePack) => string;
  readonly problem: (place: string, column: string, value: string, reason: string) => string;
  /** A number that is nearly another one of the files, and where it stands. */
  readonly twin: (place: string, registrationNo: string, known: string, differences: string) => string;
  readonly moreTwins: (count: number) => string;
  readonly moreNotes: (count: number) => string;
  /** In service long before the first visit of the files: judged as the clock says, and what to write is named. */
  readonly recordsFrom: (registrationNo: string, inServiceOn: string, firstVisitOn: string) => string;
  readonly recordsFromNoVisit: (registrationNo: string, inServiceOn: string, asOf: string) => string;
  readonly moreRecordsFrom: (count: number) => string;
  readonly twinDifferences: Readonly<Record<TwinDifference, string>>;
  readonly listJoint: string;
  readonly problems: (count: number) => string;
  readonly skipped: (count: number) => string;
  readonly fileRefused: string;
  /** Rows that were not taken, written as their tables. */
  readonly refusedWritten: (count: number, path: string) => string;
  readonly emptyRegister: string;
  readonly noVisitInPeriod: string;
  readonly unknownSite: (site: string) => string;
  readonly packTooLarge: (megabytes: number) => string;
  readonly unknownElevator: (registrationNo: string) => string;
  readonly noHazardCriteria: (id: string) => string;
  readonly sampleWritten: (elevators: number, visits: number, asOf: string) => string;
  readonly fabricatedRounds: (kinds: readonly (readonly [kind: string, rounds: number])[], rounds: number) => string;
  readonly badFabrication: (value: string, kinds: readonly string[], most: number) => string;
  readonly tooMuchFabrication: (most: number) => string;
  readonly exists: (path: string) => string;
  readonly badRemark: (most: number) => string;
  readonly reportProgress: (done: number, total: number, registrationNo: string) => string;
  readonly verified: (done: number, total: number) => string;
  readonly notTrusted: (path: string) => string;
  readonly broken: string;
}

const FILE_FAULTS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  ENOENT: { 'zh-CN': '没有这个文件', en: 'there is no such file' },
  EISDIR: { 'zh-CN': '这是文件夹', en: 'it is a folder' },
  EACCES: { 'zh-CN': '没有读取权限', en: 'permission denied' },
  EPERM: { 'zh-CN': '没有读取权限', en: 'permission denied' },
};

const ZH: Words = {
  missing: (option) => `缺少 ${option}。`,
  badDate: (option, value) => `${option} 要写成 2026-11-23 这样存在的日期，收到的是“${value}”。`,
  badMonth: (option, value) => `${option} 要写成 2026-11 这样的月份，收到的是“${value}”。`,
  noUseWith: (option, kind) => `--kind ${kind} 用不上 ${option}，请去掉；什么也没有写出。`,
  badNumber: (option, value, least, most) => `${option} 要写 ${least} 到 ${most} 的整数，收到的是“${value}”。`,
  badChoice: (option, value, choices) => `${option} 只能是 ${choices.join('、')}，收到的是“${value}”。`,
  badPeriod: (from, to, asOf) => `审计期 ${from} 至 ${to} 不成立：起日不得晚于止日，止日不得晚于截至日 ${asOf}。`,
  unknownCommand: (name) => `没有“${name}”这个命令。`,
  noFile: (path, code) => `${path} 读不了：${FILE_FAULTS[code]?.['zh-CN'] ?? code}。`,
  badOptions: (what) => `选项看不懂：${what}`,
  emptyPassphrase: (path) => `口令文件 ${path} 是空的。`,
  noPack: (id, known) => `没有规则包“${id}”；现有：${known.join('、')}。`,
  moreFaults: (count) => `另有 ${count} 处未列出。`,
  packInOrder: (file, { id, version, rules, requirements }) =>
    `${file}：规则包 ${id} ${version} 合格，共 ${rules.length} 条规则、${requirements.length} 项要求。`,
  problem: (place, column, value, reason) =>
    `${place}${column === '' ? '' : ` ${column}`}${value === '' ? '' : `“${value}”`}：${reason}`,
  twin: (place, registrationNo, known, differences) =>
    `${place === '' ? '' : `${place} `}编号“${registrationNo}”与“${known}”只差${differences}：按两台分别判定；若是同一台，请改成一致后重做。`,
  moreNotes: (count) => `另有 ${count} 处同样读了。`,
  moreTwins: (count) => `另有 ${count} 个相近的编号，同样按两台分别判定。`,
  recordsFrom: (registrationNo, inServiceOn, firstVisitOn) =>
    `${registrationNo}：${inServiceOn} 投用，首次维保见于 ${firstVisitOn}，现自投用日起算；若此前的记录不在表内，请在台账写 records_from ${firstVisitOn} 后重做。`,
  recordsFromNoVisit: (registrationNo, inServiceOn, asOf) =>
    `${registrationNo}：${inServiceOn} 投用，表内没有维保，现自投用日起算；若此前的记录不在表内，请在台账写 records_from ${asOf} 后重做。`,
  moreRecordsFrom: (count) => `另有 ${count} 台投用很久而记录从后来才有，同样自投用日起算。`,
  twinDifferences: {
    year: '括号里的年份',
    brackets: '括号',
    dashes: '短横',
    case: '大小写',
    'look-alikes': '形近的字符',
  },
  listJoint: '、',
  problems: (count) => `${count} 处读不进，其余已判定。补正后重做，或加 --skip-bad-rows 略过。`,
  skipped: (count) => `略过 ${count} 处。`,
  fileRefused: '有整个文件没有读进，因此没有判定。',
  refusedWritten: (count, path) => `未接受的 ${count} 行已按原表写入 ${path}，改好后可以再次读入。`,
  emptyRegister: '台账里没有电梯。',
  noVisitInPeriod: '期内没有这些电梯的维保记录，没有写出文件',
  unknownSite: (site) => `台账里没有“${site}”的电梯（小区名按使用地点门牌号之后的部分）`,
  packTooLarge: (megabytes) => `资料包超过${megabytes} MB，没有写出；请少选维保记录单（--visit-records）或分批出具`,
  unknownElevator: (registrationNo) => `台账里没有电梯 ${registrationNo}。`,
  noHazardCriteria: (id) => `规则包“${id}”没有隐患的规定，隐患无从判定；换一个，如 --pack cn。`,
  sampleWritten: (elevators, visits, asOf) => `已写出 ${elevators} 台、${visits} 次维保；截至日 ${asOf}。`,
  fabricatedRounds: (kinds, rounds) =>
    `共 ${rounds} 轮；编造：${kinds.map(([kind, count]) => `${kind} ${count} 轮`).join('、') || '无'}。编造的见 fabricated.csv，真实而不规整的见 rough.csv。`,
  badFabrication: (value, kinds, most) =>
    `--fabricate 写成 种类:比例，种类为 ${kinds.join('、')}，每种一次，比例大于 0、不超过 ${most}，如 desk:0.02；收到的是“${value}”。`,
  tooMuchFabrication: (most) => `--fabricate 的比例合计不能超过 ${most}。`,
  exists: (path) => `${path} 已存在，没有覆盖。`,
  badRemark: (most) => `--remark 写在一行里，不超过 ${most} 个字。`,
  reportProgress: (done, total, registrationNo) => `${done}/${total} ${registrationNo}`,
  verified: (done, total) => `已核验 ${done}/${total}`,
  notTrusted: (path) => `${path} 里没有可用的证书。`,
  broken: '程序出错，没有完成：',
};

const EN: Words = {
  missing: (option) => `${option} is missing.`,
  badDate: (option, value) => `${option} takes a date that exists, such as 2026-11-23; given was "${value}".`,
  badMonth: (option, value) => `${option} takes a month such as 2026-11; given was "${value}".`,
  noUseWith: (option, kind) => `--kind ${kind} has no use for ${option}; leave it out. Nothing was written.`,
  badNumber: (option, value, least, most) =>
    `${option} takes a whole number from ${least} to ${most}; given was "${value}".`,
  badChoice: (option, value, choices) => `${option} takes one of ${choices.join(', ')}; given was "${value}".`,
  badPeriod: (from, to, asOf) =>
    `The period ${from} to ${to} cannot be: it must not end before it begins, nor after the as-of day ${asOf}.`,
  unknownCommand: (name) => `There is no command "${name}".`,
  noFile: (path, code) => `${path} cannot be read: ${FILE_FAULTS[code]?.en ?? code}.`,
  badOptions: (what) => `The options cannot be understood: ${what}`,
  emptyPassphrase: (path) => `The passphrase file ${path} is empty.`,
  noPack: (id, known) => `There is no rule pack "${id}"; there are: ${known.join(', ')}.`,
  moreFaults: (count) => `${count} more are not listed.`,
  packInOrder: (file, { id, version, rules, requirements }) =>
    `${file}: the rule pack ${id} ${version} is in order (rules: ${rules.length}, requirements: ${requirements.length}).`,
  problem: (place, column, value, reason) =>
    `${place}${column === '' ? '' : `, ${column}`}${value === '' ? '' : ` "${value}"`}: ${reason}`,
  twin: (place, registrationNo, known, differences) =>
    `${place === '' ? '' : `${place} `}number ${registrationNo} differs from ${known} only by ${differences}: judged apart; if they are one elevator, write them alike and repeat.`,
  moreNotes: (count) => `Further notes: ${count}.`,
  moreTwins: (count) => `Further numbers that are nearly others: ${count}; each judged apart.`,
  recordsFrom: (registrationNo, inServiceOn, firstVisitOn) =>
    `${registrationNo}: in service on ${inServiceOn}, first visit in the files on ${firstVisitOn}; judged from the start of service. If earlier records are not in the files, write records_from ${firstVisitOn} into the register and repeat.`,
  recordsFromNoVisit: (registrationNo, inServiceOn, asOf) =>
    `${registrationNo}: in service on ${inServiceOn}, no visit in the files; judged from the start of service. If earlier records are not in the files, write records_from ${asOf} into the register and repeat.`,
  moreRecordsFrom: (count) =>
    `Further elevators in service long before their records begin: ${count}; judged from the start of service too.`,
  twinDifferences: {
    year: 'the year in brackets',
    brackets: 'brackets',
    dashes: 'dashes',
    case: 'upper and lower case',
    'look-alikes': 'signs that look alike',
  },
  listJoint: ', ',
  problems: (count) =>
    `${count} could not be read; the rest was judged. Mend and repeat, or add --skip-bad-rows to pass over them.`,
  skipped: (count) => `${count} passed over.`,
  fileRefused: 'A whole file could not be read, so nothing was judged.',
  refusedWritten: (count, path) =>
    `${plural(count, 'row')} not taken: written as their tables to ${path}; mend them and give them again.`,
  emptyRegister: 'There is no elevator in the register.',
  noVisitInPeriod: 'no visit of these elevators is on record in the period; nothing was written',
  unknownSite: (site) =>
    `no elevator of "${site}" is in the register (a site is what stands behind the street number of an address)`,
  packTooLarge: (megabytes) =>
    `the pack would be larger than ${megabytes} MB, so nothing was written; take fewer visit records (--visit-records) or several packs`,
  unknownElevator: (registrationNo) => `There is no elevator ${registrationNo} in the register.`,
  noHazardCriteria: (id) =>
    `The rule pack "${id}" says nothing of hazards, so none can be judged; choose another, such as --pack cn.`,
  sampleWritten: (elevators, visits, asOf) =>
    `Wrote ${plural(elevators, 'elevator')} and ${plural(visits, 'visit')}; as-of day ${asOf}.`,
  fabricatedRounds: (kinds, rounds) =>
    `${rounds} rounds; fabricated: ${kinds.map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none'}. fabricated.csv names them, rough.csv the honest ones that look odd.`,
  badFabrication: (value, kinds, most) =>
    `--fabricate takes KIND:RATE, the kind one of ${kinds.join(', ')}, each once, the rate above 0 and at most ${most}, such as desk:0.02; it got "${value}".`,
  tooMuchFabrication: (most) => `The rates of --fabricate add up to ${most} at most.`,
  exists: (path) => `${path} exists already and was not overwritten.`,
  badRemark: (most) => `--remark takes one line of at most ${most} characters.`,
  reportProgress: (done, total, registrationNo) => `${done}/${total} ${registrationNo}`,
  verified: (done, total) => `verified ${done}/${total}`,
  notTrusted: (path) => `There is no usable certificate in ${path}.`,
  broken: 'The program failed and did not finish: ',
};

const WORDS: Readonly<Record<Locale, Words>> = { 'zh-CN': ZH, en: EN };

export function wordsOf(locale: Locale): Words {
  return WORDS[locale];
}
