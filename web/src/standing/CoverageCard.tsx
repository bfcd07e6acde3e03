import { Trans, useLingui } from '@lingui/react/macro';
import type { Standing } from '../api/pipelineTypes';
import css from '../fair/fair.module.css';
import { useFormat } from '../format';
import { Card } from '../ui';

type Coverage = NonNullable<Standing['coverage']>;

function Chances({ coverage }: { coverage: Coverage }) {
  const { number, chance } = useFormat();
  const { chance: enough, wins_needed, open_count, needed_80, needed_95 } = coverage;
  if (wins_needed === null)
    return <Trans>How many sales that takes cannot be told: no sale is known yet.</Trans>;
  const needed = number.count(wins_needed);
  if (open_count === 0)
    return (
      <Trans>Sales of the usual size that are needed: {needed}. Nothing is open for them.</Trans>
    );
  if (enough === null)
    return (
      <Trans>
        Sales of the usual size that are needed: {needed}. Too little has ended to tell how many of
        the open ones will be won.
      </Trans>
    );
  const open = number.count(open_count);
  const odds = chance.odds(enough);
  const [at80, at95] = [needed_80, needed_95].map((each) =>
    each === null ? null : number.count(each),
  );
  return (
    <>
      <Trans>
        Sales of the usual size that are needed: {needed}. Open: {open}. The chance that so many of
        them are won: {odds}.
      </Trans>{' '}
      {at80 && at95 && (
        <Trans>
          {at80} open ones are enough 8 times in 10, {at95} nineteen times in 20.
        </Trans>
      )}
    </>
  );
}

/** Whether what is open is enough, said honestly: three times the money says nothing without the number. */
export function CoverageCard({ coverage }: { coverage: Coverage }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const open = number.moneyShort(coverage.open);
  const to_sell = number.moneyShort(coverage.to_sell);
  const ratio = coverage.ratio === null ? null : number.count(coverage.ratio);
  return (
    <Card title={t`Is it enough?`}>
      {ratio === null ? (
        <p>
          <Trans>The quota is sold.</Trans>
        </p>
      ) : (
        <>
          <p>
            <b>
              <Trans>
                {open} is open, {ratio} times the {to_sell} that is still to sell.
              </Trans>
            </b>
          </p>
          <p>
            <Chances coverage={coverage} />
          </p>
          <p className={css.dim}>
            <Trans>
              “Three times is safe” holds for many small sales. With few it often is not enough,
              since one that is lost counts more.
            </Trans>
          </p>
        </>
      )}
    </Card>
  );
}
