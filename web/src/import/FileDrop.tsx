import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconUpload } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import css from './import.module.css';

interface FileDropProps {
  label: string;
  children?: ReactNode;
  onFile: (file: File) => void;
}

/** A place to drop a file on, with a button for those who choose it. */
export function FileDrop({ label, children, onFile }: FileDropProps) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    // Dropping is for the mouse; the button in it is for everybody.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={css.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      <IconUpload size={26} stroke={1.6} aria-hidden />
      <p className={css.dropWords}>{label}</p>
      <input
        ref={field}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.ics,.vcf,text/*,application/json"
        aria-label={t`File to import`}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <Button onClick={() => field.current?.click()}>
        <Trans>Choose a file</Trans>
      </Button>
      {children}
    </div>
  );
}
