import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keys } from '../api/keys';
import { listCrossSells } from '../api/pipelineCalls';
import type { CrossSell } from '../api/pipelineTypes';
import type { Id } from '../api/types';
import { useFormat } from '../format';
import form from '../team/form.module.css';
import { Card } from '../ui';

function Why({ row }: { row: CrossSell }) {
  const { number } = useFormat();
  const { alike, alike_have, usual_sale } = row;
  const have = number.count(alike_have);
  return (
    <span className={form.itemLine}>
      {alike === 0 ? (
        <Trans>No customer like it yet.</Trans>
      ) : (
        <Plural
          value={alike}
          one={`${have} of # customer like it has it.`}
          other={`${have} of # customers like it have it.`}
        />
      )}{' '}
      {usual_sale && <Trans>A sale of it usually brings {number.moneyShort(usual_sale)}.</Trans>}
    </span>
  );
}

function Row({ row, named }: { row: CrossSell; named: boolean }) {
  const { number } = useFormat();
  const { account, product_line, worth } = row;
  return (
    <li className={form.item}>
      <span className={form.itemWords}>
        <span className={form.itemName}>
          {named && (
            <>
              <Link to="/accounts/$account" params={{ account: account.account_id }}>
                {account.name}
              </Link>
              {', '}
            </>
          )}
          {product_line.name}
        </span>
        <Why row={row} />
      </span>
      <b>{worth === null ? '–' : number.much(worth.currency).count(worth.amount_minor)}</b>
    </li>
  );
}

const shown_rows = 8;

/**
 * What an account, or the acting person's customers, do not have yet, the most worth first. Nothing when they have all,
 * or when there is no customer.
 */
export function CrossSellsCard({ account }: { account?: Id }) {
  const { t } = useLingui();
  const { data } = useQuery({
    queryKey: [...keys.accounts, 'crossSells', account ?? 'own'],
    queryFn: ({ signal }) => listCrossSells(account, shown_rows, signal),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card title={account ? t`Not bought yet` : t`What your customers have not bought yet`}>
      <ul className={form.list}>
        {data.items.map((row) => (
          <Row
            key={`${row.account.account_id} ${row.product_line.product_line_id}`}
            row={row}
            named={account === undefined}
          />
        ))}
      </ul>
      <p className={form.hint}>
        <Trans>
          The figure is the share of customers like it who have it, drawn towards that of all
          customers where they are few, times the usual sale. It says whom to ask first, and
          promises nothing.
        </Trans>
      </p>
    </Card>
  );
}
