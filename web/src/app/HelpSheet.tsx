import { Trans, useLingui } from '@lingui/react/macro';
import { Dialog } from '../ui/Dialog';
import { Kbd } from '../ui';
import css from './HelpSheet.module.css';

export default function HelpSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const lines: { keys: string[]; does: string }[] = [
    { keys: ['L'], does: t`Log an activity` },
    { keys: ['Ctrl K'], does: t`Search and jump` },
    { keys: ['G', 'T'], does: t`Go to Today` },
    { keys: ['G', 'P'], does: t`Go to Pace` },
    { keys: ['G', 'I'], does: t`Go to Pipeline` },
    { keys: ['G', 'S'], does: t`Go to Standing` },
    { keys: ['J', 'K'], does: t`Next and previous row` },
    { keys: ['Enter'], does: t`Open the row` },
    { keys: ['.'], does: t`Menu of the row` },
    { keys: ['E'], does: t`Rows behind the figure` },
    { keys: ['1', '7'], does: t`Do the action with this number on Today` },
    { keys: ['[', ']'], does: t`The period before and after, on Pace` },
    { keys: ['Space'], does: t`Lift a card of the board, and put it down` },
    { keys: ['?'], does: t`This list` },
    { keys: ['Esc'], does: t`Close what is on top` },
  ];
  return (
    <Dialog title={t`All keys`} width={440} onClose={onClose}>
      <dl className={css.list}>
        {lines.map(({ keys, does }) => (
          <div key={does} className={css.line}>
            <dt className={css.keys}>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={css.note}>
        <Trans>Letters do nothing while you type in a field. Ctrl K always works.</Trans>
      </p>
    </Dialog>
  );
}
