import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { ApiFault } from '../api/fault';
import type { Import } from '../api/importCalls';
import { useFormat } from '../format';
import { Card, CardError, CardLoading, PageHead } from '../ui';
import form from '../team/form.module.css';
import { Counts } from './Counts';
import { FaultsCard } from './FaultsCard';
import { FileDrop } from './FileDrop';
import css from './import.module.css';
import { KeptCard } from './KeptCard';
import { Progress } from './Progress';
import { Steps } from './Steps';
import { UndoDialog } from './UndoDialog';
import { isBusy, useImport, useStep } from './useImports';
import type { Upload } from './useUpload';
import { codeWords } from './words';

interface RunPageProps {
  id: string;
  upload: Upload | null;
  /** Goes on with a file of which not all has come. */
  onSend: (one: Import, file: File) => void;
  onStopSending: () => void;
  /** Back to the mapping; absent when the file is not at hand any more. */
  onBack?: (() => void) | undefined;
  onClose: () => void;
}

type StepOf = ReturnType<typeof useStep>;

function Receiving({
  one,
  upload,
  onSend,
  onStopSending,
  step,
}: RunPageProps & { one: Import; step: StepOf }) {
  const { t } = useLingui();
  const [isOther, setOther] = useState(false);
  const stop = () => {
    onStopSending();
    step.mutate('cancel');
  };
  const choose = (file: File) => {
    const isSame = file.name === one.file_name && file.size === one.bytes;
    setOther(!isSame);
    if (isSame) onSend(one, file);
  };
  if (upload === null || upload.error !== null) {
    return (
      <FileDrop label={t`Not all of the file has come. Choose it again to go on.`} onFile={choose}>
        {isOther && (
          <p role="alert" className={form.trouble}>
            <Trans>This is another file.</Trans>
          </p>
        )}
      </FileDrop>
    );
  }
  return (
    <>
      <Progress
        label={upload.waiting ? t`No network. It goes on by itself.` : t`The file is being sent.`}
        done={upload.sent}
        of={one.bytes}
      />
      <End>
        <Button variant="default" onClick={stop}>
          <Trans>Cancel</Trans>
        </Button>
      </End>
    </>
  );
}

const End = ({ children }: { children: ReactNode }) => <div className={form.end}>{children}</div>;

function Working({ one, step }: { one: Import; step: StepOf }) {
  const { t } = useLingui();
  const words = {
    checking: t`The file is being checked. Nothing is stored.`,
    importing: t`The rows are being imported. You may leave this page.`,
    undoing: t`The import is being undone.`,
  } as Partial<Record<Import['state'], string>>;
  return (
    <>
      <Progress label={words[one.state] ?? ''} done={one.bytes_done} of={one.bytes} />
      <Counts one={one} />
      <End>
        <Button variant="default" loading={step.isPending} onClick={() => step.mutate('cancel')}>
          <Trans>Cancel</Trans>
        </Button>
      </End>
    </>
  );
}

function Checked({
  one,
  step,
  onBack,
}: Pick<RunPageProps, 'onBack'> & { one: Import; step: StepOf }) {
  const isUseless = one.added + one.changed === 0;
  return (
    <>
      <p role="status">
        <Trans>This is what would happen. Nothing is stored yet.</Trans>
      </p>
      <Counts one={one} />
      <End>
        <Button loading={step.isPending} disabled={isUseless} onClick={() => step.mutate('start')}>
          <Trans>Import these rows</Trans>
        </Button>
        {onBack && (
          <Button variant="default" onClick={onBack}>
            <Trans>Back to the mapping</Trans>
          </Button>
        )}
      </End>
    </>
  );
}

function Ended({
  one,
  step,
  onClose,
}: Pick<RunPageProps, 'onClose'> & { one: Import; step: StepOf }) {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const [asks, setAsks] = useState(false);
  const [voided, kept] = [number.count(one.voided), number.count(one.kept)];
  const isUndone = one.state === 'undone' || one.state === 'dry_run';
  const hasStored = !isUndone && one.added + one.changed > 0 && one.began_at !== null;
  const words = {
    done: t`Imported. The figures follow.`,
    dry_run: t`It was only checked. Nothing of it was stored.`,
    cancelled:
      one.fault === 'import.undo.stopped'
        ? codeWords(one.fault, i18n)
        : t`Stopped. What was stored before stays until it is undone.`,
    failed: one.fault === null ? t`This did not work.` : codeWords(one.fault, i18n),
    undone: t`Undone. Voided rows: ${voided}, kept: ${kept}.`,
  } as Partial<Record<Import['state'], string>>;
  return (
    <>
      <p role="status">{words[one.state]}</p>
      <Counts one={one} />
      <End>
        {one.state === 'done' && one.into === 'activities' && (
          <Button component={Link} to="/pace" className={css.onFill ?? ''}>
            <Trans>Look at Pace</Trans>
          </Button>
        )}
        {hasStored && (
          <Button variant="default" loading={step.isPending} onClick={() => setAsks(true)}>
            <Trans>Undo the import</Trans>
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          <Trans>Another file</Trans>
        </Button>
      </End>
      {asks && (
        <UndoDialog one={one} onUndo={() => step.mutate('undo')} onClose={() => setAsks(false)} />
      )}
    </>
  );
}

/** After an import or its undo every figure may be another one. */
function useFiguresFollow(state: Import['state'] | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (state === 'done' || state === 'undone') void queries.invalidateQueries();
  }, [queries, state]);
}

const ended: readonly Import['state'][] = ['done', 'dry_run', 'cancelled', 'failed', 'undone'];

/** One import, from the file that is being sent to its undo. */
export function RunPage(props: RunPageProps) {
  const { id, onBack, onClose, upload } = props;
  const { t, i18n } = useLingui();
  const { number, date } = useFormat();
  const query = useImport(id);
  const step = useStep(id);
  const one = query.data;
  useFiguresFollow(one?.state);
  if (!one) {
    return (
      <Card>
        {query.isError ? <CardError onRetry={() => void query.refetch()} /> : <CardLoading />}
      </Card>
    );
  }
  const isOver = ended.includes(one.state);
  const at = one.state === 'importing' || one.state === 'undoing' || isOver ? 4 : 3;
  const error = step.error ?? upload?.error;
  const rows = number.count(one.rows);
  return (
    <>
      <PageHead
        title={<bdi className={css.fileName}>{one.file_name}</bdi>}
        line={
          <>
            <bdi>{one.mapping}</bdi> · {date.dayTime(one.created_at)} · <Trans>rows: {rows}</Trans>
          </>
        }
      />
      <Steps key={at} at={at} />
      <div className={form.stack}>
        <Card label={t`This import`}>
          <div className={form.stack}>
            {one.state === 'receiving' && <Receiving {...props} one={one} step={step} />}
            {isBusy(one.state) && <Working one={one} step={step} />}
            {one.state === 'checked' && <Checked one={one} step={step} onBack={onBack} />}
            {isOver && <Ended one={one} step={step} onClose={onClose} />}
            {error instanceof ApiFault && (
              <p role="alert" className={form.trouble}>
                {codeWords(error.problem.code, i18n)}
              </p>
            )}
          </div>
        </Card>
        <FaultsCard one={one} />
        <KeptCard one={one} />
      </div>
    </>
  );
}
