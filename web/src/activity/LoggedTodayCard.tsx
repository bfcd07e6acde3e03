import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useOpenLog } from './openLog';
import { CardEmpty, QueryCard } from '../ui';
import css from './LoggedToday.module.css';
import { LoggedRow } from './LoggedRow';
import { useLoggedToday } from './useLoggedToday';
import { useVerdictsOf } from './useVerdictsOf';

const shown_at_first = 6;

export function LoggedTodayCard() {
  const { t } = useLingui();
  const openLog = useOpenLog();
  const { query, entries } = useLoggedToday();
  const verdictsOf = useVerdictsOf();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, shown_at_first);
  return (
    <QueryCard
      query={query}
      title={t`Logged today`}
      shapes={[20, 20, 20]}
      aside={() =>
        entries.length > 0 && plural(entries.length, { one: '# activity', other: '# activities' })
      }
    >
      {() =>
        entries.length === 0 ? (
          <CardEmpty
            missing={<Trans>Nothing logged today.</Trans>}
            then={<Trans>Each entry appears here with what it counts for.</Trans>}
            action={
              <Button variant="default" onClick={() => openLog()}>
                <Trans>Log an activity</Trans>
              </Button>
            }
          />
        ) : (
          <>
            <ul>
              {shown.map((entry) => (
                <LoggedRow key={entry.id} entry={entry} verdicts={verdictsOf(entry.activity_id)} />
              ))}
            </ul>
            {entries.length > shown.length && (
              <button type="button" className={css.all} onClick={() => setAll(true)}>
                <Trans>Show all {entries.length}</Trans>
              </button>
            )}
          </>
        )
      }
    </QueryCard>
  );
}
