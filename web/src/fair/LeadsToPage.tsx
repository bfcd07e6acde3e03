import { NativeSelect } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { leadsToQuery } from '../api/queries';
import type { LeadsTo } from '../api/types';
import { Card, CardEmpty, ExportLinks, PageHead, Pill, QueryCard } from '../ui';
import { ChannelsCard } from './ChannelsCard';
import { ColdAndSignalCard } from './ColdAndSignalCard';
import css from './fair.module.css';
import { spans, withins } from './leads';
import { LeadsDrawer } from './LeadsDrawer';
import { LeadsTable, type Opened } from './LeadsTable';
import { type LeadsPlace, useLeadsPlace } from './useLeadsPlace';

function Choices({ place }: { place: LeadsPlace }) {
  const { t } = useLingui();
  const weeksOf = (days: number) => {
    const weeks = days / 7;
    return t`${plural(weeks, { one: '# week', other: '# weeks' })}`;
  };
  const daysOf = (days: number) =>
    t`${plural(days, { one: 'within # day', other: 'within # days' })}`;
  return (
    <div className={`${css.choices} ${css.filter}`}>
      {place.choices.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={t`Whose`}
          value={place.whose}
          onChange={(event) => place.setChosen(event.currentTarget.value)}
          data={place.choices.map(({ value, name }) => ({ value, label: name }))}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={t`Activities of the last`}
        value={String(place.days)}
        onChange={(event) => place.setDays(Number(event.currentTarget.value))}
        data={spans.map((days) => ({ value: String(days), label: weeksOf(days) }))}
      />
      <NativeSelect
        size="xs"
        aria-label={t`What followed`}
        value={String(place.within)}
        onChange={(event) => place.setWithin(Number(event.currentTarget.value))}
        data={withins.map((days) => ({ value: String(days), label: daysOf(days) }))}
      />
    </div>
  );
}

interface LedProps {
  led: LeadsTo;
  opened: Opened | null;
  onOpen: (opened: Opened) => void;
}

function Led({ led, opened, onOpen }: LedProps) {
  const { t } = useLingui();
  const [per, setPer] = useState<'per_activity' | 'per_contact'>('per_activity');
  return (
    <div className={css.cards}>
      <Card
        title={t`What followed with the same contact`}
        aside={
          <span className={css.pills}>
            <Pill selected={per === 'per_activity'} onClick={() => setPer('per_activity')}>
              <Trans>per activity</Trans>
            </Pill>
            <Pill selected={per === 'per_contact'} onClick={() => setPer('per_contact')}>
              <Trans>per contact</Trans>
            </Pill>
          </span>
        }
        note={t`What follows is not what was caused. Activities whose days are not over are still open and count neither way.`}
      >
        <LeadsTable led={led} per={per} opened={opened} onOpen={onOpen} />
      </Card>
      {led.cold_and_signal && <ColdAndSignalCard beside={led.cold_and_signal} />}
      <ChannelsCard led={led} />
    </div>
  );
}

/** What did it lead to? */
export default function LeadsToPage() {
  const { t } = useLingui();
  const place = useLeadsPlace();
  const query = useQuery(leadsToQuery(place.asked));
  const [opened, setOpened] = useState<Opened | null>(null);
  const led = query.data;
  const hidden = led?.why_absent === 'too_few_people';
  return (
    <>
      <PageHead title={t`What it leads to`} />
      <Choices place={place} />
      {led && led.activities > 0 ? (
        <>
          <Led led={led} opened={opened} onOpen={setOpened} />
          <ExportLinks
            table={place.asked.team ? 'team-leads-to' : 'leads-to'}
            asked={{ ...place.asked }}
          />
        </>
      ) : (
        <QueryCard query={query} label={t`What it leads to`} shapes={[40, 40, 40]}>
          {() => (
            <CardEmpty
              missing={
                hidden
                  ? t`Fewer than five people: their sum is not shown.`
                  : t`No activity in these days.`
              }
              then={
                hidden
                  ? t`The monitoring profile of the company keeps single figures to each rep.`
                  : t`Each kind and outcome has a row here, with what followed.`
              }
            />
          )}
        </QueryCard>
      )}
      {opened && (
        <LeadsDrawer asked={place.asked} opened={opened} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
