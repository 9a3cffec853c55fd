import type { Dossier } from '../../../domain/record/dossier';
import { standing } from '../../../domain/record/dossier';

/** Names for the keys Ctrl 1 to Ctrl 9. */
export const MOST_SUGGESTIONS = 9;

/**
 * Who may have made this visit: first the team of the last saved visit, then those who came here before, the latest
 * and most frequent first (each visit counts half of the next one), without repetition.
 */
export function suggestTechnicians(dossier: Pick<Dossier, 'visits'>, lastTeam: readonly string[]): string[] {
  const visits = standing(dossier.visits).sort((a, b) => (a.date < b.date ? 1 : -1));
  const weights = new Map<string, number>();
  visits.forEach(({ technicians }, index) => {
    for (const name of technicians) weights.set(name, (weights.get(name) ?? 0) + 0.5 ** Math.min(index, 30));
  });
  const here = [...weights].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return [...new Set([...lastTeam, ...here])].slice(0, MOST_SUGGESTIONS);
}

/** Safety managers who confirmed here before, the latest first. */
export function suggestConfirmers(dossier: Pick<Dossier, 'visits'>): string[] {
  const visits = standing(dossier.visits).sort((a, b) => (a.date < b.date ? 1 : -1));
  const names = visits.flatMap(({ confirmedBy }) => (confirmedBy === undefined ? [] : [confirmedBy]));
  return [...new Set(names)].slice(0, MOST_SUGGESTIONS);
}

/** Adds names to a team, without repetition. */
export function joined(team: readonly string[], names: readonly string[]): string[] {
  return [...new Set([...team, ...names])];
}
