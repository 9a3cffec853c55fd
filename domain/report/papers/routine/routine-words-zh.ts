import { civilPartsOf, toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import type { RoutineWords } from './routine-words';

const date = (value: CivilDate): string => {
  const { year, month, day } = civilPartsOf(toEpochDay(value));
  return `${year}年${month}月${day}日`;
};

export const ROUTINE_WORDS_ZH: RoutineWords = {
  title: { 'weekly-report': '每周电梯安全排查治理报告', 'monthly-minutes': '每月电梯安全调度会议纪要' },
  period: (site, elevators, from, to) =>
    `${site === '' ? '' : `${site}，`}${elevators}台\u3000${date(from)}至${date(to)}`,
  sections: {
    checks: '一、每日检查',
    found: '二、检查所见',
    hazards: '三、隐患',
    maintenance: '四、维护保养、故障与困人',
    meeting: '五、小结与安排',
    beside: '六、本件不含',
  },
  labels: {
    userUnit: '使用单位',
    maintainer: '维保单位',
    safetyOfficer: '电梯安全员',
    checks: '每日检查',
    hazards: '隐患',
    present: '参加人员',
    summary: '情况小结',
    decisions: '措施与分工',
  },
  checks: ({ asked, checked, found, explained, late, missing }) =>
    `应检${asked}台日，已检${checked}台日（有隐患${found}，补录${late}），有说明未检${explained}，无记录${missing}`,
  carried: (carried, found, closed, open) =>
    `期前结转${carried}项，期内发现${found}项，销号${closed}项，结转下期${open}项`,
  basis: '依据',
  notBegun: '这里还没有每日检查记录，不计缺日。',
  untimed: (count) => `其中${count}台日的检查据来表，来表未记何时录入，是否补录不能断定。`,
  checkColumns: {
    elevator: '电梯',
    asked: '应检',
    nothing: '无隐患',
    found: '有隐患',
    late: '其中补录',
    explained: '有说明',
    missing: '无记录的日子',
  },
  foundColumns: { date: '日期', elevator: '电梯', where: '部位', what: '发现与措施', told: '已告知' },
  notDone: (reason) => `未检查：${reason}`,
  none: {
    found: '期内每日检查记录未记有隐患，也没有未检查的说明。',
    hazards: '期内没有结转或发现的隐患。',
    maintenance: '期内未见维保到场记录。',
  },
  hazardColumns: {
    no: '编号',
    elevator: '电梯',
    what: '隐患',
    class: '类别',
    foundOn: '发现',
    state: '期末状态',
    deadline: '期限',
    who: '责任',
  },
  carriedMark: '结转',
  visitColumns: { date: '日期', elevator: '电梯', task: '类别', people: '维保人员' },
  calls: (faults, entrapments) => `期内登记故障${faults}次，困人${entrapments}次。`,
  beside: [
    '维保现场监督、风险管控清单与人员任命、培训不在本件所据的记录中。',
    '“无记录”只说明未见记录，不认定未做；停用的日子不计应检。',
  ],
  issuer: '使用单位',
  director: ['电梯安全总监 ____', '日\u3000期 ____'],
  head: ['主要负责人 ____', '日\u3000期 ____'],
  receipt: { label: '签字', note: '签字人对所写的小结与安排负责；各项数字出自所附记录。' },
  verification: {
    title: '电子签名与核验',
    lines: (fingerprint, head) => [
      '各项数字由随附记录算出，核验时重新排版比对。声明时间为签名人自述，未经时间戳机构证明。签名只表明签后未改，不表明所记之事确曾发生。',
      `证书指纹 ${fingerprint}`,
      `链头 ${head}`,
    ],
    qrAlt: '二维码：编号、链头、证书指纹前段',
  },
};
