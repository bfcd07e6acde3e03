import { Trans, useLingui } from '@lingui/react/macro';
import { Card, CardError, CardLoading, PageHead } from '../ui';
import { CalendarsCard } from './CalendarsCard';
import { ClosingDaysCard } from './ClosingDaysCard';
import css from './form.module.css';
import { OnlyAdmins } from './OnlyAdmins';
import { PhasesCard } from './PhasesCard';
import { RampsCard } from './RampsCard';
import { useCompany } from './useCompany';

/** When there is work: what makes a quota fair. */
export default function WorkingTimePage() {
  const { t } = useLingui();
  const company = useCompany();
  return (
    <OnlyAdmins of={company}>
      <PageHead
        title={<Trans>Working time</Trans>}
        line={<Trans>Holidays, hours and ramps lower a quota by themselves, day by day.</Trans>}
      />
      {company.data ? (
        <div className={css.columns}>
          <div className={css.column}>
            <CalendarsCard company={company.data} />
            <ClosingDaysCard company={company.data} />
          </div>
          <div className={css.column}>
            <RampsCard company={company.data} />
            <PhasesCard company={company.data} />
          </div>
        </div>
      ) : (
        <Card label={t`Working time`}>
          {company.isError ? (
            <CardError onRetry={() => void company.refetch()} />
          ) : (
            <CardLoading shapes={[40, 40, 40]} />
          )}
        </Card>
      )}
    </OnlyAdmins>
  );
}
