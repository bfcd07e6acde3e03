import { Trans, useLingui } from '@lingui/react/macro';
import type { Chance } from '../api/types';
import { useFormat } from '../format';
import css from './fair.module.css';
import { tellingOf } from './leads';

/** 31%, 20 to 45, 12 of 39; or that it is too few to tell. */
export function ChanceFigure({ chance }: { chance: Chance }) {
  const { t } = useLingui();
  const { number, chance: words } = useFormat();
  const telling = tellingOf(chance);
  if (telling === 'nothing') return <span className={css.dim}>–</span>;
  const n = number.count(chance.n);
  const of = number.count(chance.of);
  const { low, high } = chance.interval ?? { low: 0, high: 1 };
  return (
    <span className={css.chance}>
      {telling === 'told' && <b>{number.percent(chance.share ?? 0)}</b>}
      <span className={css.small}>
        {telling === 'told'
          ? words.range(number.percent(low), number.percent(high))
          : t`too few to tell`}
      </span>
      <span className={css.small}>
        <Trans>
          {n} of {of}
        </Trans>
      </span>
    </span>
  );
}
