import { Trans, useLingui } from '@lingui/react/macro';
import type { CalendarDay, Company } from '../api/setUpTypes';
import { Card } from '../ui';
import { withDays, withoutDay } from './calendars';
import { DayForm } from './DayForm';
import { DayRows } from './DayRows';
import css from './form.module.css';
import { useApply } from './useApply';
import { useFaults } from './useFaults';

/** Days on which the whole company is closed, whatever the calendar says. */
export function ClosingDaysCard({ company }: { company: Company }) {
  const { t } = useLingui();
  const apply = useApply();
  const faults = useFaults(apply.error);
  const days = company.closing_days ?? [];
  const put = (closing_days: CalendarDay[]) => apply.mutate({ closing_days });
  return (
    <Card title={t`Closing days`}>
      {days.length === 0 && (
        <p className={css.hint}>
          <Trans>Days on which the whole company is closed, whatever the calendars say.</Trans>
        </p>
      )}
      <DayRows days={days} onRemove={(day) => put(withoutDay(days, day))} />
      <DayForm
        does={t`Add the closing day`}
        busy={apply.isPending}
        trouble={faults.rest([])}
        onAdd={(day) => put(withDays(days, [day]))}
      />
    </Card>
  );
}
