import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { LoggedTodayCard } from '../activity/LoggedTodayCard';
import { useLoggedToday } from '../activity/useLoggedToday';
import { paceOfRepQuery } from '../api/queries';
import { useSession } from '../session/useSession';
import { SignalsCard } from './SignalsCard';
import { ActionsCard } from './ActionsCard';
import { LogBar } from './LogBar';
import { QuotasCard } from './QuotasCard';
import { TodayHead } from './TodayHead';
import css from './TodayPage.module.css';

/** Nothing has been counted for any quota yet, and nothing is logged today. */
function useFirstDay(): boolean {
  const { entries, query } = useLoggedToday();
  const quotas = useQuery(paceOfRepQuery('me')).data?.items ?? [];
  const nothing = quotas.every(({ counted }) => counted === 0);
  return nothing && query.isSuccess && entries.length === 0;
}

const FirstSteps = lazy(() => import('../team/FirstSteps'));
const StepsDueCard = lazy(() => import('../pipeline/StepsDueCard'));
const AppointmentsDueCards = lazy(() => import('../pipeline/AppointmentsDueCards'));
const TrialsEndingCard = lazy(() => import('../pipeline/TrialsEndingCard'));

export default function TodayPage() {
  const firstDay = useFirstDay();
  const { role } = useSession().user;
  return (
    <>
      <TodayHead />
      {role === 'admin' && (
        <Suspense>
          <FirstSteps />
        </Suspense>
      )}
      <div className={css.grid}>
        <div className={css.column}>
          <LogBar />
          <ActionsCard firstDay={firstDay} />
          <Suspense>
            <AppointmentsDueCards />
            <StepsDueCard />
            <TrialsEndingCard />
          </Suspense>
          <div className={css.logged}>
            <LoggedTodayCard />
          </div>
        </div>
        <div className={css.column}>
          <QuotasCard />
          <div className={css.signals}>
            <SignalsCard />
          </div>
        </div>
      </div>
    </>
  );
}
