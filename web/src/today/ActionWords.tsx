import { Trans, useLingui } from '@lingui/react/macro';
import { now } from '../api/clock';
import { useTemperatureWord } from '../contact/useTemperatureWord';
import { useFormat } from '../format';
import { signalDid } from '../signal/words';
import { useSession } from '../session/useSession';
import { type Action, type AnswerAction, isElsewhere, type QuotaAction } from './actions';

/** One line of reason, the fact that decides in bold. */
export function ActionReason({ action }: { action: Action }) {
  return action.do === 'answer' ? <AnswerReason {...action} /> : <QuotaReason {...action} />;
}

/** Of a contact of somebody else: whose. */
function Whose({ contact }: Pick<AnswerAction, 'contact'>) {
  const me = useSession().user.user_id;
  if (!isElsewhere(contact, me)) return null;
  const owner = <bdi>{contact.owner?.name}</bdi>;
  return (
    <>
      {' '}
      <Trans>Rep: {owner}.</Trans>
    </>
  );
}

function AnswerReason(action: AnswerAction) {
  return (
    <>
      <Waiting {...action} />
      <Whose {...action} />
    </>
  );
}

function Waiting({ contact, signal }: AnswerAction) {
  const { i18n } = useLingui();
  const { date, span } = useFormat();
  const temperature = useTemperatureWord()(contact.temperature);
  const waiting = span.ago(contact.waiting_since, now());
  if (signal === null) {
    return (
      <Trans>
        {temperature}, <b>waiting {waiting}.</b>
      </Trans>
    );
  }
  const did = signalDid(signal, i18n);
  const today = date.dayOf(signal.occurred_at) === date.dayOf(now());
  const when = today ? date.time(signal.occurred_at) : date.dayTime(signal.occurred_at);
  return (
    <Trans>
      {temperature}, {did}, {when}. <b>Waiting {waiting}.</b>
    </Trans>
  );
}

function QuotaReason({ pace }: QuotaAction) {
  const { number } = useFormat();
  const { name, counted, amount, needed_per_day } = pace;
  const [done, quota] = [number.count(counted), number.count(amount)];
  const needed = number.perDay(needed_per_day ?? 0);
  if (pace.state === 'behind') {
    return (
      <Trans>
        <b>Behind on {name}:</b> {done} of {quota}, {needed} a day needed.
      </Trans>
    );
  }
  return (
    <Trans>
      {name}: {done} of {quota}, {needed} a day needed.
    </Trans>
  );
}
