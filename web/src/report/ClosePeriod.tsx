import { Button, NativeSelect } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiFault } from '../api/fault';
import { quotasQuery } from '../api/queries';
import type { Quota } from '../api/types';
import { useFormat } from '../format/useFormat';
import { useToday } from '../format/useToday';
import { useWeekStart } from '../quota/useWeekStart';
import { Card } from '../ui';
import { FaultLine } from './FaultLine';
import { lastPeriod, type Recurring } from './lastPeriod';
import css from './report.module.css';
import { useClosePeriod } from './useReport';

/** The first day on which it can be closed, as the server says it: "from 2026-12-03". */
function daysToWait(error: unknown): string | null {
  if (!(error instanceof ApiFault)) return null;
  const { code, detail } = error.problem;
  if (code !== 'period.in_grace' && code !== 'period.not_over') return null;
  return /\d{4}-\d\d-\d\d/.exec(detail)?.[0] ?? null;
}

type RecurringQuota = Quota & { period_kind: Recurring };

const isRecurring = (quota: Quota): quota is RecurringQuota => quota.period_kind !== 'span';

function Close({ quotas }: { quotas: readonly [RecurringQuota, ...RecurringQuota[]] }) {
  const { t } = useLingui();
  const { span } = useFormat();
  const today = useToday();
  const weekStart = useWeekStart();
  const [chosen, setChosen] = useState<string>(quotas[0].quota_id);
  const [made, setMade] = useState(false);
  const close = useClosePeriod(() => setMade(true));
  const quota = quotas.find(({ quota_id }) => quota_id === chosen) ?? quotas[0];
  const last = lastPeriod(quota.period_kind, today, weekStart);
  const period = span.periodLong(quota.period_kind, last);
  const from = daysToWait(close.error);
  return (
    <Card title={t`Close a period`} className={css.noPrint}>
      <div className={css.form}>
        <NativeSelect
          label={t`Quota`}
          value={quota.quota_id}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
            setMade(false);
            close.reset();
          }}
          data={quotas.map(({ quota_id, name }) => ({ value: quota_id, label: name }))}
        />
        <Button
          loading={close.isPending}
          onClick={() => close.mutate({ quota: quota.quota_id, period: last.key })}
        >
          <Trans>Close {period}</Trans>
        </Button>
      </div>
      <p className={css.dim}>
        <Trans>
          Freezes what was asked and counted. Three working days after its end a period is closed by
          itself.
        </Trans>
      </p>
      {made && (
        <p role="status" className={css.dim}>
          <Trans>Closed.</Trans>
        </p>
      )}
      {from !== null ? (
        <p role="alert" className={css.fault}>
          <Trans>This can be closed from {from} on.</Trans>
        </p>
      ) : (
        <FaultLine error={close.error} />
      )}
    </Card>
  );
}

export function ClosePeriod() {
  const quotas = (useQuery(quotasQuery()).data?.items ?? []).filter(isRecurring);
  const [first, ...others] = quotas;
  return first ? <Close quotas={[first, ...others]} /> : null;
}
