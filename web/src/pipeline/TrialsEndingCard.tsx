import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keys } from '../api/keys';
import { listTrialsEnding } from '../api/offerCalls';
import { addDays, useFormat } from '../format';
import { useToday } from '../format/useToday';
import form from '../team/form.module.css';
import { Card } from '../ui';

const days_ahead = 7;

/** Whom to ask whether they keep it: what ends within the week, and what is over. Nothing when there is none. */
export default function TrialsEndingCard() {
  const { t } = useLingui();
  const { date } = useFormat();
  const today = useToday();
  const before = addDays(today, days_ahead + 1);
  const { data } = useQuery({
    queryKey: [...keys.trials, 'ending', before],
    queryFn: ({ signal }) => listTrialsEnding(before, signal),
  });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={t`Trials that end`}>
      <ul className={form.list}>
        {items.map(({ trial_id, opportunity, what, to_day }) => {
          const when = date.day(to_day);
          return (
            <li key={trial_id} className={form.item} data-row tabIndex={-1}>
              <span className={form.itemWords}>
                <Link
                  className={form.itemName}
                  to="/pipeline/$opportunity"
                  params={{ opportunity: opportunity.opportunity_id }}
                  data-primary
                >
                  {opportunity.name}
                </Link>
                <span className={form.itemLine}>{what}</span>
              </span>
              {to_day < today ? (
                <b>
                  <Trans>was to end on {when}</Trans>
                </b>
              ) : (
                <Trans>until {when}</Trans>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
