import { Plural } from '@lingui/react/macro';
import css from './KeptEntries.module.css';
import { keptOnDevice } from './outbox';

/** To whoever comes to sign in: nobody's name, only that something waits. */
export function KeptEntries() {
  const kept = keptOnDevice(localStorage);
  if (kept === 0) return null;
  return (
    <p className={css.kept} role="status">
      <Plural
        value={kept}
        one="# entry is not sent yet. It is kept on this device and sent when the same person signs in here again."
        other="# entries are not sent yet. They are kept on this device and sent when the same person signs in here again."
      />
    </p>
  );
}
