/** Cells of one row by header. */
export type Cells = Readonly<Record<string, string>>;

/** A severe and major hazard from finding to closing, under the Chinese headers. */
export const SEVERE_CLOSED: Cells = {
  使用登记证编号: 'T1',
  发现日期: '2026-09-01',
  发现人: '张建国、李明',
  来源: '维保',
  部位: '门锁',
  位置: '2层层门',
  隐患情况: '门锁啮合不足，触点烧蚀',
  情景: '开门走梯',
  依据: 'TSG T7001',
  严重情形: '25条(三)',
  重大情形: '4.6 b)',
  严重程度: '1',
  概率: 'D',
  风险理由: '开门走梯会致人坠落',
  整改措施: '更换门锁',
  责任方: '维保单位',
  责任单位: '恒升电梯',
  责任人: '张建国',
  整改期限: '2026-09-10',
  估算费用: '1,200元',
  费用来源: '专项维修资金',
  停用日期: '2026-09-01',
  告知日期: '2026-09-01',
  告知对象: '翠屏业委会',
  告知书编号: 'GZ-001',
  签收人: '孙丽华',
  报告日期: '2026-09-02',
  报告部门: '西湖区市监局',
  报告书编号: 'BG-1',
  回执编号: 'HZ-1',
  整改开始: '2026-09-03',
  整改完成日期: '2026-09-04',
  整改人: '王海',
  整改情况: '换新门锁',
  实际费用: '980.5',
  见证材料: 'PZ-2026/09-1；SY-9',
  复查日期: '2026-09-05',
  复查人: '孙丽华',
  复查结论: '',
  复查材料: 'FC-3',
  启用日期: '2026-09-05',
  销号日期: '2026-09-06',
  销号人: '章文斌',
  不予认定日期: '',
  不予认定人: '',
  不予认定理由: '',
  不予认定材料: '',
  备注: '已停梯',
  天气: '雨',
};

/** A CSV of these rows under the headers of the first. */
export function hazardTable(...rows: readonly Cells[]): string {
  const headers = Object.keys(rows[0] ?? {});
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => headers.map((header) => quoted(row[header] ?? '')).join(','));
  return `${[headers.join(','), ...lines].join('\n')}\n`;
}
