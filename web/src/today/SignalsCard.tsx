import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { now } from '../api/clock';
import { isOfLastDay, signalsQuery } from '../api/queries';
import type { Signal } from '../api/types';
import { useOpenLog } from '../activity/openLog';
import { useTemperatureWord } from '../contact/useTemperatureWord';
import { useFormat } from '../format';
import { useMayManage } from '../session/useSession';
import { CardEmpty, Chip, QueryCard } from '../ui';
import css from './SignalsCard.module.css';
import { byWarmth } from '../signal/warmest';
import { signalDid } from '../signal/words';

const newest_max = 10;
const shown_max = 6;

/** Of the newest ones. */
function warmestFirst(signals: readonly Signal[]): Signal[] {
  const at = ({ temperature, occurred_at }: Signal) => ({ temperature, at: occurred_at });
  return signals.slice(0, newest_max).sort((a, b) => byWarmth(at(a), at(b)));
}

function newSince(signals: readonly Signal[]): number {
  return signals.filter(({ occurred_at }) => isOfLastDay(occurred_at)).length;
}

export function SignalsCard() {
  const { t } = useLingui();
  const query = useQuery(signalsQuery('me'));
  const others = useMayManage();
  return (
    <QueryCard
      query={query}
      title={t`Signals`}
      shapes={[20, 20, 20]}
      aside={({ items }) =>
        plural(newSince(items), { one: '# new since yesterday', other: '# new since yesterday' })
      }
    >
      {({ items }) =>
        items.length === 0 ? (
          <CardEmpty
            missing={
              others ? (
                <Trans>No signal of a contact of your own.</Trans>
              ) : (
                <Trans>No signal yet.</Trans>
              )
            }
            then={
              others ? (
                <Trans>Contacts of your colleagues who wait stand in the list of the day.</Trans>
              ) : (
                <Trans>When a contact comments, clicks or writes by itself, it appears here.</Trans>
              )
            }
          />
        ) : (
          <ul>
            {warmestFirst(items)
              .slice(0, shown_max)
              .map((signal) => (
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
  const openLog = useOpenLog();
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
