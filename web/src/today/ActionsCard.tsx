import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useOpenLog } from '../activity/openLog';
import { useKeys } from '../keyboard/useKeys';
import { Card, CardError, CardLoading, Kbd } from '../ui';
import { ActionRow } from './ActionRow';
import type { ActionList } from './actions';
import css from './ActionsCard.module.css';
import { NothingDue } from './NothingDue';
import { useActionFace } from './useActionFace';
import { useActions } from './useActions';
import { WhyOrder } from './WhyOrder';

export function ActionsCard({ firstDay }: { firstDay: boolean }) {
  const { t } = useLingui();
  const { list, failed, retry } = useActions();
  if (list === undefined) {
    return (
      <Card label={t`Actions`}>
        {failed ? <CardError onRetry={retry} /> : <CardLoading shapes={[36, 36, 36, 36]} />}
      </Card>
    );
  }
  return <Actions list={list} firstDay={firstDay} />;
}

function Actions({ list, firstDay }: { list: ActionList; firstDay: boolean }) {
  const { t } = useLingui();
  const openLog = useOpenLog();
  const face = useActionFace();
  const [why, setWhy] = useState(false);
  const { actions, due } = list;

  const press = (index: number) => () => {
    const action = actions[index];
    if (action) openLog(face(action).log);
  };
  useKeys(Object.fromEntries(actions.map((_, index) => [String(index + 1), press(index)])));

  return (
    <>
      <Card flush label={t`Actions`} className={css.card}>
        {!due && <NothingDue firstDay={firstDay} more={actions.length} />}
        <ol>
          {actions.map((action, index) => (
            <ActionRow
              key={action.id}
              action={action}
              place={index + 1}
              filled={due && index === 0}
            />
          ))}
        </ol>
      </Card>
      {actions.length > 0 && (
        <div className={css.hints}>
          <p className={css.keys}>
            <Trans>
              Press the number to do it <Kbd>J</Kbd> <Kbd>K</Kbd> move
            </Trans>
          </p>
          <button type="button" className={css.why} onClick={() => setWhy(true)}>
            <Trans>Why this order?</Trans>
          </button>
        </div>
      )}
      {why && <WhyOrder actions={actions} onClose={() => setWhy(false)} />}
    </>
  );
}
