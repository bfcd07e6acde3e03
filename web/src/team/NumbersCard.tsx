import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { changeSettings } from '../api/calls';
import { refreshTouched } from '../api/touched';
import type { NewSettings, Settings } from '../api/types';
import { Card } from '../ui';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { useKeyOf } from './useApply';
import { useFaults } from './useFaults';

/** The name of a country where the browser knows it; empty for anything else. */
function nameOf(country: string, language: string): string {
  try {
    return (
      new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(country) ?? ''
    );
  } catch {
    return ''; // not two letters yet
  }
}

/** Where numbers without a plus are dialled. */
export function NumbersCard({ settings }: { settings: Settings }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const keyOf = useKeyOf();
  const [country, setCountry] = useState(settings.phone_country ?? '');
  const change = useMutation({
    mutationFn: (body: NewSettings) => changeSettings(body, keyOf(body)),
    onSuccess: () => refreshTouched(queries, ['settings']),
  });
  const faults = useFaults(change.error);
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    change.mutate({ phone_country: country });
  }
  return (
    <Card
      title={t`Telephone numbers`}
      note={t`Call records find contacts by their numbers. Without a country only numbers that begin with a plus are known.`}
    >
      <form onSubmit={submit} noValidate>
        <div className={css.fields}>
          <TextInput
            label={t`Country where numbers are dialled`}
            description={nameOf(country, i18n.locale) || t`Two letters, for example BG`}
            dir="ltr"
            maxLength={2}
            autoComplete="off"
            value={country}
            error={faults.at('phone_country')}
            onChange={(event) => {
              change.reset();
              setCountry(event.currentTarget.value.toUpperCase());
            }}
          />
        </div>
        <FormEnd
          does={<Trans>Save the country</Trans>}
          busy={change.isPending}
          trouble={faults.rest(['phone_country'])}
          done={change.isSuccess && t`Saved.`}
        />
      </form>
    </Card>
  );
}
