import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ApiFault } from '../api/fault';
import { askOfImport, beginImport, type Import, type NewImport } from '../api/importCalls';
import { keys } from '../api/keys';
import { newKey } from '../api/newKey';
import { useKeyOf } from '../team/useApply';
import { FormEnd } from '../team/FormEnd';
import { PageHead } from '../ui';
import form from '../team/form.module.css';
import css from './import.module.css';
import { AttributesCard } from './AttributesCard';
import { HistoryCard } from './HistoryCard';
import { columnsOf, type Mapping } from './mapping';
import { MappingCard } from './MappingCard';
import { ReadingCard } from './ReadingCard';
import { RowsCard } from './RowsCard';
import { RunPage } from './RunPage';
import { StartCard } from './StartCard';
import { Steps } from './Steps';
import { useChosenFile } from './useChosenFile';
import { useShippedMappings } from './useImports';
import { useUpload } from './useUpload';
import { codeWords } from './words';

/** The faults of a mapping by where they stand in it. */
function useMappingFaults(error: unknown) {
  const { i18n } = useLingui();
  const problem = error instanceof ApiFault ? error.problem : null;
  const all = problem?.faults ?? [];
  const faults = problem && all.length === 0 ? [{ pointer: '', ...problem }] : all;
  const of = (pointer: string) => pointer.replace(/^\/mapping/, '');
  const places = ['/fields/', '/attributes/', '/zone', '/name', '/rep'];
  const isElsewhere = (pointer: string) => !places.some((place) => of(pointer).startsWith(place));
  const rest = faults.filter(({ pointer }) => isElsewhere(pointer));
  return {
    at: (place: string) => {
      const fault = faults.find(
        ({ pointer }) => of(pointer) === place || of(pointer).startsWith(`${place}/`),
      );
      return fault && codeWords(fault.code, i18n);
    },
    rest:
      rest.length === 0
        ? null
        : rest
            .map(({ code, pointer }) => `${of(pointer)} ${codeWords(code, i18n)}`.trim())
            .join(' '),
  };
}

export default function ImportPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { import: id } = useSearch({ strict: false });
  const shipped = useShippedMappings();
  const { chosen, rows, choose, change, forget } = useChosenFile(shipped ?? []);
  const { upload, send, stop } = useUpload();
  const keyOf = useKeyOf();

  const go = (to: string | undefined) =>
    void navigate({ to: '/import', search: to === undefined ? {} : { import: to } });

  async function sendAndCheck(one: Import, file: File): Promise<void> {
    if (!(await send(one, file))) return;
    const answer = await askOfImport(one.import_id, 'check', newKey());
    queries.setQueryData([...keys.imports, one.import_id], answer);
  }

  const begin = useMutation({
    mutationFn: (body: NewImport) => beginImport(body, keyOf(body)),
    onSuccess: (one) => {
      queries.setQueryData([...keys.imports, one.import_id], one);
      if (chosen) void sendAndCheck(one, chosen.file);
      go(one.import_id);
    },
  });
  const faults = useMappingFaults(begin.error);

  const isAtHand = chosen !== null;
  if (id !== undefined) {
    return (
      <RunPage
        id={id}
        upload={upload}
        onSend={(one, file) => void sendAndCheck(one, file)}
        onStopSending={stop}
        onBack={isAtHand ? () => go(undefined) : undefined}
        onClose={() => {
          forget();
          go(undefined);
        }}
      />
    );
  }

  if (chosen === null) {
    return (
      <>
        <PageHead
          title={<Trans context="page">Import</Trans>}
          line={
            <Trans>
              A file of another program becomes activities, contacts, accounts, people, product
              lines or opportunities.
            </Trans>
          }
        />
        <div className={form.stack}>
          <StartCard onFile={(file) => void choose(file)} />
          <HistoryCard />
        </div>
      </>
    );
  }

  const { file, mapping } = chosen;
  const header = mapping.header ?? true;
  const columns = columnsOf(rows, header);
  const below = header ? rows.slice(1) : rows;
  const changed = (next: Mapping) => {
    begin.reset();
    change(next);
  };
  const shared = { mapping, columns, rows: below, faultAt: faults.at, onChange: changed };
  return (
    <>
      <PageHead
        title={<bdi className={css.fileName}>{file.name}</bdi>}
        line={<Trans>Nothing has been sent yet.</Trans>}
        end={
          <Button variant="default" onClick={forget}>
            <Trans>Another file</Trans>
          </Button>
        }
      />
      <Steps at={2} />
      <form
        className={form.stack}
        aria-label={t({ message: 'Mapping', context: 'step of an import' })}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate({ file_name: file.name, bytes: file.size, mapping });
        }}
      >
        <ReadingCard mapping={mapping} rows={rows} onChange={changed} />
        <MappingCard {...shared} />
        <AttributesCard {...shared} />
        <RowsCard {...shared} />
        <FormEnd
          does={<Trans>Check the file</Trans>}
          busy={begin.isPending}
          trouble={
            begin.error && !(begin.error instanceof ApiFault)
              ? t`No answer. It is not known whether this was stored; trying again is safe.`
              : faults.rest
          }
        />
      </form>
    </>
  );
}
