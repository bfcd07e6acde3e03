import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { teamQuotasQuery } from '../api/quotaCalls';
import type { TeamQuota } from '../api/types';
import { useFormat } from '../format';
import { Card, FigureButton, Ratio, StatusChip } from '../ui';
import css from './together.module.css';

const TogetherDrawer = lazy(() => import('./TogetherDrawer'));

function Row({ quota, open, onOpen }: { quota: TeamQuota; open: boolean; onOpen: () => void }) {
  const { t } = useLingui();
  const { number, span, chance: chances } = useFormat();
  const much = number.much(quota.rule.currency);
  const members = number.count(quota.members);
  const chance = quota.p_reach === null ? null : chances.percent(quota.p_reach);
  const need =
    quota.needed_per_day === null || quota.needed_per_day === 0
      ? null
      : much.perDay(quota.needed_per_day);
  return (
    <li className={css.row}>
      <div>
        <p className={css.name}>
          <bdi>{quota.name}</bdi>
        </p>
        <p className={css.small}>
          {span.periodLong(quota.period_kind, quota.period)},{' '}
          {t`${plural(quota.members, { one: `${members} member`, other: `${members} members` })}`}
        </p>
      </div>
      <Ratio
        done={
          <FigureButton of={`${quota.team_name}, ${quota.name}`} open={open} onOpen={onOpen}>
            {much.count(quota.counted)}
          </FigureButton>
        }
        of={much.count(quota.amount)}
      />
      <p className={css.small}>
        {need && <Trans>{need} per person and day from now</Trans>}
        {chance && (
          <>
            {need && ', '}
            <Trans>chance {chance}</Trans>
          </>
        )}
      </p>
      <StatusChip state={quota.state} chance={quota.p_reach} />
    </li>
  );
}

/** The quotas of a team as one number: nothing where there is none. */
export function Together({ team }: { team: string | undefined }) {
  const { t } = useLingui();
  const query = useQuery({ ...teamQuotasQuery(team ?? ''), enabled: team !== undefined });
  const [opened, setOpened] = useState<string | null>(null);
  const items = query.data?.items ?? [];
  const shown = items.find(({ quota_id }) => quota_id === opened);
  const [first] = items;
  if (first === undefined) return null;
  const name = first.team_name;
  return (
    <Card title={t`${name} together`} flush className={css.card}>
      <ul className={css.list}>
        {items.map((quota) => (
          <Row
            key={quota.quota_id}
            quota={quota}
            open={quota === shown}
            onOpen={() => setOpened(quota.quota_id)}
          />
        ))}
      </ul>
      {shown && (
        <Suspense>
          <TogetherDrawer quota={shown} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </Card>
  );
}
