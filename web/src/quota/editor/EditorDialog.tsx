import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Quota } from '../../api/types';
import { Dialog } from '../../ui/Dialog';
import { useSession } from '../../session/useSession';
import { CopyDialog } from './CopyDialog';
import { draftOf, newDraft } from './draft';
import { QuotaForm } from './QuotaForm';

interface EditorDialogProps {
  quota: Quota | 'new';
  onClose: () => void;
}

/** One quota, and beside it what it would ask. */
export function EditorDialog({ quota, onClose }: EditorDialogProps) {
  const { t } = useLingui();
  const { currency } = useSession().organisation;
  const [copying, setCopying] = useState(false);
  const [draft, setDraft] = useState(() =>
    quota === 'new' ? newDraft(currency) : draftOf(quota, currency),
  );
  if (copying && quota !== 'new') return <CopyDialog quota={quota} onClose={onClose} />;
  return (
    <Dialog
      title={quota === 'new' ? t`New quota` : quota.name}
      line={
        quota === 'new' ? undefined : t`A change begins with the next period unless you say a day.`
      }
      width={980}
      onClose={onClose}
    >
      <QuotaForm
        draft={draft}
        quota={quota === 'new' ? null : quota}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        onCopy={() => setCopying(true)}
        onDone={onClose}
      />
    </Dialog>
  );
}
