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
import { ApiFault } from '../api/fault';
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

/** A refusal changed nothing; without an answer, or after a fault of the server's own, nobody knows. */
function MendError({ error }: { error: unknown }) {
  if (!error) return null;
  const problem = error instanceof ApiFault ? error.problem : null;
  const refused = problem !== null && problem.status < 500;
  return (
    <p role="alert" className={css.mendError}>
      {refused ? (
        <Trans>The server refused this. Nothing was changed.</Trans>
      ) : (
        <Trans>No answer. It is not known whether this was stored; trying again is safe.</Trans>
      )}
      {problem && (
        <>
          {' '}
          <bdi dir="ltr">{problem.code}</bdi>
        </>
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
