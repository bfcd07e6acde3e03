import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Evidence as OfRep } from '../api/types';
import { lastDayOf, useFormat } from '../format';
import { countingRows } from './countingRows';
import css from './drawer.module.css';
import { type RuleInPeriod, reasonTitle } from './reasonTitle';
import { Rich } from './Rich';
import { ruleWords } from './ruleWords';
import { useNamed } from './useNamed';
import { useWords } from './useWords';

type Evidence = Omit<OfRep, 'items'>;

interface EvidenceSummaryProps {
  evidence: Evidence;
  pace: RuleInPeriod;
  today: string;
}

/** What the rule asks for, and from when to when. */
function Definition({ evidence, today }: Omit<EvidenceSummaryProps, 'pace'>) {
  const { t } = useLingui();
  const words = useWords();
  const named = useNamed();
  const { date } = words.format;
  const definition = ruleWords(evidence.rule, named.outcome, words);
  const last = lastDayOf(evidence.period);
  const from = date.day(evidence.period.from);
  const to = date.day(today < last ? today : last);
  return <p className={css.definition}>{t`${definition}, ${from} to ${to}.`}</p>;
}

function Reasons({ evidence, pace }: Omit<EvidenceSummaryProps, 'today'>) {
  const words = useWords();
  const most = Math.max(1, ...evidence.reasons.map(({ n }) => n));
  const not = evidence.reasons.filter(
    ({ reason }) => reason !== 'counted' && reason !== 'first_in_period',
  );
  return (
    <ul className={css.reasons}>
      {not.map(({ reason, n }) => (
        <li key={reason} className={css.reason}>
          <span className={css.reasonWords}>{reasonTitle(reason, pace, words)}</span>
          <span className={css.reasonBar} style={{ inlineSize: `${(30 * n) / most}%` }} />
          <span className={css.reasonCount}>{words.format.number.count(n)}</span>
        </li>
      ))}
    </ul>
  );
}

/** How many rows count and how many do not, as one bar and in words. */
function Split({ counted, not_counted }: Pick<Evidence, 'counted' | 'not_counted'>) {
  const { t } = useLingui();
  const { number } = useFormat();
  const yes = number.count(counted);
  const no = number.count(not_counted);
  return (
    <>
      <div className={css.split} aria-hidden>
        <span className={css.yes} style={{ flexGrow: counted }} />
        <span className={css.no} style={{ flexGrow: counted > 0 ? not_counted : 1 }} />
      </div>
      <p className={css.splitWords}>
        <span>
          <Rich
            text={t`${plural(counted, { one: `<b>${yes}</b> counts`, other: `<b>${yes}</b> count` })}`}
          />
        </span>
        <span>
          <Rich
            text={t`${plural(not_counted, { one: `<b>${no}</b> does not`, other: `<b>${no}</b> do not` })}`}
          />
        </span>
      </p>
    </>
  );
}

export function EvidenceSummary(props: EvidenceSummaryProps) {
  const { not_counted } = props.evidence;
  const counted = countingRows(props.evidence);
  return (
    <>
      <Definition {...props} />
      <Split counted={counted} not_counted={not_counted} />
      <Reasons {...props} />
    </>
  );
}
