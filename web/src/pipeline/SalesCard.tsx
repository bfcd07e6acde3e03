import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { keys } from '../api/keys';
import { listSales } from '../api/pipelineCalls';
import { addDays, useFormat } from '../format';
import form from '../team/form.module.css';
import { Card, CardError, CardLoading } from '../ui';
import { Item, type OfOpportunity } from './CardParts';

/** What the move that won made of it. */
export function SalesCard({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  const { number, date } = useFormat();
  const { opportunity_id, rep, ended_at } = opportunity;
  const day = date.dayOf(ended_at ?? opportunity.changed_at);
  const query = useQuery({
    queryKey: [...keys.sales, opportunity_id, day],
    queryFn: ({ signal }) => listSales(rep.rep_id, addDays(day, -1), addDays(day, 2), signal),
  });
  const sales = query.data?.items.filter((sale) => sale.opportunity_id === opportunity_id);
  return (
    <Card title={t`Sale`}>
      {sales === undefined && query.isError && <CardError onRetry={() => void query.refetch()} />}
      {sales === undefined && !query.isError && <CardLoading shapes={[24]} />}
      <ul className={form.list}>
        {sales?.flatMap((sale) =>
          sale.lines.map(({ product_line, amount }) => (
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
        )}
      </ul>
    </Card>
  );
}
