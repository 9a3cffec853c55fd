import type { Column } from './column';

/** Of people with their certificates (特种设备作业人员证) and their days with a firm. */
export const PEOPLE_COLUMNS: readonly Column[] = [
  {
    key: 'name',
    names: ['姓名', '人员姓名', '人员', '作业人员姓名', '维保人员姓名', 'full name', 'person'],
    required: true,
  },
  { key: 'firm', names: ['所在单位', '聘用单位', '单位名称', '所属单位', '工作单位', '单位', '维保单位', 'employer'] },
  {
    key: 'certificate_kind',
    names: ['作业项目', '证书类别', '证书种类', '持证项目', '资格项目', 'certificate kind', 'work item'],
  },
  {
    key: 'certificate_no',
    names: [
      '证书编号',
      '证件编号',
      '作业人员证号',
      '证书号',
      '作业证编号',
      'certificate number',
      'certificate no',
      'certificate no.',
    ],
  },
  { key: 'valid_from', names: ['有效期起', '发证日期', '证书有效期起', 'valid from', 'issued on'] },
  { key: 'valid_until', names: ['有效期至', '证书有效期至', '有效期止', '证书到期日期', 'valid until', 'expiry date'] },
  {
    key: 'from',
    names: ['入职日期', '入职', '在岗起', '聘用开始日期', '在单位起', 'joined', 'with firm from', 'employed from'],
  },
  {
    key: 'to',
    names: ['离职日期', '离职', '在岗止', '聘用结束日期', '在单位止', 'left', 'with firm to', 'employed to'],
  },
  { key: 'phone', names: ['电话', '联系电话', '手机', '手机号', 'phone number', 'telephone', 'mobile'] },
  { key: 'note', names: ['备注', '说明', 'remarks'] },
];

/** Of firms with their permits (生产单位许可证). */
export const FIRM_COLUMNS: readonly Column[] = [
  { key: 'name', names: ['单位名称', '单位', '维保单位', '维保单位名称', 'firm'], required: true },
  { key: 'permit_no', names: ['许可证编号', '许可证号', 'permit no', 'permit no.', 'permit number'] },
  { key: 'valid_until', names: ['许可证有效期至', '有效期至', 'valid until'] },
  { key: 'phone', names: ['电话', '24小时电话', '联系电话', 'phone number', 'telephone'] },
  { key: 'note', names: ['备注', '说明', 'remarks'] },
];
