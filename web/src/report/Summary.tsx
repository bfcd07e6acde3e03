import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Report } from '../api/types';
import { prorationWords } from '../quota/prorationWords';
import { ruleWords } from '../quota/ruleWords';
import { useNamed } from '../quota/useNamed';
import { useWords } from '../quota/useWords';
import { Card } from '../ui';
import css from './report.module.css';
import { VerdictChip } from './VerdictChip';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Grades({ report }: { report: Report }) {
  const { t } = useLingui();
  const { number } = useWords().format;
  const { floor, stretch } = report;
  const [low, high] = [floor, stretch].map((at) => number.much(report.currency).count(at ?? 0));
  if (floor === null && stretch === null) return null;
  return (
    <Fact name={t`Grades`}>
      {floor !== null && <p>{t`The floor was ${low}.`}</p>}
      {stretch !== null && <p>{t`The stretch was ${high}.`}</p>}
    </Fact>
  );
}

/** What was asked, counted and proposed: the first page of the print. */
export function Summary({ report }: { report: Report }) {
  const { t } = useLingui();
  const words = useWords();
  const named = useNamed();
  const { number, date } = words.format;
  const counted = number.much(report.currency).count(report.counted_with_adjustments);
  const own = number.much(report.currency).count(report.counted);
  const change = number.much(report.currency).signed(report.adjustment);
  const amount = number.much(report.currency).count(report.amount);
  const why = prorationWords(report, words);
  const when = date.dayTime(report.closed_at);
  const closer = report.closed_by;
  return (
    <Card label={report.name}>
      <p className={css.big}>
        {t`${counted} of ${amount}`}
        <VerdictChip verdict={report.verdict} confirmed={report.confirmed} />
      </p>
      <dl className={css.facts}>
        {report.adjustment !== 0 && (
          <Fact name={t`Counted`}>{t`${own} in the period, ${change} for earlier ones`}</Fact>
        )}
        {report.excused ? (
          <Fact name={t`Asked`}>{t`Nothing: there was no working minute.`}</Fact>
        ) : (
          why !== null && <Fact name={t`Asked`}>{why}</Fact>
        )}
        <Grades report={report} />
        {report.rules.map((rule) => (
          <Fact key={rule.rule_id} name={t`What counts`}>
            {ruleWords(rule, named.outcome, words)}
          </Fact>
        ))}
        <Fact name={t`Closed`}>
          {closer === null ? t`${when}, by itself after the grace` : t`${when}, by ${closer}`}
        </Fact>
        <Fact name={t`Time zone of the days`}>
          <bdi dir="ltr">{report.zone}</bdi>
        </Fact>
      </dl>
      {!report.whole && (
        <p className={css.dim}>
          {t`Days and rows are those of the time in your team; the figures are of the whole period.`}
        </p>
      )}
      <p className={css.sign} aria-hidden>
        <span>{t`Rep`}</span>
        <span>{t`Manager`}</span>
      </p>
    </Card>
  );
}
