import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconCheck } from '@tabler/icons-react';
import { quotasQuery } from '../api/queries';
import { Card } from '../ui';
import css from './form.module.css';
import { firstSteps, type StepKey } from './firstSteps';
import { useCompany, usePeople } from './useCompany';

const places = {
  calendar: '/working-time',
  team: '/teams',
  people: '/people',
  invitations: '/people',
  quota: '/quotas',
} as const satisfies Record<StepKey, string>;

function useStepWords(): Record<StepKey, { does: string; why: string }> {
  const { t } = useLingui();
  return {
    calendar: {
      does: t`Choose the holidays of your country`,
      why: t`Nobody is asked for anything on a holiday.`,
    },
    team: {
      does: t`Add the teams`,
      why: t`A manager sees the own team, and all teams below it.`,
    },
    people: {
      does: t`Add the people`,
      why: t`One by one, or a list pasted at once.`,
    },
    quota: {
      does: t`Set the first quota`,
      why: t`What counts, how many, for whom. The pace appears with it.`,
    },
    invitations: {
      does: t`Send the invitations`,
      why: t`Each person chooses a password by an own link.`,
    },
  };
}

/** What an empty company needs first, in this order; gone when all is done. */
export default function FirstSteps() {
  const { t } = useLingui();
  const words = useStepWords();
  const company = useCompany().data;
  const people = usePeople().data?.items;
  const quotas = useQuery(quotasQuery()).data?.items;
  if (!company || !people || !quotas) return null;
  const steps = firstSteps(company, people, quotas.length);
  const next = steps.find(({ done }) => !done);
  if (!next) return null;
  return (
    <div className={css.above}>
      <Card title={t`Set up your company`} note={t`Five steps, and the first figures are there.`}>
        <ol className={css.list}>
          {steps.map(({ key, done }) => (
            <li key={key} className={css.item} data-row tabIndex={-1}>
              <span className={css.itemWords}>
                <Link
                  to={places[key]}
                  className={css.itemName}
                  data-primary
                  {...(key === next.key && { 'aria-current': 'step' })}
                >
                  {words[key].does}
                </Link>
                <span className={css.itemLine}>{words[key].why}</span>
              </span>
              {done && (
                <span className={css.itemEnd}>
                  <IconCheck size={17} stroke={2} aria-hidden />
                  <Trans context="a step">done</Trans>
                </span>
              )}
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}
