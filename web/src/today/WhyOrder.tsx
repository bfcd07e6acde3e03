import { Trans, useLingui } from '@lingui/react/macro';
import { now } from '../api/clock';
import { useTemperatureWord } from '../contact/useTemperatureWord';
import { useFormat } from '../format';
import { Dialog } from '../ui/Dialog';
import type { Action } from './actions';
import { useActionFace } from './useActionFace';
import css from './WhyOrder.module.css';

export function WhyOrder({
  actions,
  onClose,
}: {
  actions: readonly Action[];
  onClose: () => void;
}) {
  const { t } = useLingui();
  const face = useActionFace();
  return (
    <Dialog title={t`Why this order?`} width={520} onClose={onClose}>
      <p className={css.rule}>
        <Trans>
          First whoever waits for an answer: hot before warm before cold, the newest first. Then the
          quotas that are behind, the least likely one first.
        </Trans>
      </p>
      <ol>
        {actions.map((action) => (
          <li key={action.id} className={css.row}>
            <span className={css.title}>{face(action).title}</span>
            <span className={css.ground}>
              <Ground action={action} />
            </span>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function Ground({ action }: { action: Action }) {
  const { chance, span } = useFormat();
  const temperature = useTemperatureWord();
  if (action.do === 'answer') {
    const warmth = temperature(action.contact.temperature);
    const time = span.ago(action.contact.waiting_since, now());
    return (
      <Trans>
        {warmth}, waiting {time}
      </Trans>
    );
  }
  const { p_reach } = action.pace;
  if (p_reach === null) return <Trans>chance not known yet</Trans>;
  const odds = chance.odds(p_reach);
  return <Trans>chance {odds}</Trans>;
}
