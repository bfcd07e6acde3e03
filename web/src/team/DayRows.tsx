import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { CalendarDay } from '../api/setUpTypes';
import { useFormat, hoursText } from '../format';
import css from './form.module.css';

export function useMinutesWord() {
  const { t } = useLingui();
  return (minutes: number) => {
    if (minutes === 0) return t`free`;
    const hours = hoursText(minutes);
    return t`${hours} h of work`;
  };
}

interface DayRowsProps {
  days: readonly CalendarDay[];
  onRemove: (day: string) => void;
}

/** Days that differ, each with what is left of it to work. */
export function DayRows({ days, onRemove }: DayRowsProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const word = useMinutesWord();
  return (
    <ul className={css.list}>
      {days.map(({ day, minutes, name }) => {
        const when = date.dayWithWeekday(day);
        return (
          <li key={day} className={css.item}>
            <span className={css.itemWords}>
              <span className={css.itemName}>
                {when}
                {name && (
                  <>
                    {' · '}
                    <bdi>{name}</bdi>
                  </>
                )}
              </span>
              <span className={css.itemLine}>{word(minutes)}</span>
            </span>
            <Button
              size="xs"
              variant="default"
              aria-label={t`Remove ${when}`}
              onClick={() => onRemove(day)}
            >
              <Trans>Remove</Trans>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
