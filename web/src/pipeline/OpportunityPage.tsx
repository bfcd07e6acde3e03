import { useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { hasStatus } from '../api/fault';
import type { Pipeline, Stage, StageDays } from '../api/pipelineTypes';
import { useFormat } from '../format';
import { useToday } from '../format/useToday';
import form from '../team/form.module.css';
import { Card, CardError, CardLoading, PageHead, Pill } from '../ui';
import { AmountsCard } from './AmountsCard';
import { AppointmentsCard } from './AppointmentsCard';
import { daysBetween } from './board';
import css from './board.module.css';
import type { OfOpportunity } from './CardParts';
import { CloseCard } from './CloseCard';
import { EstimatesCard } from './EstimatesCard';
import { HistoryCard } from './HistoryCard';
import { type Asked, needsFor, withMoves } from './moves';
import { Notices } from './Notices';
import { PeopleCard } from './PeopleCard';
import { QualificationCard } from './QualificationCard';
import { SalesCard } from './SalesCard';
import { StageAge } from './StageAge';
import { stageName } from './stageName';
import { StepsCard } from './StepsCard';
import { TrialsCard } from './TrialsCard';
import { useMoves } from './useMoves';
import { useOpportunity, usePipelines } from './useOpportunities';
import { useUsualDays } from './useUsualDays';

const MoveDialog = lazy(() => import('./MoveDialog'));

/** What "usually" on the card is. */
function Usual({ usual }: { usual: StageDays }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { usual_days, three_of_four_days } = usual;
  const left = number.count(usual.left);
  const half = number.count(usual_days ?? 0);
  const most = number.count(three_of_four_days ?? 0);
  let words = t`Left this stage so far: ${left}. Too few to tell how long is usual.`;
  if (usual_days !== null) words = t`Half leave this stage by day ${half}; left so far: ${left}.`;
  if (usual_days !== null && three_of_four_days !== null)
    words = t`Half leave this stage by day ${half}, three of four by day ${most}; left so far: ${left}.`;
  return <p className={form.hint}>{words}</p>;
}

/** Where it stands, and every stage to which it may go. */
function StageCard({ opportunity, pipeline }: OfOpportunity & { pipeline: Pipeline }) {
  const { t, i18n } = useLingui();
  const { date } = useFormat();
  const today = useToday();
  const usual = useUsualDays().get(opportunity.stage.stage_id);
  const { store, board } = useMoves();
  const [asking, setAsking] = useState<Stage | null>(null);
  const [shown] = withMoves([opportunity], board);
  const stage = shown?.stage ?? opportunity.stage;
  const days = daysBetween(date.dayOf(opportunity.stage_since), today);
  const { end_reason } = opportunity;
  const move = (to: Stage) => {
    const needs = needsFor(opportunity, to);
    if (needs.reason || needs.amounts) setAsking(to);
    else void store.ask(opportunity, { to });
  };
  return (
    <Card title={t`Stage`} aside={<StageAge days={days} usual={usual} />}>
      <div className={css.tools}>
        {pipeline.stages
          .filter(({ active, stage_id }) => active || stage_id === stage.stage_id)
          .map((each) => (
            <Pill
              key={each.stage_id}
              selected={each.stage_id === stage.stage_id}
              onClick={() => each.stage_id !== stage.stage_id && move(each)}
            >
              {stageName(each, i18n)}
            </Pill>
          ))}
      </div>
      {usual && <Usual usual={usual} />}
      {end_reason !== null && <p className={form.hint}>{end_reason}</p>}
      {asking && (
        <Suspense>
          <MoveDialog
            opportunity={opportunity}
            to={asking}
            onClose={() => setAsking(null)}
            onMove={(asked: Asked) => {
              setAsking(null);
              void store.ask(opportunity, asked);
            }}
          />
        </Suspense>
      )}
    </Card>
  );
}

function Opened({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  const { number } = useFormat();
  const pipelines = usePipelines().data?.items ?? [];
  const pipeline = pipelines.find(({ pipeline_id }) => pipeline_id === opportunity.pipeline_id);
  const { name, account, contact, rep, value, state, shares } = opportunity;
  const money = value === null ? null : number.moneyShort(value);
  const line = [rep.name, money].filter(Boolean).join(' · ');
  return (
    <>
      <PageHead
        title={name}
        line={
          <>
            {account && (
              <>
                <Link to="/accounts/$account" params={{ account: account.account_id }}>
                  {account.name}
                </Link>
                {' · '}
              </>
            )}
            {contact && (
              <>
                <Link to="/contacts/$contact" params={{ contact: contact.contact_id }}>
                  {contact.name}
                </Link>
                {' · '}
              </>
            )}
            {line}
          </>
        }
        end={<Link to="/pipeline">{t`To the pipeline`}</Link>}
      />
      <Notices />
      <div className={form.columns}>
        <div className={form.column}>
          {pipeline && <StageCard opportunity={opportunity} pipeline={pipeline} />}
          <StepsCard opportunity={opportunity} />
          <AppointmentsCard opportunity={opportunity} />
          <AmountsCard opportunity={opportunity} />
          <EstimatesCard opportunity={opportunity} />
          {(state === 'won' || shares.length > 0) && <SalesCard opportunity={opportunity} />}
          <div className={form.last}>
            <HistoryCard opportunity={opportunity} />
          </div>
        </div>
        <div className={form.column}>
          <CloseCard key={opportunity.close_day} opportunity={opportunity} />
          <TrialsCard opportunity={opportunity} />
          <QualificationCard key={opportunity.opportunity_id} opportunity={opportunity} />
          <PeopleCard opportunity={opportunity} />
        </div>
      </div>
    </>
  );
}

/** One opportunity: everything that is known of it, and all that may be changed. */
export default function OpportunityPage() {
  const { t } = useLingui();
  const { opportunity = '' } = useParams({ strict: false });
  const query = useOpportunity(opportunity);
  const { board } = useMoves();
  const known = board.known.get(opportunity);
  // A move tells at once what it is now; the page's own reading follows.
  const { data } = query;
  if (data !== undefined) {
    const newer = known !== undefined && known.version > data.version;
    return <Opened opportunity={newer ? { ...data, ...known } : data} />;
  }
  return (
    <>
      <PageHead title={t`Opportunity`} />
      <Card label={t`Opportunity`}>
        {query.isError && hasStatus(query.error, 404) && t`It is not there any more.`}
        {query.isError && hasStatus(query.error, 403) && t`You cannot see this.`}
        {query.isError && !hasStatus(query.error, 404) && !hasStatus(query.error, 403) && (
          <CardError onRetry={() => void query.refetch()} />
        )}
        {!query.isError && <CardLoading shapes={[36, 60, 60]} />}
      </Card>
    </>
  );
}
