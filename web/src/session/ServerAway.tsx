import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { keepTrying } from '../api/keepTrying';
import { Gate } from './Gate';
import css from './SignIn.module.css';

const again_ms = 5_000;

export function ServerAway({ onRetry }: { onRetry: () => unknown }) {
  useEffect(() => keepTrying(onRetry, again_ms), [onRetry]);
  return (
    <Gate>
      <p className={css.trouble} role="alert">
        <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
        <Trans>Paceline does not answer. Check your connection.</Trans>
      </p>
      <Button variant="default" onClick={() => onRetry()}>
        <Trans>Try again</Trans>
      </Button>
    </Gate>
  );
}
