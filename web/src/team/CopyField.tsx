import { Button, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconCopy } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import css from './form.module.css';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The clipboard is there on safe addresses only; elsewhere the text is selected, to be copied by hand. */
async function copied(field: Field | null, text: string): Promise<boolean> {
  field?.select();
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

interface CopyFieldProps {
  label: string;
  value: string;
  /** Of a text of several lines. */
  rows?: number;
  hint?: ReactNode;
}

/** Something to be taken elsewhere: a link, a secret, a command. */
export function CopyField({ label, value, rows, hint }: CopyFieldProps) {
  const { t } = useLingui();
  const field = useRef<Field | null>(null);
  const [said, setSaid] = useState('');
  const copy = async () =>
    setSaid((await copied(field.current, value)) ? t`Copied.` : t`Selected: press Ctrl C.`);
  const shared = {
    label,
    value,
    dir: 'ltr',
    readOnly: true,
    spellCheck: false,
    onFocus: (event: { currentTarget: Field }) => event.currentTarget.select(),
  } as const;
  const hold = (element: Field | null) => {
    field.current = element;
  };
  return (
    <div>
      <div className={css.link}>
        {rows === undefined ? (
          <TextInput ref={hold} {...shared} />
        ) : (
          <Textarea ref={hold} rows={rows} {...shared} />
        )}
        <Button
          variant="default"
          leftSection={<IconCopy size={16} stroke={1.8} aria-hidden />}
          aria-label={t`Copy: ${label}`}
          onClick={() => void copy()}
        >
          <Trans>Copy</Trans>
        </Button>
      </div>
      <p className={css.hint}>
        <span role="status">{said}</span> {hint}
      </p>
    </div>
  );
}
