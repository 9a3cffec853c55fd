import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { counted } from './counted';
import type { Locale } from '../../domain/pack/legal-basis';
import en from './en.json';
import enAssess from './en/assess.json';
import enBackup from './en/backup.json';
import enCallouts from './en/callouts.json';
import enCompare from './en/compare.json';
import enConfirmations from './en/confirmations.json';
import enDetails from './en/details.json';
import enDoubts from './en/doubts.json';
import enContract from './en/contract.json';
import enDrill from './en/drill.json';
import enRoster from './en/roster.json';
import enElevator from './en/elevator.json';
import enClock from './en/clock.json';
import enFind from './en/find.json';
import enHazards from './en/hazards.json';
import enHelp from './en/help.json';
import enHome from './en/home.json';
import enInspectionsKept from './en/inspections-kept.json';
import enInsurance from './en/insurance.json';
import enLate from './en/late.json';
import enNotice from './en/notice.json';
import enPackHazards from './en/pack-hazards.json';
import enPacks from './en/packs.json';
import enPastImports from './en/past-imports.json';
import enPassport from './en/passport.json';
import enLists from './en/lists.json';
import enMapping from './en/mapping.json';
import enPlan from './en/plan.json';
import enProfile from './en/profile.json';
import enRegister from './en/register.json';
import enRound from './en/round.json';
import enRoutine from './en/routine.json';
import enSecondSource from './en/second-source.json';
import enStart from './en/start.json';
import enStock from './en/stock.json';
import enTables from './en/tables.json';
import enVisit from './en/visit.json';
import enWindow from './en/window.json';
import zhCn from './zh-CN.json';
import zhCnAssess from './zh-CN/assess.json';
import zhCnBackup from './zh-CN/backup.json';
import zhCnCallouts from './zh-CN/callouts.json';
import zhCnCompare from './zh-CN/compare.json';
import zhCnConfirmations from './zh-CN/confirmations.json';
import zhCnDetails from './zh-CN/details.json';
import zhCnDoubts from './zh-CN/doubts.json';
import zhCnContract from './zh-CN/contract.json';
import zhCnDrill from './zh-CN/drill.json';
import zhCnRoster from './zh-CN/roster.json';
import zhCnElevator from './zh-CN/elevator.json';
import zhCnClock from './zh-CN/clock.json';
import zhCnFind from './zh-CN/find.json';
import zhCnHazards from './zh-CN/hazards.json';
import zhCnHelp from './zh-CN/help.json';
import zhCnHome from './zh-CN/home.json';
import zhCnInspectionsKept from './zh-CN/inspections-kept.json';
import zhCnInsurance from './zh-CN/insurance.json';
import zhCnLate from './zh-CN/late.json';
import zhCnNotice from './zh-CN/notice.json';
import zhCnPackHazards from './zh-CN/pack-hazards.json';
import zhCnPacks from './zh-CN/packs.json';
import zhCnPastImports from './zh-CN/past-imports.json';
import zhCnPassport from './zh-CN/passport.json';
import zhCnLists from './zh-CN/lists.json';
import zhCnMapping from './zh-CN/mapping.json';
import zhCnPlan from './zh-CN/plan.json';
import zhCnProfile from './zh-CN/profile.json';
import zhCnRegister from './zh-CN/register.json';
import zhCnRound from './zh-CN/round.json';
import zhCnRoutine from './zh-CN/routine.json';
import zhCnSecondSource from './zh-CN/second-source.json';
import zhCnStart from './zh-CN/start.json';
import zhCnStock from './zh-CN/stock.json';
import zhCnTables from './zh-CN/tables.json';
import zhCnVisit from './zh-CN/visit.json';
import zhCnWindow from './zh-CN/window.json';

/** One tree of words a language; the pages of one elevator keep theirs in files of their own. */
export const WORDS = {
  'zh-CN': {
    ...zhCn,
    ...zhCnAssess,
    ...zhCnBackup,
    ...zhCnCallouts,
    ...zhCnClock,
    ...zhCnCompare,
    ...zhCnConfirmations,
    ...zhCnDetails,
    ...zhCnDoubts,
    ...zhCnContract,
    ...zhCnDrill,
    ...zhCnRoster,
    ...zhCnElevator,
    ...zhCnFind,
    ...zhCnHazards,
    ...zhCnHelp,
    ...zhCnHome,
    ...zhCnInspectionsKept,
    ...zhCnInsurance,
    ...zhCnLate,
    ...zhCnNotice,
    ...zhCnPackHazards,
    ...zhCnPacks,
    ...zhCnPastImports,
    ...zhCnPassport,
    ...zhCnLists,
    ...zhCnMapping,
    ...zhCnPlan,
    ...zhCnProfile,
    ...zhCnRegister,
    ...zhCnRound,
    ...zhCnRoutine,
    ...zhCnSecondSource,
    ...zhCnStart,
    ...zhCnStock,
    ...zhCnTables,
    ...zhCnVisit,
    ...zhCnWindow,
  },
  en: {
    ...en,
    ...enAssess,
    ...enBackup,
    ...enCallouts,
    ...enClock,
    ...enCompare,
    ...enConfirmations,
    ...enDetails,
    ...enDoubts,
    ...enContract,
    ...enDrill,
    ...enRoster,
    ...enElevator,
    ...enFind,
    ...enHazards,
    ...enHelp,
    ...enHome,
    ...enInspectionsKept,
    ...enInsurance,
    ...enLate,
    ...enNotice,
    ...enPackHazards,
    ...enPacks,
    ...enPastImports,
    ...enPassport,
    ...enLists,
    ...enMapping,
    ...enPlan,
    ...enProfile,
    ...enRegister,
    ...enRound,
    ...enRoutine,
    ...enSecondSource,
    ...enStart,
    ...enStock,
    ...enTables,
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
