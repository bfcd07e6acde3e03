import { useMediaQuery } from '@mantine/hooks';
import { Trans } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { now } from '../api/clock';
import type { Pace, TeamPace, TeamTotal } from '../api/types';
import { useFormat } from '../format';
import { Card, type Tone } from '../ui';
import css from './team.module.css';
import { QuotaChoice } from './QuotaChoice';
import { TalkFirst } from './TalkFirst';
import { TeamFilter } from './TeamFilter';
import { TeamList } from './TeamList';
import {
  onlyQuota,
  pausedCount,
  rowsWith,
  teamColumns,
  teamRows,
  type TeamSort,
  toneCounts,
} from './teamRows';
import { TeamTable } from './TeamTable';

function Key() {
  return (
    <p className={css.key}>
      <span>
        <Trans>% is the chance to make it</Trans>
      </span>
      <span>
        <Trans>
          the mark in the bar is what is expected by now; the band is where 8 of 10 exactly on plan
          are
        </Trans>
      </span>
    </p>
  );
}

interface TeamProps {
  name: string;
  team: readonly TeamPace[];
  totals: readonly TeamTotal[] | undefined;
  opened: Pace | null;
  onEvidence: (pace: Pace) => void;
}

/** Counts as a filter, and one row for each rep. */
export function Team({ name, team: all, totals, opened, onEvidence }: TeamProps) {
  const phone = useMediaQuery('(max-width: 719px)', false, { getInitialValueInEffect: false });
  const { date } = useFormat();
  const [sort, setSort] = useState<TeamSort>('risk');
  const [tone, setTone] = useState<Tone | null>(null);
  const [quota, setQuota] = useState<string | null>(null);
  const choices = useMemo(() => teamColumns(all), [all]);
  // A quota that ran out while the page was open is no choice any more.
  const chosen = choices.some(({ quota_id }) => quota_id === quota) ? quota : null;
  const team = useMemo(() => onlyQuota(all, chosen), [all, chosen]);
  const columns = useMemo(() => teamColumns(team), [team]);
  const rows = useMemo(() => rowsWith(teamRows(team, sort), tone), [team, sort, tone]);
  const risky = useMemo(() => teamRows(team, 'risk'), [team]);
  const counts = useMemo(() => toneCounts(team), [team]);
  const today = date.dayOf(columns[0]?.sample.as_of ?? now());
  return (
    <>
      <TeamFilter counts={counts} paused={pausedCount(team)} tone={tone} onTone={setTone}>
        <QuotaChoice columns={choices} chosen={chosen} onChoose={setQuota} />
      </TeamFilter>
      {phone ? (
        <TeamList rows={rows} onEvidence={onEvidence} />
      ) : (
        <Card flush>
          <TeamTable
            title={name}
            team={team}
            totals={totals}
            rows={rows}
            columns={columns}
            sort={sort}
            today={today}
            opened={opened}
            onSort={setSort}
            onEvidence={onEvidence}
          />
        </Card>
      )}
      <Key />
      <TalkFirst rows={risky} />
    </>
  );
}
