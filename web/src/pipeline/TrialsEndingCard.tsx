import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { keys } from '../api/keys';
import { listTrialsEnding } from '../api/offerCalls';
import { addDays, useFormat } from '../format';
import { useToday } from '../format/useToday';
import form from '../team/form.module.css';
import { Card } from '../ui';
import { LinkedItem } from './LinkedItem';

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
            <LinkedItem
              key={trial_id}
              opportunity={opportunity.opportunity_id}
              name={opportunity.name}
              line={what}
              walked
            >
              {to_day < today ? (
                <b>
                  <Trans>was to end on {when}</Trans>
                </b>
              ) : (
                <Trans>until {when}</Trans>
              )}
            </LinkedItem>
          );
        })}
      </ul>
    </Card>
  );
}
