import { Trans } from '@lingui/react/macro';
import { useFormat } from '../format';
import { useToday } from '../format/useToday';
import type { Effect } from './effects';
import css from './form.module.css';

function One({ effect }: { effect: Effect }) {
  const { number, span } = useFormat();
  const today = useToday();
  const { name, pace } = effect;
  const period = span.period(pace.period_kind, pace.period, today);
  const [before, after] = [number.count(effect.before), number.count(effect.after)];
  return (
    <li>
      {effect.after === 0 ? (
        <Trans>
          {name}, {period}: nothing is asked any more.
        </Trans>
      ) : (
        <Trans>
          {name}, {period}: <b>{after}</b> instead of {before}.
        </Trans>
      )}
    </li>
  );
}

/** What the change did to the quotas that run. */
export function EffectWords({ effects }: { effects: readonly Effect[] }) {
  return (
    <div role="status">
      <ul className={css.consequences}>
        {effects.length === 0 && (
          <li>
            <Trans>No quota that runs now asks more or less by it.</Trans>
          </li>
        )}
        {effects.map((effect) => (
          <One key={effect.quota_id} effect={effect} />
        ))}
      </ul>
    </div>
  );
}
