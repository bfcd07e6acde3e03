import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { chooseLeaderboard } from '../api/calls';
import { hasCode } from '../api/fault';
import { keys } from '../api/keys';
import { newKey } from '../api/newKey';
import { leaderboardChoiceQuery, leaderboardsQuery } from '../api/queries';
import type { Leaderboard, LeaderboardChoice } from '../api/types';
import { useFormat } from '../format';
import { useSession } from '../session/useSession';
import { Card, CardEmpty, CardError, CardLoading, PageHead } from '../ui';
import css from './fair.module.css';

function Board({ board }: { board: Leaderboard }) {
  const { t } = useLingui();
  const { number } = useFormat();
  return (
    <Card title={<bdi>{board.name}</bdi>}>
      <ol className={css.places}>
        {board.places.map(({ place, name, attainment, me }, index) => (
          <li key={`${place} ${name} ${index}`} data-me={me || undefined}>
            <span className={css.dim}>{number.count(place)}</span>
            <bdi className={css.strong}>{me ? t`${name} (you)` : name}</bdi>
            <span>{number.percent(attainment)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function useChoose() {
  const queries = useQueryClient();
  const key = useRef(newKey());
  return useMutation({
    mutationFn: (choice: LeaderboardChoice) => chooseLeaderboard(choice, key.current),
    onSuccess: () => {
      key.current = newKey();
      return queries.invalidateQueries({ queryKey: keys.leaderboard });
    },
  });
}

function MyChoice({ choice }: { choice: LeaderboardChoice }) {
  const { t } = useLingui();
  const choose = useChoose();
  const [firstName, setFirstName] = useState(choice.first_name_only);
  const { joined } = choice;
  return (
    <Card title={joined ? t`You are on the leaderboard` : t`You are not on the leaderboard`}>
      <p className={css.note}>
        <Trans>
          It shows attainment, never money, and only of those who joined. You can leave at any time.
        </Trans>
      </p>
      <div className={css.choices}>
        <label className={css.check}>
          <input
            type="checkbox"
            checked={firstName}
            onChange={(event) => {
              setFirstName(event.currentTarget.checked);
              if (joined) choose.mutate({ joined, first_name_only: event.currentTarget.checked });
            }}
          />
          <Trans>Show my first name only</Trans>
        </label>
        <Button
          variant={joined ? 'default' : 'filled'}
          loading={choose.isPending}
          onClick={() => choose.mutate({ joined: !joined, first_name_only: firstName })}
        >
          {joined ? t`Leave the leaderboard` : t`Join the leaderboard`}
        </Button>
      </div>
      {choose.isError && <p role="alert">{t`That did not work. Try again.`}</p>}
    </Card>
  );
}

/** Who is ahead, of those who want to be shown? */
export default function LeaderboardPage() {
  const { t } = useLingui();
  const { user } = useSession();
  const team = user.team?.team_id ?? '';
  const boards = useQuery({ ...leaderboardsQuery(team), enabled: team !== '', retry: false });
  const choice = useQuery(leaderboardChoiceQuery());
  const off = hasCode(boards.error, 'leaderboard.off');
  const items = boards.data?.items;
  return (
    <>
      <PageHead title={t`Leaderboard`} line={user.team && <bdi>{user.team.name}</bdi>} />
      <div className={css.cards}>
        {off || team === '' ? (
          <Card label={t`Leaderboard`}>
            <CardEmpty
              missing={off ? t`There is no leaderboard.` : t`You belong to no team.`}
              then={t`An administrator can switch it on; then everybody decides for themselves.`}
            />
          </Card>
        ) : (
          <>
            {choice.data && <MyChoice key={String(choice.data.joined)} choice={choice.data} />}
            {items?.map((board) => (
              <Board key={board.quota_id} board={board} />
            ))}
            {items?.length === 0 && (
              <Card label={t`Leaderboard`}>
                <CardEmpty missing={t`Nobody has joined yet.`} />
              </Card>
            )}
            {items === undefined && (
              <Card label={t`Leaderboard`}>
                {boards.isError ? (
                  <CardError onRetry={() => void boards.refetch()} />
                ) : (
                  <CardLoading shapes={[30, 30]} />
                )}
              </Card>
            )}
          </>
        )}
      </div>
    </>
  );
}
