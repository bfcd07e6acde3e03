import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery, type QueryKey } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { keys } from '../api/keys';
import { readSale } from '../api/pipelineCalls';
import type { HistoryEvent } from '../api/pipelineTypes';
import type { Id } from '../api/types';
import { useFormat } from '../format';
import { listOf } from '../format/list';
import { useKinds } from '../kind/useKinds';
import form from '../team/form.module.css';
import { Card, CardEmpty, CardError, CardLoading } from '../ui';
import { eventKindWords, historyLines, historyTitle, type Around } from './historyWords';
import { usePipelines } from './useOpportunities';

function useAround(): Around {
  const { i18n } = useLingui();
  const format = useFormat();
  const kinds = useKinds();
  const pipelines = usePipelines().data?.items ?? [];
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  const stageOf = (key: string) => stages.find((stage) => stage.key === key) ?? { key, name: key };
  return { i18n, format, kinds, stageOf };
}

/** The row of a sale: its day, its lines, and who has a share of it. */
function SaleRow({ sale }: { sale: Id }) {
  const { t } = useLingui();
  const { number, date } = useFormat();
  const query = useQuery({
    queryKey: [...keys.sales, 'one', sale],
    queryFn: ({ signal }) => readSale(sale, signal),
  });
  const { data } = query;
  if (data === undefined)
    return query.isError ? <CardError onRetry={() => void query.refetch()} /> : <CardLoading />;
  return (
    <>
      <Line label={t`Day`} value={`${date.day(data.day)} ${date.year(data.day)}`} />
      {data.lines.map(({ product_line, amount }) => (
        <Line
          key={product_line?.key ?? ''}
          label={product_line?.name ?? t`no product line`}
          value={number.moneyExact(amount)}
        />
      ))}
      {data.shares.length > 1 &&
        data.shares.map(({ rep, share_bp }) => (
          <Line key={rep.rep_id} label={rep.name} value={number.percent(share_bp / 10_000)} />
        ))}
    </>
  );
}

const Line = ({ label, value }: { label: string; value: string }) => (
  <span className={form.itemLine}>
    {label}: <bdi>{value}</bdi>
  </span>
);

interface EventProps {
  event: HistoryEvent;
  around: Around;
  /** Of an account: with whom is said, too. */
  ofAccount: boolean;
}

function Event({ event, around, ofAccount }: EventProps) {
  const { t, i18n } = useLingui();
  const row = useId();
  const [open, setOpen] = useState(false);
  const { kind, at, rep, opportunity_id, opportunity, contact, sale_id } = event;
  const title = historyTitle(event, around) || i18n._(eventKindWords[kind]);
  const lines = historyLines(event, around);
  const more = lines.length > 0 || sale_id !== null;
  const toOpportunity = opportunity_id !== null && kind !== 'appointment';
  const dated = kind === 'trait' || kind === 'owner';
  const when = dated ? around.format.date.day(at.slice(0, 10)) : around.format.date.dayTime(at);
  return (
    <li className={form.item}>
      <span className={form.itemWords}>
        <span className={form.itemName}>
          {toOpportunity ? (
            <Link to="/pipeline/$opportunity" params={{ opportunity: opportunity_id }}>
              {title}
            </Link>
          ) : (
            title
          )}
        </span>
        <span className={form.itemLine}>
          {listOf([i18n._(eventKindWords[kind]), when, ...(rep ? [rep.name] : [])], i18n)}
        </span>
        {ofAccount && contact && (
          <span className={form.itemLine}>
            <Link to="/contacts/$contact" params={{ contact: contact.contact_id }}>
              {contact.name}
            </Link>
          </span>
        )}
        {!toOpportunity && opportunity && (
          <span className={form.itemLine}>
            <Link to="/pipeline/$opportunity" params={{ opportunity: opportunity.opportunity_id }}>
              {opportunity.name}
            </Link>
          </span>
        )}
        <span id={row} className={form.itemWords}>
          {open && lines.map(([label, value]) => <Line key={label} label={label} value={value} />)}
          {open && sale_id !== null && <SaleRow sale={sale_id} />}
        </span>
      </span>
      {more && (
        <Button
          size="xs"
          variant="default"
          aria-expanded={open}
          aria-controls={row}
          aria-label={open ? t`Less of: ${title}` : t`More of: ${title}`}
          onClick={() => setOpen(!open)}
        >
          {open ? t`Less` : t`More`}
        </Button>
      )}
    </li>
  );
}

interface HistoryPage {
  items: HistoryEvent[];
  next: string | null;
}

interface HistoryOfProps {
  queryKey: QueryKey;
  read: (cursor: string | null, signal: AbortSignal) => Promise<HistoryPage>;
  /** What stands here once something happened. */
  then: string;
  ofAccount?: boolean;
}

/** What happened with somebody, newest first, a page at a time. */
export function HistoryOf({ queryKey, read, then, ofAccount = false }: HistoryOfProps) {
  const { t } = useLingui();
  const around = useAround();
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const events = query.data?.pages.flatMap((page) => page.items);
  return (
    <Card title={t`History`}>
      {events === undefined && query.isError && <CardError onRetry={() => void query.refetch()} />}
      {query.isPending && <CardLoading shapes={[30, 30, 30]} />}
      {events?.length === 0 && <CardEmpty missing={t`Nothing happened yet.`} then={then} />}
      <ul className={form.list}>
        {events?.map((event, at) => (
          <Event
            // Two events of one moment differ in nothing else.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${event.at} ${at}`}
            event={event}
            around={around}
            ofAccount={ofAccount}
          />
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
