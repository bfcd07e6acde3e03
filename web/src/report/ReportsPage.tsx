import { NativeSelect } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { quotasQuery, repsQuery } from '../api/queries';
import type { ReportLine, VerdictLine } from '../api/types';
import { useFormat } from '../format';
import { useMayManage, useSession } from '../session/useSession';
import { Card, CardEmpty, CardError, CardLoading, ExportLinks, PageHead } from '../ui';
import { byPeriod } from './byPeriod';
import { ClosePeriod } from './ClosePeriod';
import css from './report.module.css';
import { ReportRowLink } from './ReportRowLink';
import { useReports, useVerdicts } from './useReport';
import { VerdictRow } from './VerdictRow';
import { WaitingReports } from './WaitingReports';

interface Asked {
  rep?: string;
  quota?: string;
}

function Filter({ asked }: { asked: Asked }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const mayChoose = useMayManage();
  const reps = useQuery({ ...repsQuery(), enabled: mayChoose }).data?.items ?? [];
  const quotas = useQuery(quotasQuery()).data?.items ?? [];
  const choose = (part: Asked) => void navigate({ to: '/reports', search: { ...asked, ...part } });
  return (
    <div className={css.filter}>
      {mayChoose && (
        <NativeSelect
          size="xs"
          aria-label={t`Rep`}
          value={asked.rep ?? ''}
          onChange={(event) => choose({ rep: event.currentTarget.value })}
          data={[
            { value: '', label: t`Everybody` },
            ...reps.map(({ rep_id, name }) => ({ value: rep_id, label: name })),
          ]}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={t`Quota`}
        value={asked.quota ?? ''}
        onChange={(event) => choose({ quota: event.currentTarget.value })}
        data={[
          { value: '', label: t`Every quota` },
          ...quotas.map(({ quota_id, name }) => ({ value: quota_id, label: name })),
        ]}
      />
    </div>
  );
}

interface PeriodsProps<T> {
  lines: readonly T[];
  row: (line: T) => ReactNode;
}

function Periods<T extends VerdictLine | ReportLine>({ lines, row }: PeriodsProps<T>) {
  const { span } = useFormat();
  return byPeriod(lines).map(({ kind, period, lines: ofPeriod }) => (
    <Card key={period.key} title={span.periodLong(kind, period)} flush={false}>
      <ul className={css.lines}>{ofPeriod.map(row)}</ul>
    </Card>
  ));
}

interface ListProps<T> extends Omit<PeriodsProps<T>, 'lines'> {
  query: UseQueryResult<{ items: T[] }>;
}

function ClosedPeriods<T extends VerdictLine | ReportLine>({ query, row }: ListProps<T>) {
  const { t } = useLingui();
  const lines = query.data?.items;
  if (lines && lines.length > 0) return <Periods lines={lines} row={row} />;
  return (
    <Card label={t`Reports`}>
      {lines && (
        <CardEmpty
          missing={t`No period is closed yet.`}
          then={t`Three working days after its end each period has a report here: what was asked, what was counted, and every row.`}
        />
      )}
      {!lines && query.isError && <CardError onRetry={() => void query.refetch()} />}
      {!lines && !query.isError && <CardLoading shapes={[40, 40, 40, 40]} />}
    </Card>
  );
}

/** Where the company's monitoring profile shows others nothing of a single rep. */
function KeptToEachRep() {
  const { t } = useLingui();
  return (
    <Card label={t`Reports`}>
      <CardEmpty
        missing={t`The reports of others are not shown to you.`}
        then={t`The monitoring profile of the company keeps each report to the rep whom it is about.`}
      />
    </Card>
  );
}

function Reports({ rep, quota }: Asked) {
  const query = useReports(rep, quota);
  const withRep = useMayManage();
  const isKept = useSession().organisation.monitoring === 'own_figures' && withRep;
  if (isKept && query.data?.items.length === 0) return <KeptToEachRep />;
  return (
    <>
      <WaitingReports lines={query.data?.items ?? []} withRep={withRep} />
      <ClosedPeriods
        query={query}
        row={(line) => <ReportRowLink key={line.report_id} line={line} withRep={withRep} />}
      />
    </>
  );
}

/** Where the company's monitoring profile shows others the verdict alone. */
function Verdicts({ rep, quota }: Asked) {
  const query = useVerdicts(rep, quota);
  return (
    <>
      <p className={css.dim}>
        <Trans>
          The monitoring profile of the company shows verdicts without figures. Each rep sees the
          own report in full.
        </Trans>
      </p>
      <ClosedPeriods
        query={query}
        row={(line) => <VerdictRow key={line.report_id} line={line} />}
      />
    </>
  );
}

/** How was each period, and what is still to be said of it? */
export default function ReportsPage() {
  const { t } = useLingui();
  const { rep, quota } = useSearch({ strict: false });
  const asked: Asked = { ...(rep && { rep }), ...(quota && { quota }) };
  const mayManage = useMayManage();
  const verdictsOnly = useSession().organisation.monitoring === 'verdicts' && mayManage;
  return (
    <>
      <PageHead title={t`Reports`} end={<Filter asked={asked} />} />
      <div className={css.stack}>
        {verdictsOnly ? <Verdicts {...asked} /> : <Reports {...asked} />}
        {mayManage && <ClosePeriod />}
      </div>
      <ExportLinks table={verdictsOnly ? 'verdicts' : 'reports'} asked={{ ...asked }} />
    </>
  );
}
