import { PageHead } from '../ui';
import css from './pace.module.css';
import { PaceLine } from './PaceLine';
import { PeriodNav } from './PeriodNav';
import { RepChoice } from './RepChoice';
import type { PacePageState } from './usePacePage';

/** Whose pace, of which quota and period; who may choose the rep does it here. */
export function PaceHead({ page }: { page: PacePageState }) {
  const { shown, detail, today, view } = page;
  const pace = detail.data;
  return (
    <PageHead
      title={pace?.rep_name ?? shown.name}
      line={pace && <PaceLine pace={pace} today={today} />}
      end={
        <div className={css.headEnd}>
          {shown.reps.length > 1 && (
            <RepChoice reps={shown.reps} rep={shown.rep} onChange={page.goRep} />
          )}
          {pace && (
            <PeriodNav pace={pace} today={today} narrow={view !== null} onGo={page.goPeriod} />
          )}
        </div>
      }
    />
  );
}
