import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { hasStatus } from '../api/fault';
import { keys } from '../api/keys';
import { listAccountContacts, pageOfAccountHistory, readAccount } from '../api/pipelineCalls';
import type { Id } from '../api/types';
import { listOf, useFormat } from '../format';
import form from '../team/form.module.css';
import { Card, CardError, CardLoading, PageHead } from '../ui';
import { Item } from './CardParts';
import { CrossSellsCard } from './CrossSellsCard';
import { HistoryOf } from './HistoryOf';
import { LinkedItem } from './LinkedItem';
import { stageName } from './stageName';
import { useOpportunities } from './useOpportunities';

function Opportunities({ account }: { account: Id }) {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const { items, failed, refetch } = useOpportunities({ account });
  return (
    <Card title={t`Opportunities`}>
      {items === undefined && (failed ? <CardError onRetry={refetch} /> : <CardLoading />)}
      {items?.length === 0 && <p className={form.hint}>{t`No opportunity yet.`}</p>}
      <ul className={form.list}>
        {items?.map(({ opportunity_id, name, stage, value, rep }) => (
          <LinkedItem
            key={opportunity_id}
            opportunity={opportunity_id}
            name={name}
            line={listOf([stageName(stage, i18n), rep.name], i18n)}
          >
            <b>{value === null ? '–' : number.moneyShort(value)}</b>
          </LinkedItem>
        ))}
      </ul>
    </Card>
  );
}

function People({ account }: { account: Id }) {
  const { t } = useLingui();
  const query = useQuery({
    queryKey: [...keys.accounts, 'people', account],
    queryFn: ({ signal }) => listAccountContacts(account, signal),
  });
  const items = query.data?.items;
  return (
    <Card title={t`People`}>
      {items === undefined &&
        (query.isError ? <CardError onRetry={() => void query.refetch()} /> : <CardLoading />)}
      {items?.length === 0 && <p className={form.hint}>{t`Nobody is known there yet.`}</p>}
      <ul className={form.list}>
        {items?.map(({ contact_id, name, owner }) => (
          <Item
            key={contact_id}
            name={
              <Link to="/contacts/$contact" params={{ contact: contact_id }}>
                {name}
              </Link>
            }
            line={owner?.name}
          />
        ))}
      </ul>
    </Card>
  );
}

/** One account: what happened with it and what may come, on one page. */
export default function AccountPage() {
  const { t } = useLingui();
  const { account = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: [...keys.accounts, 'one', account],
    queryFn: ({ signal }) => readAccount(account, signal),
  });
  const { data } = query;
  if (data === undefined) {
    const refused = hasStatus(query.error, 403) || hasStatus(query.error, 404);
    return (
      <>
        <PageHead title={t`Account`} />
        <Card label={t`Account`}>
          {refused && t`You cannot see this.`}
          {query.isError && !refused && <CardError onRetry={() => void query.refetch()} />}
          {!query.isError && <CardLoading shapes={[36, 60, 60]} />}
        </Card>
      </>
    );
  }
  const { name, segment, sector, region, country, owner, territory, parent } = data;
  const line = [parent?.name, segment, sector, region, country, territory?.name, owner?.name];
  return (
    <>
      <PageHead title={name} line={line.filter(Boolean).join(' · ')} />
      <div className={form.columns}>
        <div className={form.column}>
          <HistoryOf
            queryKey={[...keys.accounts, 'history', account]}
            read={(cursor, signal) => pageOfAccountHistory(account, cursor, signal)}
            then={t`Activities, stage moves, sales and changes of the account stand here, newest first.`}
            ofAccount
          />
        </div>
        <div className={form.column}>
          <Opportunities account={account} />
          <People account={account} />
          <CrossSellsCard account={account} />
        </div>
      </div>
    </>
  );
}
