import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Pace } from '../api/types';
import { Card, CardEmpty, CardError, CardLoading, ExportLinks, PageHead } from '../ui';
import { LazyDrawer, useDrawerAhead } from './LazyDrawer';
import { Team } from './Team';
import { TeamLine } from './TeamLine';
import { Together } from './Together';
import { useTeamPace, useTeamTotals } from './useQuotas';
import { useShownTeam } from './useShownTeam';

/** Who needs me first? */
export default function TeamPacePage() {
  useDrawerAhead();
  const { t } = useLingui();
  const { teams, shown, choose, reps } = useShownTeam();
  const query = useTeamPace(shown?.team_id);
  const totals = useTeamTotals(shown?.team_id);
  const [opened, setOpened] = useState<Pace | null>(null);
  const team = query.data?.items;
  const name = shown?.name ?? t`Team`;
  const failed = query.isError ? query : reps.isError ? reps : null;
  const nobody = team?.length === 0 || (reps.isSuccess && shown === undefined);
  return (
    <>
      <PageHead
        title={name}
        line={team && team.length > 0 && <TeamLine team={team} />}
        end={
          teams.length > 1 && (
            <NativeSelect
              size="xs"
              aria-label={t`Team`}
              value={shown?.team_id ?? ''}
              onChange={(event) => choose(event.currentTarget.value)}
              data={teams.map(({ team_id, label }) => ({ value: team_id, label }))}
            />
          )
        }
      />
      <Together team={shown?.team_id} />
      {team && team.length > 0 && (
        <Team name={name} team={team} totals={totals} opened={opened} onEvidence={setOpened} />
      )}
      {shown && team && team.length > 0 && (
        <ExportLinks table="team-pace" asked={{ team: shown.team_id }} />
      )}
      {nobody && (
        <Card label={name}>
          <CardEmpty
            missing={t`No rep in this team yet.`}
            then={t`Each rep of the team has a row here, the one who needs you first on top.`}
          />
        </Card>
      )}
      {!team && !nobody && (
        <Card label={name}>
          {failed ? (
            <CardError onRetry={() => void failed.refetch()} />
          ) : (
            <CardLoading shapes={[40, 40, 40, 40, 40]} />
          )}
        </Card>
      )}
      {opened && (
        <LazyDrawer
          quota={opened.quota_id}
          rep={opened.rep_id}
          period={opened.period.key}
          open
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
