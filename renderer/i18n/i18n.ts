import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { counted } from './counted';
import type { Locale } from '../../domain/pack/rule-pack';
import en from './en.json';
import enAssess from './en/assess.json';
import enCallouts from './en/callouts.json';
import enCompare from './en/compare.json';
import enElevator from './en/elevator.json';
import enClock from './en/clock.json';
import enHazards from './en/hazards.json';
import enInspectionsKept from './en/inspections-kept.json';
import enInsurance from './en/insurance.json';
import enLate from './en/late.json';
import enNotice from './en/notice.json';
import enPackHazards from './en/pack-hazards.json';
import enPacks from './en/packs.json';
import enPassport from './en/passport.json';
import enProfile from './en/profile.json';
import enRegister from './en/register.json';
import enStock from './en/stock.json';
import enVisit from './en/visit.json';
import enWindow from './en/window.json';
import zhCn from './zh-CN.json';
import zhCnAssess from './zh-CN/assess.json';
import zhCnCallouts from './zh-CN/callouts.json';
import zhCnCompare from './zh-CN/compare.json';
import zhCnElevator from './zh-CN/elevator.json';
import zhCnClock from './zh-CN/clock.json';
import zhCnHazards from './zh-CN/hazards.json';
import zhCnInspectionsKept from './zh-CN/inspections-kept.json';
import zhCnInsurance from './zh-CN/insurance.json';
import zhCnLate from './zh-CN/late.json';
import zhCnNotice from './zh-CN/notice.json';
import zhCnPackHazards from './zh-CN/pack-hazards.json';
import zhCnPacks from './zh-CN/packs.json';
import zhCnPassport from './zh-CN/passport.json';
import zhCnProfile from './zh-CN/profile.json';
import zhCnRegister from './zh-CN/register.json';
import zhCnStock from './zh-CN/stock.json';
import zhCnVisit from './zh-CN/visit.json';
import zhCnWindow from './zh-CN/window.json';

/** One tree of words a language; the pages of one elevator keep theirs in files of their own. */
export const WORDS = {
  'zh-CN': {
    ...zhCn,
    ...zhCnAssess,
    ...zhCnCallouts,
    ...zhCnClock,
    ...zhCnCompare,
    ...zhCnElevator,
    ...zhCnHazards,
    ...zhCnInspectionsKept,
    ...zhCnInsurance,
    ...zhCnLate,
    ...zhCnNotice,
    ...zhCnPackHazards,
    ...zhCnPacks,
    ...zhCnPassport,
    ...zhCnProfile,
    ...zhCnRegister,
    ...zhCnStock,
    ...zhCnVisit,
    ...zhCnWindow,
  },
  en: {
    ...en,
    ...enAssess,
    ...enCallouts,
    ...enClock,
    ...enCompare,
    ...enElevator,
    ...enHazards,
    ...enInspectionsKept,
    ...enInsurance,
    ...enLate,
    ...enNotice,
    ...enPackHazards,
    ...enPacks,
    ...enPassport,
    ...enProfile,
    ...enRegister,
    ...enStock,
    ...enVisit,
    ...enWindow,
  },
} as const;

/** The words of the interface, bundled; nothing is fetched. */
export async function startI18n(locale: Locale): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { 'zh-CN': { translation: WORDS['zh-CN'] }, en: { translation: WORDS.en } },
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  i18next.services.formatter?.add('counted', counted);
  document.documentElement.lang = locale;
}

export async function changeLanguage(locale: Locale): Promise<void> {
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}
