import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paceOfRepQuery, quotasQuery } from '../../api/queries';
import type { Pace, Quota } from '../../api/types';
import { useFormat } from '../../format';
import { Card, CardEmpty, PageHead, QueryCard, Ratio } from '../../ui';
import { Agreement } from '../Agreement';
import { gradeWords } from '../gradeWords';
import { ruleWords } from '../ruleWords';
import { useNamed } from '../useNamed';
import { useWords } from '../useWords';
import { Definition } from './Definitions';
import css from './editor.module.css';
import { Proposals } from './Proposals';
import { EVERY } from './words';

/** What the quota asks of everybody, beside what it asks of this rep in this period. */
function Asked({ pace, quota }: { pace: Pace; quota: Quota | undefined }) {
  const { i18n } = useLingui();
  const { number, span } = useFormat();
  const words = useWords();
  const named = useNamed();
  const amount = number.much(pace.rule.currency).count(pace.amount_full);
  const every = i18n._(EVERY[pace.period_kind]);
  return (
    <>
      <p className={css.rule}>{ruleWords(quota?.rule ?? pace.rule, named.outcome, words)}</p>
      <p className={css.asked}>
        <Ratio
          done={number.much(pace.rule.currency).count(pace.counted)}
          of={number.much(pace.rule.currency).count(pace.amount)}
        />{' '}
        <span className={css.small}>
          {'· '}
          {span.periodLong(pace.period_kind, pace.period)}
          {pace.amount_full !== pace.amount && (
            <>
              {' · '}
              <Trans>
                {amount} {every} in full
              </Trans>
            </>
          )}
        </span>
      </p>
      <p className={css.small}>{gradeWords(pace, words)}</p>
      <p>
        <Link to="/pace/$quota" params={{ quota: pace.quota_id }} className={css.link}>
          <Trans>Show the pace</Trans>
        </Link>
      </p>
    </>
  );
}

function Own({ paces, quotas }: { paces: readonly Pace[]; quotas: readonly Quota[] }) {
  const { t } = useLingui();
  const asked = new Set(paces.map(({ quota_id }) => quota_id));
  const others = quotas.filter(({ quota_id }) => !asked.has(quota_id));
  return (
    <>
      {paces.length === 0 && (
        <Card label={t`Quotas`}>
          <CardEmpty
            missing={t`You have no quota yet.`}
            then={t`Once one is set, it stands here with what counts and who set it.`}
          />
        </Card>
      )}
      <div className={css.own}>
        {paces.map((pace) => (
          <Card key={pace.quota_id} title={<bdi>{pace.name}</bdi>}>
            <div className={css.fields}>
              <div>
                <Asked
                  pace={pace}
                  quota={quotas.find(({ quota_id }) => quota_id === pace.quota_id)}
                />
              </div>
              <Agreement pace={pace} self plain />
            </div>
          </Card>
        ))}
      </div>
      {others.length > 0 && (
        <Card title={t`Asks your team, or you at another time`} flush>
          <ul className={css.list}>
            {others.map((quota) => (
              <Definition key={quota.quota_id} quota={quota} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** What is asked of a rep: what counts, how much, who set it; the rep agrees, or proposes another amount. */
export function OwnQuotas() {
  const { t } = useLingui();
  const paces = useQuery(paceOfRepQuery('me'));
  const quotas = useQuery(quotasQuery()).data?.items ?? [];
  return (
    <>
      <PageHead title={t`Quotas`} line={t`What is asked of you, what counts, and who set it.`} />
      <div className={css.cards}>
        <Proposals />
        {paces.data ? (
          <Own paces={paces.data.items} quotas={quotas} />
        ) : (
          <QueryCard query={paces} label={t`Quotas`} shapes={[120, 120]}>
            {() => null}
          </QueryCard>
        )}
      </div>
    </>
  );
}
