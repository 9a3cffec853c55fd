import { plural } from '../../domain/terms/plural';
import type { CountingMode } from '../../domain/pack/counting';
import type { Locale } from '../../domain/pack/legal-basis';
import type { Requirement } from '../../domain/pack/rule-pack';

interface PackWords {
  readonly head: readonly string[];
  readonly counting: Readonly<Record<CountingMode, string>>;
  readonly requirement: (requirement: Requirement) => string;
  readonly since: (from: string | null, to: string | null) => string;
  readonly extending: (id: string) => string;
  readonly rules: string;
  readonly requirements: string;
  readonly sources: string;
  readonly doubts: string;
}

const ZH: PackWords = {
  head: ['规则包', '版本', '名称', '所读文本', '查新至', '未读新版', '规则', '要求', '扩展自', '文件'],
  counting: {
    'service-clock': '上次起算，停用期间暂停计时',
    rolling: '上次起算，日历天',
    'calendar-month': '每个日历月',
    'calendar-year': '每个日历年',
    'anniversary-month': '到期月月底前',
    'due-month-chain': '到期月相接',
    'service-year-list': '按使用年数',
    midpoint: '两次之间的中点',
    'certificate-expiry': '证书到期前',
  },
  requirement: (requirement) => {
    switch (requirement.kind) {
      case 'staffing':
        return `现场不少于 ${requirement.minTechnicians} 人`;
      case 'retention':
        return `记录保存 ${requirement.years} 年`;
      case 'response':
        return `${requirement.area === 'urban' ? '城区' : '其他地区'}：${
          requirement.from === 'reported' ? '报警' : '派单'
        }后 ${requirement.maxMinutes} 分钟内到达`;
      case 'order':
      case 'use-ban':
      case 'duty':
        return requirement.legalBasis.says['zh-CN'];
    }
  },
  since: (from, to) =>
    to === null ? (from === null ? '出处未载起止' : `${from} 起`) : from === null ? `至 ${to}` : `${from} 至 ${to}`,
  extending: (id) => `扩展自 ${id}`,
  rules: '规则',
  requirements: '要求',
  sources: '出处',
  doubts: '尚有疑问',
};

const EN: PackWords = {
  head: ['Pack', 'Version', 'Title', 'Texts read', 'Looked until', 'Newer', 'Rules', 'Requirements', 'Extends', 'File'],
  counting: {
    'service-clock': 'from the last act, standing still while out of service',
    rolling: 'from the last act, calendar days',
    'calendar-month': 'in each calendar month',
    'calendar-year': 'in each calendar year',
    'anniversary-month': 'by the end of the due month',
    'due-month-chain': 'due months in a chain',
    'service-year-list': 'by years of service',
    midpoint: 'midway between two acts',
    'certificate-expiry': 'before the certificate expires',
  },
  requirement: (requirement) => {
    switch (requirement.kind) {
      case 'staffing':
        return `at least ${requirement.minTechnicians} on site`;
      case 'retention':
        return `records kept for ${plural(requirement.years, 'year')}`;
      case 'response':
        return `${requirement.area === 'urban' ? 'urban' : 'elsewhere'}: arrival within ${
          requirement.maxMinutes
        } minutes of the ${requirement.from === 'reported' ? 'report' : 'dispatch'}`;
      case 'order':
      case 'use-ban':
      case 'duty':
        return requirement.legalBasis.says.en;
    }
  },
  since: (from, to) =>
    to === null
      ? from === null
        ? 'start and end not given'
        : `from ${from}`
      : from === null
        ? `until ${to}`
        : `${from} to ${to}`,
  extending: (id) => `extends ${id}`,
  rules: 'Rules',
  requirements: 'Requirements',
  sources: 'Sources',
  doubts: 'Doubts',
};

export const PACK_WORDS: Readonly<Record<Locale, PackWords>> = { 'zh-CN': ZH, en: EN };
