/** Invented names only; districts and streets of Hangzhou give them a place. */

export interface SiteKind {
  readonly place: string;
  readonly suffixes: readonly string[];
  /** Catalogue codes with the share they have on such a site. */
  readonly kinds: readonly string[];
  /** How the elevators of the site are called: by building and letter, or by number. */
  readonly numbering: 'building' | 'number';
  readonly userUnit: (name: string) => string;
}

export const SITE_KINDS: readonly SiteKind[] = [
  {
    place: '住宅',
    suffixes: ['苑', '花园', '家园', '公寓', '新村', '里'],
    kinds: ['3110', '3110', '3110', '3110', '3110', '3110', '3420'],
    numbering: 'building',
    userUnit: (name) => `${name}业主委员会`,
  },
  {
    place: '写字楼',
    suffixes: ['大厦', '商务中心', '科技园', '国际中心'],
    kinds: ['3110', '3110', '3110', '3110', '3420', '3120'],
    numbering: 'number',
    userUnit: (name) => `${name}管理处`,
  },
  {
    place: '商场',
    suffixes: ['购物中心', '百货', '生活广场'],
    kinds: ['3310', '3310', '3310', '3110', '3110', '3320', '3120'],
    numbering: 'number',
    userUnit: (name) => `杭州${name}商业管理有限公司`,
  },
  {
    place: '医院',
    suffixes: ['医院门诊楼', '医院住院楼', '康复中心'],
    kinds: ['3110', '3110', '3110', '3430', '3420'],
    numbering: 'number',
    userUnit: (name) => `${name}后勤保障部`,
  },
  {
    place: '学校',
    suffixes: ['小学', '中学', '学院教学楼'],
    kinds: ['3110', '3110', '3430'],
    numbering: 'number',
    userUnit: (name) => `${name}总务处`,
  },
  {
    place: '工厂',
    suffixes: ['机械厂房', '物流园', '印染车间'],
    kinds: ['3120', '3120', '3130', '3220', '3110', '3410'],
    numbering: 'number',
    userUnit: (name) => `杭州${name}运营有限公司`,
  },
  {
    place: '交通枢纽',
    suffixes: ['换乘厅', '客运站'],
    kinds: ['3310', '3310', '3310', '3110', '3320'],
    numbering: 'number',
    userUnit: (name) => `${name}运营管理处`,
  },
  {
    place: '酒店',
    suffixes: ['酒店', '宾馆'],
    kinds: ['3110', '3110', '3110', '3430', '3210'],
    numbering: 'number',
    userUnit: (name) => `杭州${name}管理有限公司`,
  },
];

export const DISTRICTS: readonly { readonly name: string; readonly streets: readonly string[] }[] = [
  { name: '拱墅区', streets: ['上塘路', '湖墅南路', '莫干山路', '登云路'] },
  { name: '西湖区', streets: ['文一西路', '古墩路', '三墩路', '转塘街'] },
  { name: '上城区', streets: ['解放东路', '秋涛路', '凯旋路', '钱江路'] },
  { name: '滨江区', streets: ['江南大道', '滨盛路', '长河路', '江晖路'] },
  { name: '萧山区', streets: ['市心中路', '金城路', '通惠路', '建设一路'] },
  { name: '余杭区', streets: ['文一西路', '五常大道', '良睦路', '古墩路'] },
  { name: '临平区', streets: ['南苑街', '迎宾路', '望梅路'] },
  { name: '钱塘区', streets: ['金沙大道', '学源街', '河庄路'] },
  { name: '富阳区', streets: ['金桥北路', '江滨西大道', '文居街'] },
  { name: '临安区', streets: ['苕溪南街', '钱王街', '科技大道'] },
];

export const SITE_NAMES = [
  '翠屏', '云栖里', '望江', '听潮', '桂雨', '青枫', '锦澜', '观澜', '泊岸', '秋水', '晴川', '竹径', '丹枫', '荷塘', '梅坞', '柳浦',
  '兰汀', '松风', '鹭洲', '月桥', '星河', '东篱', '南屏里', '北苑', '西溪里', '春晓', '和睦里', '九里', '长虹', '嘉禾', '恒景', '明珠里',
] as const; // prettier-ignore

export const PROPERTY_MANAGERS = [
  '绿源物业服务有限公司',
  '安居物业管理有限公司',
  '清和物业服务有限公司',
  '江岸城市服务有限公司',
  '同舟物业管理有限公司',
] as const;

export const MAINTAINERS = [
  '恒升电梯工程有限公司',
  '浙安电梯维保有限公司',
  '飞云机电设备有限公司',
  '西子桥电梯服务有限公司',
] as const;

export const SURNAMES = '张李王陈赵周钱沈吴何徐朱胡蒋方叶潘俞孙陆章金郑许韩冯曹彭曾萧田董';
const GIVEN_NAMES = [
  '建国',
  '明',
  '海',
  '立新',
  '志强',
  '伟',
  '国良',
  '建峰',
  '晓东',
  '伟民',
  '志明',
  '军',
  '永强',
  '涛',
];

/** Two technicians for each site; sites share nobody before all 448 names are used up. */
export function crewOf(site: number): readonly [string, string] {
  const name = (index: number): string =>
    `${SURNAMES[index % SURNAMES.length]}${GIVEN_NAMES[Math.floor(index / SURNAMES.length) % GIVEN_NAMES.length]}`;
  return [name(2 * site), name(2 * site + 1)];
}

export const SAFETY_MANAGERS = ['孙丽华', '吴国平', '陆雪琴', '章文斌', '金慧', '郑晓燕'] as const;

export const MANUFACTURERS: readonly { readonly name: string; readonly models: readonly string[] }[] = [
  { name: '天目电梯制造有限公司', models: ['TM-K1000', 'TM-S500'] },
  { name: '富春江电梯有限公司', models: ['FC-3000', 'FC-MRL'] },
  { name: '之江机电股份有限公司', models: ['ZJ-V2', 'ZJ-L8'] },
  { name: '越溪电梯有限公司', models: ['YX-PAX', 'YX-G2'] },
  { name: '东塘快速电梯有限公司', models: ['DT-E35', 'DT-H60'] },
];

export const AGENCY = '杭州市特种设备检测研究院';
