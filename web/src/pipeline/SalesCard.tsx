import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { keys } from '../api/keys';
import { listSalesOf } from '../api/pipelineCalls';
import { useFormat } from '../format';
import form from '../team/form.module.css';
import { Card, CardError, CardLoading } from '../ui';
import { Item, type OfOpportunity } from './CardParts';
import { SharedAsBefore, Sharers } from './Sharers';

/** What the moves that won made of it, the newest first, and whose it is. */
export function SalesCard({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  const { number, date } = useFormat();
  const { opportunity_id, shares, state, version } = opportunity;
  const query = useQuery({
    queryKey: [...keys.sales, opportunity_id, version],
    queryFn: ({ signal }) => listSalesOf(opportunity_id, signal),
  });
  const sales = query.data?.items.toReversed();
  return (
    <Card title={t`Sale`}>
      {sales === undefined && query.isError && <CardError onRetry={() => void query.refetch()} />}
      {sales === undefined && !query.isError && <CardLoading shapes={[24]} />}
      {state === 'open' && <SharedAsBefore shares={shares} />}
      <ul className={form.list}>
        {sales?.flatMap((sale) => [
          ...sale.lines.map(({ product_line, amount }) => (
            <Item
              key={`${sale.sale_id} ${product_line?.key ?? ''}`}
              name={number.moneyExact(amount)}
              line={`${product_line?.name ?? t`no product line`}, ${date.day(sale.day)}`}
            >
              {[sale.cancelled && t`cancelled`, sale.adjustment && t`after its period was closed`]
                .filter(Boolean)
                .join(', ')}
            </Item>
          )),
          sale.shares.length > 1 && (
            <Item
              key={`${sale.sale_id} shares`}
              name={t`Shared`}
              line={<Sharers shares={sale.shares} />}
            />
          ),
        ])}
      </ul>
    </Card>
  );
}
