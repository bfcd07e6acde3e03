import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { LeadsToAsked } from '../api/calls';
import { leadsToRowsQuery } from '../api/queries';
import type { LeadsToActivity } from '../api/types';
import { useFormat } from '../format';
import { DrawerFrame } from '../quota/DrawerFrame';
import { CardEmpty, CardError, CardLoading } from '../ui';
import css from './fair.module.css';
import { type Opened, useRowName } from './LeadsTable';

function Followed({ row }: { row: LeadsToActivity }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const name = useRowName();
  const by = row.agreed ?? row.refused ?? row.reached;
  if (row.contact_id === null) return t`No contact, so nothing can follow`;
  if (row.open) return t`Its days are not over`;
  if (by === null) return t`Nothing followed`;
  const what = name(by);
  const when = date.dayTime(by.occurred_at);
  return t`${what} on ${when}`;
}

interface LeadsDrawerProps {
  asked: LeadsToAsked;
  opened: Opened;
  onClose: () => void;
}

/** The activities behind a figure, each with what followed. */
export function LeadsDrawer({ asked, opened, onClose }: LeadsDrawerProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const { kind, outcome } = opened.row;
  const title = useRowName()(opened.row);
  const query = useQuery(
    leadsToRowsQuery({ ...asked, kind, outcome: outcome ?? 'none', followed: opened.followed }),
  );
  const rows = query.data?.items;
  return (
    <DrawerFrame title={title} foot={null} onClose={onClose}>
      {rows === undefined &&
        (query.isError ? (
          <CardError onRetry={() => void query.refetch()} />
        ) : (
          <CardLoading shapes={[30, 30, 30]} />
        ))}
      {rows?.length === 0 && <CardEmpty missing={t`No such activity in these days.`} />}
      <ul>
        {rows?.map((row) => (
          <li key={row.activity_id} className={css.led}>
            <p className={css.lookWho}>
              <bdi className={css.strong}>{row.contact_name ?? t`No contact`}</bdi>
              {row.account_name && <bdi className={css.dim}>{row.account_name}</bdi>}
              <time className={css.dim} dateTime={row.occurred_at}>
                {date.dayTime(row.occurred_at)}
              </time>
            </p>
            <p>
              <Followed row={row} />
            </p>
          </li>
        ))}
      </ul>
      {query.data?.next && (
        <p className={css.dim}>
          <Trans>The newest hundred are shown.</Trans>
        </p>
      )}
    </DrawerFrame>
  );
}
