import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Leave } from '../api/setUpTypes';
import type { Day, Id } from '../api/types';
import { addDays, useFormat, hoursText } from '../format';
import { useToday } from '../format/useToday';
import { QueryCard } from '../ui';
import { EffectWords } from './EffectWords';
import css from './form.module.css';
import { LeaveForm } from './LeaveForm';

import { useLeave } from './useCompany';
import { useLeaveChange } from './useLeaveChange';

export function useLeaveSpan() {
  const { t } = useLingui();
  const { date } = useFormat();
  return ({ from, to }: Pick<Leave, 'from' | 'to'>) => {
    const last = addDays(to, -1);
    const [begin, end] = [date.day(from), date.day(last)];
    return last === from ? date.dayWithWeekday(from) : t`${begin} to ${end}`;
  };
}

interface LeaveItemProps {
  leave: Leave;
  busy?: boolean;
  /** Absent where it may only be read. */
  onRemove?: () => void;
}

export function LeaveItem({ leave, busy = false, onRemove }: LeaveItemProps) {
  const { t } = useLingui();
  const span = useLeaveSpan();
  const words = span(leave);
  const hours = leave.minutes === null ? null : hoursText(leave.minutes);
  return (
    <li className={css.item}>
      <span className={css.itemWords}>
        <span className={css.itemName}>{words}</span>
        {hours !== null && (
          <span className={css.itemLine}>
            <Trans>{hours} h of each day</Trans>
          </span>
        )}
      </span>
      {onRemove && (
        <Button
          size="xs"
          variant="default"
          disabled={busy}
          aria-label={t`Remove the leave ${words}`}
          onClick={onRemove}
        >
          <Trans>Remove</Trans>
        </Button>
      )}
    </li>
  );
}

interface LeaveCardProps {
  rep: Id;
  /** Said where the page is not about one person. */
  name?: string;
  /** Opens the form on this day. */
  day?: Day;
}

/** When somebody is away, and what this does to the quotas. */
export function LeaveCard({ rep, name, day }: LeaveCardProps) {
  const { t } = useLingui();
  const today = useToday();
  const leave = useLeave(rep);
  const change = useLeaveChange();
  const [open, setOpen] = useState(day !== undefined);
  return (
    <QueryCard query={leave} title={name === undefined ? t`Leave` : t`Leave of ${name}`}>
      {({ items }) => (
        <div className={css.stack}>
          {items.length === 0 && !open && (
            <p>
              <Trans>No leave is entered.</Trans>
            </p>
          )}
          <ul className={css.list}>
            {items
              .toSorted((a, b) => b.from.localeCompare(a.from))
              .map((each) => (
                <LeaveItem
                  key={each.leave_id}
                  leave={each}
                  busy={change.isPending}
                  onRemove={() => change.mutate({ rep, remove: each.leave_id })}
                />
              ))}
          </ul>
          {change.data && <EffectWords effects={change.data.effects} />}
          {open ? (
            <LeaveForm
              from={day ?? today}
              to={day ?? today}
              busy={change.isPending}
              error={change.error}
              onAdd={(add) => change.mutate({ rep, add }, { onSuccess: () => setOpen(false) })}
              onCancel={() => setOpen(false)}
            />
          ) : (
            <div>
              <Button variant="default" onClick={() => setOpen(true)}>
                <Trans>Enter a leave</Trans>
              </Button>
            </div>
          )}
        </div>
      )}
    </QueryCard>
  );
}
