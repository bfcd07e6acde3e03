import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './form.module.css';

interface FormEndProps {
  does: ReactNode;
  busy: boolean;
  /** What is wrong and has no field of its own. */
  trouble: string | null;
  /** Said after it was stored. */
  done?: ReactNode;
  disabled?: boolean;
  quiet?: boolean;
  onCancel?: (() => void) | undefined;
}

/** What went wrong, the button that stores, a way back, and that it is stored. */
export function FormEnd({
  does,
  busy,
  trouble,
  done,
  disabled = false,
  quiet = false,
  onCancel,
}: FormEndProps) {
  return (
    <>
      {trouble !== null && (
        <p role="alert" className={css.trouble}>
          <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
          {trouble}
        </p>
      )}
      <div className={css.end}>
        <Button
          type="submit"
          loading={busy}
          disabled={disabled}
          {...(quiet && { variant: 'default' })}
        >
          {does}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        )}
        <span role="status" className={css.done}>
          {trouble === null && done}
        </span>
      </div>
    </>
  );
}
