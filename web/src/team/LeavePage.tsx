import { ActionIcon, NativeSelect } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Day, Id, Rep } from '../api/types';
import { useFormat } from '../format';
import { useToday } from '../format/useToday';
import { useShownTeam } from '../quota/useShownTeam';
import { Card, CardEmpty, CardError, CardLoading, ExportLinks, PageHead } from '../ui';
import { useMayManage } from '../session/useSession';
import AboutMePage from './AboutMePage';
import css from './form.module.css';
import { HandOverForm } from './HandOverForm';
import { LeaveCard } from './LeaveCard';
import { LeaveGrid } from './LeaveGrid';
import grid from './leave.module.css';
import { firstOf, type Month, monthAfter, monthOf } from './monthGrid';
import { Reveal } from './Reveal';
import { useTeamLeave } from './useCompany';

const ARROW = { size: 18, stroke: 1.8, className: 'mirrored', 'aria-hidden': true } as const;
function MonthNav({ month, onGo }: { month: Month; onGo: (month: Month) => void }) {
  const { t } = useLingui();
  const { span } = useFormat();
  const from = firstOf(month);
  const to = firstOf(monthAfter(month, 1));
  return (
    <span className={grid.nav}>
      <b>{span.periodLong('month', { key: month, from, to })}</b>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t`The month before`}
        onClick={() => onGo(monthAfter(month, -1))}
      >
        <IconChevronLeft {...ARROW} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t`The month after`}
        onClick={() => onGo(monthAfter(month, 1))}
      >
        <IconChevronRight {...ARROW} />
      </ActionIcon>
    </span>
  );
}

/** Somebody who is long away hands over: within the own team a manager may do it. */
function Handing({ rep, day, reps }: Chosen & { reps: readonly Rep[] }) {
  const { t } = useLingui();
  const others = reps.filter(({ rep_id }) => rep_id !== rep.rep_id);
  if (others.length === 0) return null;
  return (
    <Card title={t`Hand over`}>
      <Reveal does={<Trans>Somebody takes over while away …</Trans>}>
        {(close) => (
          <HandOverForm
            rep={rep.rep_id}
            name={rep.name}
            others={others}
            from={day}
            onCancel={close}
          />
        )}
      </Reveal>
    </Card>
  );
}

interface Chosen {
  rep: Rep;
  day: Day;
}

interface MonthProps {
  team: Id;
  reps: readonly Rep[];
  name: string;
  month: Month;
}

function Month({ team, reps, name, month }: MonthProps) {
  const { t } = useLingui();
  const { data, isError, refetch } = useTeamLeave(
    team,
    firstOf(month),
    firstOf(monthAfter(month, 1)),
  );
  const [chosen, setChosen] = useState<Chosen | null>(null);
  if (isError) {
    return (
      <Card label={name}>
        <CardError onRetry={() => void refetch()} />
      </Card>
    );
  }
  return (
    <>
      <Card flush label={t`Who is away`}>
        {data === undefined ? (
          <div className={grid.wait}>
            <CardLoading shapes={[26, 26, 26]} />
          </div>
        ) : (
          <LeaveGrid
            title={name}
            month={month}
            reps={reps}
            leaves={reps.map(({ rep_id }) => data.items.filter((leave) => leave.rep_id === rep_id))}
            onChoose={(rep, day) => setChosen({ rep, day })}
          />
        )}
      </Card>
      <p className={`${css.hint} ${css.apart}`}>
        <Trans>
          Choose a day to enter a leave or to remove one. Only that somebody is away is kept, never
          why.
        </Trans>
      </p>
      <ExportLinks
        table="team-leave"
        asked={{ team, from: firstOf(month), to: firstOf(monthAfter(month, 1)) }}
      />
      {chosen && (
        <div className={grid.chosen} key={`${chosen.rep.rep_id} ${chosen.day}`}>
          <LeaveCard rep={chosen.rep.rep_id} name={chosen.rep.name} day={chosen.day} />
          <Handing rep={chosen.rep} day={chosen.day} reps={reps} />
        </div>
      )}
    </>
  );
}

/** Who is away when, for the teams of whoever looks. */
function TeamsLeave() {
  const { t } = useLingui();
  const today = useToday();
  const { teams, shown, choose, reps, members: own } = useShownTeam();
  const [month, setMonth] = useState(() => monthOf(today));
  return (
    <>
      <PageHead
        title={<Trans>Leave</Trans>}
        line={shown?.name}
        end={
          <span className={grid.end}>
            {teams.length > 1 && (
              <NativeSelect
                size="xs"
                aria-label={t`Team`}
                value={shown?.team_id ?? ''}
                onChange={(event) => choose(event.currentTarget.value)}
                data={teams.map(({ team_id, label }) => ({ value: team_id, label }))}
              />
            )}
            <MonthNav month={month} onGo={setMonth} />
          </span>
        }
      />
      {reps.isError && (
        <Card label={t`Leave`}>
          <CardError onRetry={() => void reps.refetch()} />
        </Card>
      )}
      {reps.isSuccess && own.length === 0 && (
        <Card label={t`Leave`}>
          <CardEmpty
            missing={t`No rep in this team yet.`}
            then={t`Each rep has a row here, with the days on which they are away.`}
          />
        </Card>
      )}
      {shown && own.length > 0 && (
        <Month
          key={shown.team_id}
          team={shown.team_id}
          reps={own}
          name={shown.name}
          month={month}
        />
      )}
    </>
  );
}

/** A rep has the own leave, which others enter. */
export default function LeavePage() {
  return useMayManage() ? <TeamsLeave /> : <AboutMePage />;
}
