import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { keys } from '../api/keys';
import { listOpportunityHistory } from '../api/pipelineCalls';
import { listOf, useFormat } from '../format';
import form from '../team/form.module.css';
import { Card, CardError, CardLoading } from '../ui';
import { Item, type OfOpportunity } from './CardParts';
import { eventWords } from './eventWords';

/** What became known, newest first; never edited. */
export function HistoryCard({ opportunity }: OfOpportunity) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const query = useQuery({
    queryKey: [...keys.opportunities, 'history', opportunity.opportunity_id],
    queryFn: ({ signal }) => listOpportunityHistory(opportunity.opportunity_id, signal),
  });
  const system = t`The system`;
  return (
    <Card title={t`History`}>
      {query.data === undefined && query.isError && (
        <CardError onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <CardLoading shapes={[30, 30, 30]} />}
      <ul className={form.list}>
        {query.data?.items.map((event) => (
          <Item
            key={event.seq}
            name={eventWords(event, i18n, format)}
            line={
              <>
                {listOf(
                  [event.actor?.name ?? system, format.date.dayTime(event.occurred_at)],
                  i18n,
                )}
                {event.reason !== null && (
                  <>
                    {' '}
                    · <bdi>{event.reason}</bdi>
                  </>
                )}
              </>
            }
          />
        ))}
      </ul>
    </Card>
  );
}
