import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { Opportunity, Pipeline, Stage } from '../api/pipelineTypes';
import { minorOfThousand, useFormat } from '../format';
import { useToday } from '../format/useToday';
import { useSession } from '../session/useSession';
import { Card, CardEmpty, CardError, CardLoading, PageHead, StaleNote } from '../ui';
import { Board } from './Board';
import { columnsOf, daysBetween, filtered, isSlow, sumOf } from './board';
import css from './board.module.css';
import { Filters } from './Filters';
import { type Asked, needsFor, withMoves } from './moves';
import { Notices } from './Notices';
import { filterOf, type PipelinePlace, pipelinePlace } from './place';
import { useMoves } from './useMoves';
import { type Opportunities, useOpportunities, usePipelines } from './useOpportunities';
import { useUsualDays } from './useUsualDays';

// What is not on the board at once comes on its own, so that the board is there early.
const MoveDialog = lazy(() => import('./MoveDialog'));
const NewOpportunityDialog = lazy(() => import('./NewOpportunityDialog'));
const OpportunityTable = lazy(() => import('./OpportunityTable'));

function usePlace() {
  const navigate = useNavigate();
  const place = pipelinePlace(useSearch({ strict: false }));
  const onPlace = (part: Partial<Record<keyof PipelinePlace, string | undefined>>) => {
    const all = Object.entries({ ...place, ...part }).filter(([, value]) => value);
    void navigate({ to: '/pipeline', search: Object.fromEntries(all), replace: true });
  };
  return { place, onPlace };
}

/** All of the pipeline, with the moves that are on their way. */
function useShown(place: PipelinePlace, pipeline: Pipeline, list: Opportunities) {
  const today = useToday();
  const { date } = useFormat();
  const usual = useUsualDays();
  const { store, board } = useMoves();
  const { moves, known } = board;
  const slows = useCallback(
    ({ stage, stage_since, state }: Opportunity) =>
      state === 'open' &&
      isSlow(daysBetween(date.dayOf(stage_since), today), usual.get(stage.stage_id)),
    [date, today, usual],
  );
  const all = useMemo(
    () =>
      withMoves(list.items ?? [], { moves, known }).filter(
        ({ pipeline_id }) => pipeline_id === pipeline.pipeline_id,
      ),
    [list.items, moves, known, pipeline.pipeline_id],
  );
  const filter = JSON.stringify(filterOf(place));
  const shown = useMemo(
    () => filtered(all, JSON.parse(filter), today, slows),
    [all, filter, today, slows],
  );
  const sending = useMemo(
    () =>
      new Set(
        [...moves.values()]
          .filter(({ state }) => state === 'sending' || state === 'waiting')
          .map(({ id }) => id),
      ),
    [moves],
  );
  return { all, shown, sending, store, usual, slows };
}

function Line({ all, list }: { all: readonly Opportunity[]; list: Opportunities }) {
  const { number } = useFormat();
  const open = all.filter(({ state }) => state === 'open');
  const sum = sumOf(open);
  const count = open.length;
  const money = sum === null ? null : number.moneyShort(sum);
  return (
    <>
      {money === null ? (
        <Plural value={count} one="# open opportunity" other="# open opportunities" />
      ) : (
        <Plural
          value={count}
          one={`# open opportunity with a budget of ${money}`}
          other={`# open opportunities with budgets of ${money}`}
        />
      )}
      {!list.complete && (
        <>
          {', '}
          <Trans>more are coming</Trans>
        </>
      )}
      <> </>
      <StaleNote at={list.updated} failed={list.failed} />
    </>
  );
}

interface ShownProps {
  pipelines: readonly Pipeline[];
  pipeline: Pipeline;
  list: Opportunities;
}

function Shown({ pipelines, pipeline, list }: ShownProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { place, onPlace } = usePlace();
  const { currency } = useSession().organisation;
  const { all, shown, sending, store, usual, slows } = useShown(place, pipeline, list);
  const [asking, setAsking] = useState<{ opportunity: Opportunity; to: Stage } | null>(null);
  const [adding, setAdding] = useState(false);
  const phone = useMediaQuery('(max-width: 719px)', false, { getInitialValueInEffect: false });
  const columns = useMemo(() => columnsOf(pipeline, shown), [pipeline, shown]);

  const onMove = useCallback(
    (opportunity: Opportunity, to: Stage) => {
      const { reason, amounts } = needsFor(opportunity, to);
      if (reason || amounts) setAsking({ opportunity, to });
      else void store.ask(opportunity, { to });
    },
    [store],
  );
  const onOpen = useCallback(
    ({ opportunity_id }: Opportunity) =>
      void navigate({ to: '/pipeline/$opportunity', params: { opportunity: opportunity_id } }),
    [navigate],
  );
  const add = (
    <Button onClick={() => setAdding(true)}>
      <Trans>New opportunity</Trans>
    </Button>
  );
  return (
    <>
      <PageHead title={t`Pipeline`} line={<Line all={all} list={list} />} end={add} />
      <Filters {...{ place, onPlace, pipelines, pipeline, all, slows }} />
      <Notices />
      {list.items === undefined && (
        <Card label={t`Pipeline`}>
          {list.failed ? (
            <CardError onRetry={list.refetch} />
          ) : (
            <CardLoading shapes={[36, 90, 90, 90]} />
          )}
        </Card>
      )}
      {list.items !== undefined && all.length === 0 && list.complete && (
        <Card label={t`Pipeline`} className={css.empty}>
          <CardEmpty
            missing={t`No open opportunity.`}
            then={t`Each one is a card here, as large as its budget, in the stage where it stands.`}
          />
        </Card>
      )}
      {list.items !== undefined && place.view === 'table' && (
        <Suspense>
          <OpportunityTable
            pipeline={pipeline}
            opportunities={shown}
            usual={usual}
            sort={place.sort ?? '-value'}
            onSort={(sort) => onPlace({ sort })}
            onOpen={onOpen}
          />
        </Suspense>
      )}
      {list.items !== undefined && place.view !== 'table' && (
        <Board
          pipeline={pipeline}
          columns={columns}
          compact={phone || place.view === 'compact'}
          minorOfThousand={minorOfThousand(currency)}
          sending={sending}
          usual={usual}
          onMove={onMove}
          onOpen={onOpen}
        />
      )}
      <Suspense>
        {asking && (
          <MoveDialog
            {...asking}
            onClose={() => setAsking(null)}
            onMove={(asked: Asked) => {
              setAsking(null);
              void store.ask(asking.opportunity, asked);
            }}
          />
        )}
        {adding && (
          <NewOpportunityDialog
            pipeline={pipeline}
            onClose={() => setAdding(false)}
            onDone={() => setAdding(false)}
          />
        )}
      </Suspense>
    </>
  );
}

/** A company without a pipeline gets the usual one with its first opportunity. */
function First() {
  const { t } = useLingui();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHead title={t`Pipeline`} />
      <Card label={t`Pipeline`}>
        <CardEmpty
          missing={t`No opportunity yet.`}
          then={t`With the first one comes a usual pipeline of four stages. An administrator may define others.`}
        />
        <Button mt="sm" onClick={() => setAdding(true)}>
          <Trans>New opportunity</Trans>
        </Button>
      </Card>
      <Suspense>
        {adding && (
          <NewOpportunityDialog
            pipeline={undefined}
            onClose={() => setAdding(false)}
            onDone={() => setAdding(false)}
          />
        )}
      </Suspense>
    </>
  );
}

/** What will come, where does it stand, and what waits for me? */
export default function PipelinePage() {
  const { t } = useLingui();
  const { place } = usePlace();
  const query = usePipelines();
  // Asked for at the same time: neither waits for the other.
  const list = useOpportunities({
    state: place.state ?? 'open',
    ...(place.rep !== undefined && { rep: place.rep }),
    ...(place.line !== undefined && { product_line: place.line }),
  });
  const pipelines = query.data?.items.filter(({ active }) => active);
  if (pipelines === undefined) {
    return (
      <>
        <PageHead title={t`Pipeline`} />
        <Card label={t`Pipeline`}>
          {query.isError ? (
            <CardError onRetry={() => void query.refetch()} />
          ) : (
            <CardLoading shapes={[36, 90, 90, 90]} />
          )}
        </Card>
      </>
    );
  }
  const pipeline = pipelines.find((each) => each.pipeline_id === place.pipeline) ?? pipelines[0];
  return pipeline ? <Shown pipelines={pipelines} pipeline={pipeline} list={list} /> : <First />;
}
