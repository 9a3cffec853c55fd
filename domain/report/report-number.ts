import type { CivilDate } from '../calendar/civil-date';
import type { PaperKind } from '../record/paper-kind';

/** The one word that tells the kinds apart: 合规、治理、告知、整改、回复、报告、停用、公示、维保、迎检、周报、月度. */
export const NUMBER_WORDS: Readonly<Record<PaperKind, string>> = {
  compliance: '合',
  'old-elevator': '治',
  'hazard-notice': '告',
  'rectification-notice': '改',
  'rectification-reply': '复',
  'authority-report': '报',
  'stop-use-sheet': '停',
  'public-sheet': '示',
  'visit-record': '维',
  'inspection-pack': '检',
  'weekly-report': '周',
  'monthly-minutes': '月',
};

const MOST_CHARACTERS = 12;
const ORIGIN_DIGITS = 8;

export interface NumberParts {
  /** Short name of the signer, or its whole name. */
  readonly signer: string;
  readonly asOf: CivilDate;
  readonly kind: PaperKind;
  /** Hex of the feed in which the paper is counted; without a journal, of the hash that fixes what was read. */
  readonly origin: string;
  /** Which paper of that origin it is, from 1. */
  readonly count: number;
}

/**
 * `绿源梯审〔2026〕治字第4F1A92C7-0021号`. Two installations may sign for one organisation and count from one each: the
 * origin in the number keeps them apart.
 */
export function reportNumber({ signer, asOf, kind, origin, count }: NumberParts): string {
  const name = Array.from(signer).slice(0, MOST_CHARACTERS).join('');
  return `${name}〔${asOf.slice(0, 4)}〕${NUMBER_WORDS[kind]}字第${serialOf(origin, count)}号`;
}

/** Which paper of an origin a number says it is; null where it is of another origin, or no number of ours. */
export function countIn(number: string, origin: string): number | null {
  const [, prefix, count = ''] = /字第([0-9A-F]{8})-(\d{4,9})号$/.exec(number) ?? [];
  return prefix === origin.slice(0, ORIGIN_DIGITS).toUpperCase() ? Number(count) : null;
}

/** `4F1A92C7-0021`: what tells one paper of a signer from all others, whatever its kind. */
export function serialOf(origin: string, count: number): string {
  return `${origin.slice(0, ORIGIN_DIGITS).toUpperCase()}-${String(count).padStart(4, '0')}`;
}
