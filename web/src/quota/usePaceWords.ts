import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { PaceDetail } from '../api/types';
import type { PaceWords } from '../chart';
import { useFormat } from '../format';
import { useDayWords } from './useDayWords';

/** All words that stand in the chart of one pace. */
export function usePaceWords(pace: PaceDetail, sentence: string): PaceWords {
  const { t } = useLingui();
  const { number, date, chance } = useFormat();
  const tip = useDayWords(pace.rule.currency);
  return useMemo(() => {
    const { name, projection } = pace;
    const much = number.much(pace.rule.currency);
    const amount = much.count(pace.amount);
    const counted = much.count(pace.counted);
    const expected = much.count(Math.round(pace.expected_by_now));
    const middle = projection && much.count(projection.p50);
    const floor = pace.floor && much.count(pace.floor);
    const stretch = pace.stretch && much.count(pace.stretch);
    return {
      title: t`Course of ${name}`,
      description: sentence,
      quota: t`${amount} quota`,
      floor: floor ? t`${floor} floor` : null,
      stretch: stretch ? t`${stretch} stretch` : null,
      done: t`${counted} done`,
      expected: t`${expected} expected`,
      likely: middle && t`${middle} likely`,
      range: projection && chance.range(much.count(projection.p10), much.count(projection.p90)),
      band: pace.band && t`8 of 10 who are exactly on plan stay in the band`,
      plan: t`the plan`,
      day: date.day,
      count: much.count,
      tip,
    };
  }, [pace, sentence, t, number, date, chance, tip]);
}
