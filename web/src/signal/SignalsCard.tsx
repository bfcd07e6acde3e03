import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { now } from '../api/clock';
import { signalsQuery } from '../api/queries';
import type { List, Signal } from '../api/types';
import { useLayers } from '../app/Layers';
import { useTemperatureWord } from '../contact/useTemperatureWord';
import { useFormat } from '../format';
import { CardEmpty, Chip, QueryCard } from '../ui';
import css from './SignalsCard.module.css';
import { byWarmth } from './warmest';
import { signalDid } from './words';

const day_ms = 86_400_000;

function warmestFirst({ items }: List<Signal>): Signal[] {
  const at = ({ temperature, occurred_at }: Signal) => ({ temperature, at: occurred_at });
  return [...items].sort((a, b) => byWarmth(at(a), at(b)));
}

function newSince(signals: readonly Signal[]): number {
  const since = now().getTime() - day_ms;
  return signals.filter(({ occurred_at }) => Date.parse(occurred_at) >= since).length;
}

export function SignalsCard() {
  const { t } = useLingui();
  const query = useQuery({ ...signalsQuery('me', 10), select: warmestFirst });
  return (
    <QueryCard
      query={query}
      title={t`Signals`}
      shapes={[20, 20, 20]}
      aside={(signals) =>
        plural(newSince(signals), { one: '# new since yesterday', other: '# new since yesterday' })
      }
    >
      {(signals) =>
        signals.length === 0 ? (
          <CardEmpty
            missing={<Trans>No signal yet.</Trans>}
            then={
              <Trans>When a contact comments, clicks or writes by itself, it appears here.</Trans>
            }
          />
        ) : (
          <ul>
            {signals.slice(0, 6).map((signal) => (
              <SignalRow key={signal.signal_id} signal={signal} />
            ))}
          </ul>
        )
      }
    </QueryCard>
  );
}

function SignalRow({ signal }: { signal: Signal }) {
  const { i18n } = useLingui();
  const { span } = useFormat();
  const temperature = useTemperatureWord();
  const { openLog } = useLayers();
  const { contact_id, contact_name, account_name } = signal;
  const did = signalDid(signal, i18n);
  return (
    <li className={css.row} data-row tabIndex={-1}>
      <button
        type="button"
        className={css.words}
        data-primary
        title={`${contact_name}: ${did}`}
        onClick={() => openLog({ contact: { contact_id, name: contact_name, account_name } })}
      >
        <b>
          <bdi>{contact_name}</bdi>
        </b>{' '}
        <span className={css.did}>{did}</span>
      </button>
      <Chip outline>{temperature(signal.temperature)}</Chip>
      <span className={css.time}>
        <bdi>{span.ago(signal.occurred_at, now())}</bdi>
      </span>
    </li>
  );
}
