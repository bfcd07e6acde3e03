import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { hasStatus } from '../api/fault';
import { keys } from '../api/keys';
import { pageOfAccountHistory, readAccount } from '../api/pipelineCalls';
import type { HistoryEvent } from '../api/pipelineTypes';
import type { Id } from '../api/types';
import { useFormat } from '../format';
import form from '../team/form.module.css';
import { Card, CardEmpty, CardError, CardLoading, PageHead } from '../ui';
import { LinkedItem } from './LinkedItem';
import { useOpportunities } from './useOpportunities';

function useEventKind(): (kind: HistoryEvent['kind']) => string {
  const { t } = useLingui();
  const words: Partial<Record<HistoryEvent['kind'], string>> = {
    activity: t`Activity`,
    stage_move: t`Opportunity`,
    sale: t`Sale`,
    sale_cancelled: t`Sale cancelled`,
    owner: t`New owner`,
    trait: t`Changed`,
  };
  return (kind) => words[kind] ?? kind;
}

function Event({ event }: { event: HistoryEvent }) {
  const { number, date } = useFormat();
  const { kind, at, rep, what, how, amount, opportunity_id } = event;
  const title = useEventKind()(kind);
  const words = [what, how, amount === null ? null : number.moneyExact(amount)]
    .filter(Boolean)
    .join(', ');
  const who = rep === null ? '' : `, ${rep.name}`;
  return (
    <li className={form.item}>
      <span className={form.itemWords}>
        <span className={form.itemName}>
          {opportunity_id === null ? (
            words
          ) : (
            <Link to="/pipeline/$opportunity" params={{ opportunity: opportunity_id }}>
              {words}
            </Link>
          )}
        </span>
        <span className={form.itemLine}>
          {title}, {date.dayTime(at)}
          {who}
        </span>
      </span>
    </li>
  );
}

function History({ account }: { account: Id }) {
  const { t } = useLingui();
  const query = useInfiniteQuery({
    queryKey: [...keys.accounts, 'history', account],
    queryFn: ({ pageParam, signal }) => pageOfAccountHistory(account, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const events = query.data?.pages.flatMap((page) => page.items);
  return (
    <Card title={t`History`}>
      {events === undefined && query.isError && <CardError onRetry={() => void query.refetch()} />}
      {query.isPending && <CardLoading shapes={[30, 30, 30]} />}
      {events?.length === 0 && (
        <CardEmpty
          missing={t`Nothing happened yet.`}
          then={t`Activities, stage moves, sales and changes of the account stand here, newest first.`}
        />
      )}
      <ul className={form.list}>
        {events?.map((event, at) => (
          // Two events of one moment differ in nothing else.
          // oxlint-disable-next-line react/no-array-index-key
          <Event key={`${event.at} ${at}`} event={event} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          <Trans>Earlier</Trans>
        </Button>
      )}
    </Card>
  );
}

function Opportunities({ account }: { account: Id }) {
  const { t } = useLingui();
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
            line={`${stage.name}, ${rep.name}`}
          >
            <b>{value === null ? '–' : number.moneyShort(value)}</b>
          </LinkedItem>
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
          <History account={account} />
        </div>
        <div className={form.column}>
          <Opportunities account={account} />
        </div>
      </div>
    </>
  );
}
