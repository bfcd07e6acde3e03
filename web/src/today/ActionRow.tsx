import { Button } from '@mantine/core';
import { useOpenLog } from '../activity/openLog';
import type { Action } from './actions';
import css from './ActionsCard.module.css';
import { ActionReason } from './ActionWords';
import { useActionFace } from './useActionFace';

interface ActionRowProps {
  action: Action;
  place: number;
  filled: boolean;
}

export function ActionRow({ action, place, filled }: ActionRowProps) {
  const openLog = useOpenLog();
  const { title, button, icon: Icon, log } = useActionFace()(action);
  return (
    <li className={css.row} data-filled={filled || undefined} data-row tabIndex={-1}>
      <span className={css.place}>{place}</span>
      <div className={css.words}>
        <h2 className={css.title}>{title}</h2>
        <p className={css.reason}>
          <ActionReason action={action} />
        </p>
      </div>
      <Button
        className={css.button}
        classNames={{
          inner: css.buttonInner ?? '',
          label: css.buttonLabel ?? '',
          section: css.buttonSection ?? '',
        }}
        variant={filled ? 'filled' : 'default'}
        justify="flex-start"
        leftSection={<Icon size={17} stroke={1.8} aria-hidden />}
        aria-label={`${button}: ${title}`}
        aria-keyshortcuts={String(place)}
        data-primary
        onClick={() => openLog(log)}
      >
        {button}
      </Button>
    </li>
  );
}
