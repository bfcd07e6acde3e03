import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { now } from '../api/clock';
import { listOf, useFormat } from '../format';
import { useToday } from '../format/useToday';
import form from '../team/form.module.css';
import { Card } from '../ui';
import { isLate } from './board';
import { LinkedItem } from './LinkedItem';
import { stepsDue } from './stepsDue';
import { useOpportunities } from './useOpportunities';

const shown_steps = 5;

/** What was promised for today or before, and what waits for a promise. Nothing when there is neither. */
export default function StepsDueCard() {
  const { t, i18n } = useLingui();
  const { date } = useFormat();
  const today = useToday();
  const { items = [] } = useOpportunities({ rep: 'me', state: 'open' });
  const { due, without } = stepsDue(items, today, date.dayOf);
  if (due.length === 0 && without === 0) return null;
  const more = due.length - shown_steps;
  return (
    <Card title={t`Next steps`}>
      <ul className={form.list}>
        {due.slice(0, shown_steps).map((opportunity) => {
          const { opportunity_id, name, account, next_step } = opportunity;
          const at = next_step?.due_at ?? '';
          const when = date.dayOf(at) === today ? date.time(at) : date.day(date.dayOf(at));
          return (
            <LinkedItem
              key={opportunity_id}
              opportunity={opportunity_id}
              name={next_step?.what}
              line={listOf([name, ...(account ? [account.name] : [])], i18n)}
              walked
            >
              {isLate(opportunity, now()) ? (
                <b>
                  <Trans>was due {when}</Trans>
                </b>
              ) : (
                when
              )}
            </LinkedItem>
          );
        })}
      </ul>
      {more > 0 && (
        <p className={form.hint}>
          <Plural value={more} one="# more is due" other="# more are due" />
        </p>
      )}
      {without > 0 && (
        <Link to="/pipeline" search={{ view: 'table', needs: 'yes' }}>
          <Plural
            value={without}
            one="# opportunity without a next step"
            other="# opportunities without a next step"
          />
        </Link>
      )}
    </Card>
  );
}
