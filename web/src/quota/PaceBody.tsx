import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { Card, CardEmpty, CardError, CardLoading, QueryCard } from '../ui';
import css from './pace.module.css';
import { PaceStory } from './PaceStory';
import { PaceTiles } from './PaceTiles';
import { Together } from './Together';
import { useSession } from '../session/useSession';
import type { ShownRep } from './useShownRep';
import type { PacePageState } from './usePacePage';

const PaceBelow = lazy(() => import('./PaceBelow'));

export function EmptyPace({ shown }: { shown: ShownRep }) {
  const { t } = useLingui();
  const { name } = shown;
  return (
    <Card label={t`Pace`}>
      <CardEmpty
        missing={shown.self ? t`Nobody has a quota yet.` : t`${name} has no quota yet.`}
        then={t`Once one is set, the pace appears here from the first activity on.`}
      />
    </Card>
  );
}

function Tiles({ page }: { page: PacePageState }) {
  const { t } = useLingui();
  const { list, paces, quota, select, setView } = page;
  if (list.data !== undefined) {
    return (
      <PaceTiles
        paces={paces}
        selected={quota}
        onSelect={select}
        onEvidence={(pace) => {
          select(pace);
          setView('rows');
        }}
      />
    );
  }
  return (
    <Card label={t`Quotas`} className={css.tilesState}>
      {list.isError ? (
        <CardError onRetry={() => void list.refetch()} />
      ) : (
        <CardLoading shapes={[40]} />
      )}
    </Card>
  );
}

/** Tiles of all quotas, the main card of one, and below it its days. Each card stands for itself. */
export function PaceBody({ page }: { page: PacePageState }) {
  const { t } = useLingui();
  const { detail, today, shown, setView } = page;
  const { team } = useSession().user;
  return (
    <>
      <Tiles page={page} />
      {shown.self && <Together team={team?.team_id} />}
      <QueryCard query={detail} label={t`Course`} shapes={[22, 22, 272]}>
        {(pace) => (
          <PaceStory
            pace={pace}
            today={today}
            reader={shown.self ? 'self' : 'other'}
            onEvidence={() => setView('rows')}
            onFormula={() => setView('formula')}
          />
        )}
      </QueryCard>
      {detail.data && (
        <Suspense>
          <PaceBelow pace={detail.data} today={today} self={shown.self} />
        </Suspense>
      )}
    </>
  );
}
