import { Trans, useLingui } from '@lingui/react/macro';
import type { PaceDetail } from '../api/types';
import css from './drawer.module.css';
import { type FormulaLine, formulaLines } from './formulaLines';
import { prorationWords } from './prorationWords';
import { useWords } from './useWords';

function Line({ term, sum, figure }: { term: string; sum?: string | null; figure: string }) {
  return (
    <div className={css.formula}>
      <dt>{term}</dt>
      <dd>
        {/* A sum reads from left to right in every language, its figure included. */}
        <bdi {...(sum && { dir: 'ltr' })}>
          {sum && `${sum} = `}
          <b>{figure}</b>
        </bdi>
      </dd>
    </div>
  );
}

/** Where the end is seen from here, and how sure. */
function ModelLines({ pace }: { pace: PaceDetail }) {
  const { t } = useLingui();
  const { format } = useWords();
  const { projection, p_reach } = pace;
  if (!projection) return null;
  const count = format.number.count;
  const middle = count(projection.p50);
  const range = format.chance.rangeWithCases(count(projection.p10), count(projection.p90));
  const amount = count(pace.amount);
  return (
    <>
      <Line term={t`Likely at the end`} figure={`${middle}; ${range}`} />
      {p_reach !== null && (
        <Line term={t`Chance to make ${amount}`} figure={format.chance.percent(p_reach)} />
      )}
    </>
  );
}

export function FormulaPage({ pace }: { pace: PaceDetail }) {
  const { t } = useLingui();
  const words = useWords();
  const { count } = words.format.number.much(pace.rule.currency);
  const terms: Record<FormulaLine['key'], string> = {
    expected: t`Expected by now`,
    pace: t`Pace`,
    so_far: t`So far per working day`,
    needed: t`Needed per working day`,
  };
  const why = prorationWords(pace, words);
  return (
    <>
      <dl className={css.formulas}>
        <Line
          term={t`Quota`}
          figure={why ? `${count(pace.amount)} (${why})` : count(pace.amount)}
        />
        <Line term={t`Done`} figure={count(pace.counted)} />
        {formulaLines(pace, words.format).map(({ key, sum, figure }) => (
          <Line key={key} term={terms[key]} sum={sum} figure={figure} />
        ))}
        {pace.band && (
          <Line
            term={t`8 of 10 exactly on plan`}
            figure={words.format.chance.range(
              count(Math.round(pace.band.low)),
              count(Math.round(pace.band.high)),
            )}
          />
        )}
        <ModelLines pace={pace} />
      </dl>
      {pace.why_p_reach === 'money' && (
        <p className={css.formulaNote}>
          <Trans>
            A few large sales tell no rate, so there is no chance here: behind is below what the
            working calendar expects by now. What the open opportunities may bring is in the
            pipeline.
          </Trans>
        </p>
      )}
      {pace.projection && (
        <p className={css.formulaNote}>
          <Trans>
            The days that are left are taken to go like the days so far, with the ups and downs that
            they had. No appointment and no open opportunity is in it.
          </Trans>
        </p>
      )}
    </>
  );
}
