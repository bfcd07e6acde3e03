import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { paceOfRepQuery } from '../api/queries';
import type { List, Pace } from '../api/types';
import { CardEmpty, QueryCard } from '../ui';
import { QuotaRow } from './QuotaRow';
import css from './QuotasCard.module.css';

const EvidenceDrawer = lazy(() => import('../quota/EvidenceDrawer'));

function useEvidence() {
  const [shown, setShown] = useState<Pace | null>(null);
  const figure = useRef<HTMLButtonElement>(null);
  return {
    shown,
    open(pace: Pace, from: HTMLButtonElement) {
      figure.current = from;
      setShown(pace);
    },
    close() {
      setShown(null);
      figure.current?.focus();
    },
  };
}

export function QuotasCard() {
  const { t } = useLingui();
  const phone = useMediaQuery('(max-width: 719px)');
  const query = useQuery(paceOfRepQuery('me'));
  const evidence = useEvidence();
  const { shown } = evidence;
  return (
    <>
      <QueryCard
        query={query}
        title={t`Quotas`}
        shapes={[44, 44, 44, 44]}
        aside={({ items }) => (phone ? <Behind quotas={items} /> : items.length > 0 && <Legend />)}
      >
        {(quotas) => <Quotas quotas={quotas} phone={phone} open={shown} onFigure={evidence.open} />}
      </QueryCard>
      {shown && (
        <Suspense>
          <EvidenceDrawer
            quota={shown.quota_id}
            rep="me"
            period={shown.period.key}
            open
            onClose={evidence.close}
          />
        </Suspense>
      )}
    </>
  );
}

function Legend() {
  return (
    <span className={css.legend}>
      <span>
        <i className={css.tick} aria-hidden /> <Trans>expected by now</Trans>
      </span>
      <span>
        <i className={css.band} aria-hidden /> <Trans>on plan, 8 in 10</Trans>
      </span>
    </span>
  );
}

const isBehind = ({ state }: Pace) => state === 'behind';

function Behind({ quotas }: { quotas: readonly Pace[] }) {
  const behind = quotas.filter(isBehind).length;
  return plural(behind, { 0: 'none behind', one: '# behind', other: '# behind' });
}

interface QuotasProps {
  quotas: List<Pace>;
  phone: boolean;
  open: Pace | null;
  onFigure: (pace: Pace, figure: HTMLButtonElement) => void;
}

function Quotas({ quotas: { items }, phone, open, onFigure }: QuotasProps) {
  const [all, setAll] = useState(false);
  if (items.length === 0) {
    return (
      <CardEmpty
        missing={<Trans>You have no quota in this period.</Trans>}
        then={
          <Trans>When one is agreed with you, its pace appears here from the first day on.</Trans>
        }
      />
    );
  }
  const shown = phone && !all ? items.filter(isBehind) : items;
  return (
    <>
      <p className={css.note}>
        <Trans>Behind first. The chip is the chance to make it.</Trans>
      </p>
      <ul>
        {shown.map((pace) => (
          <QuotaRow
            key={pace.quota_id}
            pace={pace}
            open={open?.quota_id === pace.quota_id}
            onFigure={(figure) => onFigure(pace, figure)}
          />
        ))}
      </ul>
      {shown.length < items.length && (
        <button type="button" className={css.all} onClick={() => setAll(true)}>
          <Trans>Show all {items.length} quotas</Trans>
        </button>
      )}
    </>
  );
}
