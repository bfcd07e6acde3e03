import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import css from './CardState.module.css';

export function CardError({ onRetry }: { onRetry: () => void }) {
  return (
    <div className={css.state} role="alert">
      <p className={css.line}>
        <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
        <Trans>These figures could not be loaded.</Trans>
      </p>
      <p className={css.hint}>
        <Trans>The rest of the page works. What you log is kept and sent later.</Trans>
      </p>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden />}
        onClick={onRetry}
      >
        <Trans>Try again</Trans>
      </Button>
    </div>
  );
}
