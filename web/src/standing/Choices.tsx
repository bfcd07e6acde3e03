import { NativeSelect, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Standing } from '../api/pipelineTypes';
import { useFormat } from '../format';
import css from '../fair/fair.module.css';
import { useProductLines } from '../pipeline/useOpportunities';
import { useSession } from '../session/useSession';
import { periodsAround } from './standing';
import type { Place } from './useStandingPlace';

function Quota({ place: { place, onPlace } }: { place: Place }) {
  const { t } = useLingui();
  const { amount } = useFormat();
  const { currency } = useSession().organisation;
  const [typed, setTyped] = useState(() =>
    place.quota === undefined ? '' : amount.write({ amount_minor: Number(place.quota), currency }),
  );
  const read = amount.read(typed, currency);
  const bad = typed.trim() !== '' && read === null;
  return (
    <TextInput
      size="xs"
      label={t`Quota, ${currency}`}
      inputMode="decimal"
      error={bad ? t`This is not an amount.` : undefined}
      value={typed}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const minor = amount.read(next, currency);
        if (minor !== null || next.trim() === '') onPlace({ quota: minor?.toString() });
      }}
    />
  );
}

interface StoredQuotaProps {
  place: Place;
  standing: Standing;
}

/** Which of the stored quotas, where several fit what is asked. */
function StoredQuota({ place: { onPlace }, standing: { quotas, quota_key } }: StoredQuotaProps) {
  const { t } = useLingui();
  const { number } = useFormat();
  return (
    <NativeSelect
      size="xs"
      label={t`Stored quota`}
      value={quota_key ?? ''}
      onChange={(event) => onPlace({ stored: event.currentTarget.value })}
      data={[
        { value: '', label: t`Choose` },
        ...quotas.map(({ key, name, amount }) => ({
          value: key,
          label: `${name}, ${number.moneyShort(amount)}`,
        })),
      ]}
    />
  );
}

interface ChoicesProps {
  place: Place;
  standing: Standing | undefined;
}

/** Whose, which period, what, as of when, and how much is asked. */
export function Choices({ place, standing }: ChoicesProps) {
  const { t } = useLingui();
  const { span } = useFormat();
  const lines = useProductLines().data?.items ?? [];
  const shown = place.place;
  const periods = periodsAround(place.day);
  const chosen = shown.period ?? standing?.period ?? periods[1]?.key ?? '';
  const known = periods.some(({ key }) => key === chosen);
  return (
    <div className={`${css.choices} ${css.filter}`}>
      {place.choices.length > 0 && (
        <NativeSelect
          size="xs"
          label={t`Whose`}
          value={shown.whose ?? ''}
          onChange={(event) =>
            place.onPlace({ whose: event.currentTarget.value, stored: undefined })
          }
          data={[
            { value: '', label: t`Everybody` },
            ...place.choices.map(({ value, name }) => ({ value, label: name })),
          ]}
        />
      )}
      <NativeSelect
        size="xs"
        label={t`Period`}
        value={chosen}
        onChange={(event) =>
          place.onPlace({ period: event.currentTarget.value, stored: undefined })
        }
        data={[
          ...(known ? [] : [chosen]),
          ...periods.map((each) => ({ value: each.key, label: span.periodLong(each.kind, each) })),
        ]}
      />
      {lines.length > 0 && (
        <NativeSelect
          size="xs"
          label={t`Product line`}
          value={shown.line ?? ''}
          onChange={(event) =>
            place.onPlace({ line: event.currentTarget.value, stored: undefined })
          }
          data={[
            { value: '', label: t`Every product line` },
            ...lines.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      )}
      <TextInput
        size="xs"
        type="date"
        label={t`As of the end of`}
        max={place.today}
        value={place.day}
        onChange={(event) => {
          const day = event.currentTarget.value;
          place.onPlace({ as_of: day < place.today ? day : undefined });
        }}
      />
      {standing && standing.quotas.length > 1 && <StoredQuota place={place} standing={standing} />}
      <Quota place={place} />
    </div>
  );
}
