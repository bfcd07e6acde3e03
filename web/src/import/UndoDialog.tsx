import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Dialog } from '../ui/Dialog';
import type { Import } from '../api/importCalls';
import { useFormat } from '../format';
import form from '../team/form.module.css';

interface UndoDialogProps {
  one: Import;
  onUndo: () => void;
  onClose: () => void;
}

/** Says what undo does before it is done. */
export function UndoDialog({ one, onUndo, onClose }: UndoDialogProps) {
  const { t } = useLingui();
  const { number } = useFormat();
  const [added, changed] = [number.count(one.added), number.count(one.changed)];
  return (
    <Dialog title={t`Undo this import?`} width={480} onClose={onClose}>
      <ul className={form.consequences}>
        <li>
          <Trans>What was added is voided, rows: {added}.</Trans>
        </li>
        <li>
          <Trans>What was changed gets its values from before, rows: {changed}.</Trans>
        </li>
        <li>
          <Trans>
            Rows of closed reports, and those that somebody corrected since, stay. They are listed
            afterwards.
          </Trans>
        </li>
      </ul>
      <div className={form.end}>
        <Button
          data-autofocus
          onClick={() => {
            onUndo();
            onClose();
          }}
        >
          <Trans>Undo the import</Trans>
        </Button>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
