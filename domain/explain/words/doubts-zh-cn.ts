import type { DoubtWords, ToldDoubt, ToldVisit } from './doubt-words';

const at = ({ place, no }: ToldVisit): string => (place === '' ? no : `${place}（${no}）`);
const span = ({ start, end }: ToldVisit): string => (start === '' ? '' : ` ${start}–${end}`);
const one = ({ first }: ToldDoubt): string => `${first.date}${span(first)} ${at(first)}`;

function peopleOf({ people, named }: ToldDoubt['load']): string {
  return named === undefined ? `${people}人` : `人员名册中这些天一直在该单位的${people}人（单上写有${named}人）`;
}

export const DOUBTS_ZH: DoubtWords = {
  joint: '、',
  says: {
    'two-places': ({ first, second, measure }) =>
      `${first.date}${span(first)} 在${at(first)}，${second.date === first.date ? '' : `${second.date} `}${span(second).trim()} 在${at(second)}，重叠${measure}分钟`,
    travel: ({ first, second, measure, threshold }) =>
      `${first.date} ${first.end} 离开${at(first)}，${second.start} 在${at(second)}开始，相隔${measure}分钟，路上要${threshold}分钟`,
    'too-short': (doubt) => `${one(doubt)}，${doubt.task}共${doubt.measure}分钟，不到${doubt.threshold}分钟`,
    overload: ({ first, measure, sites, threshold }) =>
      `${first.date} 一日${measure}台，分在${sites}处，多于${threshold}台`,
    'firm-overload': ({ load, measure, threshold }) =>
      `${load.maintainer} ${load.from} 至 ${load.to}：${load.personVisits}人次，${peopleOf(load)}，周一至周五共${load.workingDays}日，平均每人每日${measure}台，多于${threshold}台`,
    'not-in-use': (doubt) => `${one(doubt)}，此前${doubt.measure}日（${doubt.since}）已${doubt.state}`,
    entrapment: (doubt) => `${one(doubt)}，而 ${doubt.since} 至 ${doubt.until} 有人被困，重叠${doubt.measure}分钟`,
    'nobody-seen': (doubt) =>
      `${one(doubt)}，而${doubt.state}在 ${doubt.since} 至 ${doubt.until} 未见有人，重叠${doubt.measure}分钟`,
    'trips-meanwhile': (doubt) =>
      `${one(doubt)}，而${doubt.state}在 ${doubt.since} 至 ${doubt.until} 记有正常运行${doubt.measure}次，当时检修未开`,
    'no-certificate': ({ visits, measure, until }) => `${visits}次维保不在证件有效期内，最多差${measure}日（${until}）`,
    'bulk-answers': (doubt) => `${one(doubt)}，${doubt.measure}个须实测或单独确认的项目随其余项目一键填写`,
    'copied-readings': (doubt) => `${doubt.measure}次维保读数完全相同，首次为 ${one(doubt)}`,
    'copied-notes': (doubt) => `${doubt.measure}次维保备注同为“${doubt.what}”，首次为 ${one(doubt)}`,
    'copied-photos': (doubt) =>
      `${doubt.measure}次维保用了同一张照片（SHA-256 ${doubt.what.slice(0, 12)}…），首次为 ${one(doubt)}`,
    'entered-late': (doubt) => `${one(doubt)}，${doubt.measure}日后才录入`,
    'entered-early': (doubt) => `${one(doubt)}，结束前${doubt.measure}分钟已录入`,
    'entered-together': (doubt) =>
      `${at(doubt.first)} 的${doubt.measure}次维保在 ${doubt.since} 前后一次录入，最早一次为 ${doubt.first.date}`,
    'copied-hours': (doubt) =>
      `${one(doubt)}：同址${doubt.measure}台的时长与前一轮分毫不差，开始时间整轮只差同样几分钟`,
    'entered-out-of-order': ({ first, second, measure }) =>
      `${first.date}${span(first)} ${at(first)} 录入时，${measure}日以后（${second.date}）在${at(second)}的一次已经录入`,
    'confirmed-by-crew': (doubt) => `${one(doubt)}，确认人${doubt.people}即维保人员`,
    'confirmed-once': (doubt) => `${one(doubt)}，确认人${doubt.people}在全部记录中只确认过${doubt.measure}次`,
    unconfirmed: (doubt) => `${one(doubt)}，没有使用单位安全管理人员的确认`,
    'same-times': (doubt) =>
      `${at(doubt.first)} 自 ${doubt.first.date} 起连续${doubt.measure}次都是${span(doubt.first)}`,
    'same-duration': (doubt) => `${doubt.task}的${doubt.measure}%时长相同（${doubt.visits}次）`,
  },
  asks: {
    'two-places': ({ people }) => `这段时间里${people}在哪一处？`,
    travel: ({ people, measure }) => `${people}怎样在${measure}分钟里从一处到另一处？`,
    'too-short': ({ measure }) => `${measure}分钟里做了哪些项目？`,
    overload: ({ people, measure }) => `${people}这一天怎样做完${measure}台？`,
    'firm-overload': () => '这半个月里实际有多少人在做？',
    'not-in-use': () => '这次做的是哪一台？台账上的日期对吗？',
    entrapment: () => '有人被困时，这台电梯上在做什么？',
    'nobody-seen': () => '这段时间里人在电梯的哪一处？',
    'trips-meanwhile': () => '这段时间里电梯为什么在正常运行？',
    'no-certificate': ({ people }) => `${people}当日持有哪张证？`,
    'bulk-answers': () => '须实测或单独确认的项目，是逐项做的吗？',
    'copied-readings': () => '这些读数是每次都测的吗？',
    'copied-notes': () => '这条备注是每次当场写的吗？',
    'copied-photos': () => '这张照片是哪一次拍的？',
    'entered-late': ({ measure }) => `为什么隔了${measure}日才录入？`,
    'entered-early': () => '维保还没有结束，这条记录是怎样写下的？',
    'entered-together': () => '这些日子的记录为什么一起录入？',
    'copied-hours': () => '这一轮的起止时间是当次记下的吗？',
    'entered-out-of-order': () => '这一次为什么晚于后面日期的维保录入？',
    'confirmed-by-crew': () => '使用单位是谁确认的？',
    'confirmed-once': ({ people }) => `${people}是使用单位的什么人？`,
    unconfirmed: () => '使用单位确认过吗？',
    'same-times': () => '起止时间是当次记下的吗？',
    'same-duration': () => '时长是当次记下的吗？',
  },
  innocent: {
    'two-places': '同名的两个人；两人分头去了；整轮只写了一个时间；钟表不准',
    travel: '在门口就按了开始；时间按5分钟取整；手机时钟不准；同名的两个人',
    'too-short': '开始按晚了；起止时间是事后补填；其余项目另日完成',
    overload: '同处小型电梯或扶梯成排；学徒写在每张单上；同名的两个人',
    'firm-overload': '周末也干活；单上只写了两人中的一人；分包人员没有写明；名册不全',
    'not-in-use': '台账日期写错；写错了电梯；同一台已换新证',
    entrapment: '救援也记作了维保；钟表不准；被困的是旁边一台',
    'nobody-seen': '从另一出入口进出；在机房或底坑作业；画面看不到该处',
    'trips-meanwhile': '做完后的试运行；在机房作业，轿厢仍在服务；设备不分检修与正常运行；设备时钟不准',
    'no-certificate': '复审后的证件还没有录入；证号写错；同名的两个人',
    'bulk-answers': '纸质单子事后录入',
    'copied-readings': '调定后不变的值；仪器分辨力低',
    'copied-notes': '同处多台换了同样的零件；带型号的套话',
    'copied-photos': '选错了文件；铭牌照片反复使用',
    'entered-late': '前任单位的纸质记录；设备送修',
    'entered-early': '钟表不准；开始时就填了预计结束时间',
    'entered-together': '从别的软件转来；录入员请假后补入几周的单子',
    'copied-hours': '照抄计划时间；整轮只写了一个时间',
    'entered-out-of-order': '后来才找到的单子；两人中一人替另一人录入；同名的两个人',
    'confirmed-by-crew': '同名的两个人；两栏填反',
    'confirmed-once': '代班；姓名写错；新任安全管理人员',
    unconfirmed: '已在纸上签字；等月底一并签字',
    'same-times': '照抄计划时间；合同约定的固定时段',
    'same-duration': '纸上按半小时取整；写的是计划时长',
  },
};
