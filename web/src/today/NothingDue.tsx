import { plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { CardEmpty } from '../ui';
import css from './ActionsCard.module.css';

export function NothingDue({ firstDay, more }: { firstDay: boolean; more: number }) {
  return (
    <div className={css.nothing}>
      {firstDay ? (
        <CardEmpty
          missing={<Trans>Log your first call: press L.</Trans>}
          then={
            <Trans>From then on you see here whom to answer first and what is still missing.</Trans>
          }
        />
      ) : (
        <p className={css.nothingWords}>
          {plural(more, {
            0: 'Nothing is due.',
            one: 'Nothing is due. One thing would help most:',
            other: 'Nothing is due. Two things would help most:',
          })}
        </p>
      )}
    </div>
  );
}
