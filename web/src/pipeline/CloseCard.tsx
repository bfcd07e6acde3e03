import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { changeCloseDay } from '../api/pipelineCalls';
import { useFormat } from '../format';
import form from '../team/form.module.css';
import { Card } from '../ui';
import { type OfOpportunity, onSubmit, Trouble } from './CardParts';
import { useEdit } from './useEdit';

/** The day on which it is expected to close, and how often that was put off. */
export function CloseCard({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  const { number, date } = useFormat();
  const { edit, busy, trouble } = useEdit(opportunity);
  const { close_day, pushes, state } = opportunity;
  const [typed, setTyped] = useState(close_day ?? '');
  const times = number.count(pushes);
  const shown = close_day === null ? t`No close day` : date.dayLong(close_day);
  return (
    <Card title={t`Expected to close`} aside={pushes > 0 ? t`pushed ${times}×` : undefined}>
      <b>{shown}</b>
      {state === 'open' && (
        <form
          className={form.end}
          onSubmit={onSubmit(() =>
            edit(typed, (of) => changeCloseDay(of, typed === '' ? null : typed)),
          )}
        >
          <TextInput
            type="date"
            aria-label={t`New close day`}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            loading={busy}
            disabled={typed === (close_day ?? '')}
          >
            <Trans>Set</Trans>
          </Button>
          <Trouble words={trouble} />
        </form>
      )}
    </Card>
  );
}
