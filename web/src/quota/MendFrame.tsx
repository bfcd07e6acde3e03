import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  type KeyboardEvent,
  type ReactNode,
  type SubmitEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Unreachable } from '../api/fault';
import css from './drawer.module.css';

interface MendFrameProps {
  /** The word on the button. */
  does: string;
  busy: boolean;
  error: unknown;
  ready?: boolean;
  onSave: (reason: string) => void;
  onCancel: () => void;
  children?: ReactNode;
}

function MendError({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <p role="alert" className={css.mendError}>
      {error instanceof Unreachable ? (
        <Trans>No connection. Nothing was changed.</Trans>
      ) : (
        <Trans>This could not be saved. Nothing was changed.</Trans>
      )}
    </p>
  );
}

/** Fields, the reason that every repair needs, and two buttons. Esc leaves the row as it is. */
export function MendFrame({
  does,
  busy,
  error,
  ready = true,
  onSave,
  onCancel,
  children,
}: MendFrameProps) {
  const { t } = useLingui();
  const self = useRef<HTMLDivElement>(null);
  const [reason, setReason] = useState('');
  useEffect(() => self.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (ready && reason.trim() !== '') onSave(reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <div ref={self} role="presentation" className={css.mend} onKeyDown={onKeyDown}>
      <form className={css.mendForm} onSubmit={submit}>
        {children}
        <TextInput
          label={t`Why`}
          dir="auto"
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <MendError error={error} />
        <div className={css.mendButtons}>
          <Button type="submit" size="xs" loading={busy} disabled={!ready || reason.trim() === ''}>
            {does}
          </Button>
          <Button variant="default" size="xs" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </div>
  );
}
