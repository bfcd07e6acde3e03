import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { totalsOfTeamQuery } from '../api/queries';
import type { TeamTotal } from '../api/types';
import { useFormat } from '../format';
import { useSession } from '../session/useSession';
import { CardEmpty, PageHead, QueryCard, Ratio } from '../ui';
import css from './team.module.css';

function Sum({ total }: { total: TeamTotal }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { reps, counted, amount } = total;
  const much = number.much(total.rule.currency);
  return (
    <li className={css.sum}>
      <div className={css.repWords}>
        <bdi className={css.repName}>{total.name}</bdi>
        <span className={css.repNote}>{plural(reps, { one: '# person', other: '# people' })}</span>
      </div>
      {counted === null || amount === null ? (
        <span className={css.none}>{t`fewer than five, or it would give fewer away`}</span>
      ) : (
        <Ratio done={much.count(counted)} of={much.count(amount)} />
      )}
    </li>
  );
}

/** The team as sums of five people or more. */
export function TeamSums() {
  const { t } = useLingui();
  const { user } = useSession();
  const team = user.team?.team_id;
  const query = useQuery({ ...totalsOfTeamQuery(team ?? ''), enabled: team !== undefined });
  const name = user.team?.name ?? t`Team`;
  return (
    <>
      <PageHead
        title={<bdi>{name}</bdi>}
        line={
          <Trans>
            The monitoring profile of the company keeps single figures to each rep. Sums of five
            people or more are shown.
          </Trans>
        }
      />
      <QueryCard query={query} label={name} shapes={[40, 40]}>
        {({ items }) =>
          items.length === 0 ? (
            <CardEmpty missing={t`No quota asks anybody of this team.`} />
          ) : (
            <ul>
              {items.map((total) => (
                <Sum key={`${total.quota_id} ${total.period.key}`} total={total} />
              ))}
            </ul>
          )
        }
      </QueryCard>
    </>
  );
}
