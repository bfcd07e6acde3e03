import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { TeamPace } from '../api/types';
import { teamRows } from './teamRows';

/** How many there are, and who is most behind. */
export function TeamLine({ team }: { team: readonly TeamPace[] }) {
  const { t } = useLingui();
  const count = team.length;
  const reps = t`${plural(count, { one: '# rep, by risk.', other: '# reps, by risk.' })}`;
  const first = teamRows(team, 'risk')
    .filter(({ behind }) => behind > 0)
    .slice(0, 2);
  const [one, two] = first.map(({ rep_name }) => rep_name);
  if (one === undefined) return `${reps} ${t`Nobody is behind.`}`;
  const who = two === undefined ? t`${one} needs you first.` : t`${one} and ${two} need you first.`;
  return `${reps} ${who}`;
}
