import type { RecordWords } from './record-words';

const photos = (digests: readonly string[]): string => `照片${digests.length}张，SHA-256 ${digests.join('、')}`;

export const RECORD_WORDS_ZH: RecordWords = {
  labels: {
    registrationNo: '使用登记证编号',
    deviceCode: '设备代码',
    address: '使用地点',
    rescueCode: '96333识别码',
    userUnit: '使用单位',
    maintainer: '维保单位',
    entered: '录入',
    corrections: '更正',
    photos: '照片',
    note: '备注',
  },
  laterNow: (then, now) => `${then}（其后登记为${now}）`,
  entered: (at, author) => `${at}，录入人${author}`,
  daysAfter: (days) => `，所记之日后第${days}日`,
  imported: '，随表导入',
  fromFiles: '由命令行据所列文件读取，没有日志，何时由谁录入未见记录',
  entryNo: (record, feed) => `，记录${record}（日志${feed}）`,
  byTable: '录入日期据来表。',
  amended: (at, author, sentence) => `${at} ${author}：${sentence}`,
  late: {
    stamp: '补录',
    days: (days) => `迟${days}天`,
    entered: (at, author, doneOn) => `${at}录入，所记之日为${doneOn}。录入人：${author}。`,
    reason: (reason, document) => `理由：${reason}${document === null ? '' : `；凭据：${document}`}。`,
    noReason: '未写明补录理由。',
    photos: (digests) => `凭据${photos(digests)}。`,
    without: (without, withIt) => `不计本条，本台结论为「${without}」；计入为「${withIt}」。`,
    same: (verdict) => `不计本条，本台结论不变，仍为「${verdict}」。`,
  },
  photos,
  notRecorded: '未见记录',
  verification: {
    title: '电子签名与核验',
    lines: (fingerprint, head) => [
      '声明时间为签名人自述，未经时间戳机构证明。在阅读器签名面板核对指纹；附件 evidence.json 含本条记录与照片摘要，可离线重算。签名只表明签后未改，不表明所记之事确曾发生。',
      `证书指纹 ${fingerprint}`,
      `链头 ${head}`,
    ],
    entry: (feed, seq, hash) => [`日志 ${feed}`, `第${seq}条 哈希 ${hash}`],
    qrAlt: '二维码：文书编号、链头、证书指纹前段',
  },
};
