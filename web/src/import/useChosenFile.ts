import { useMemo, useState } from 'react';
import { guessMapping } from './guessMapping';
import { columnsOf, isDelimited, nameOf, separatorOf, type Mapping } from './mapping';
import { formatOf, recordsOf, tableOf } from './otherForms';
import {
  decode,
  guessEncoding,
  guessSeparator,
  rowsOf,
  sample_bytes,
  type Encoding,
} from './sample';
import { useRepWords } from './useFieldWords';

export interface ChosenFile {
  file: File;
  bytes: Uint8Array;
  mapping: Mapping;
}

/** The rows of the preview as the mapping says that they are read. */
export function sampleRows({ file, bytes }: ChosenFile, mapping: Mapping): string[][] {
  const text = decode(bytes, mapping.encoding ?? 'utf_8');
  if (!isDelimited(mapping)) return tableOf(text, mapping);
  return rowsOf(text, separatorOf(mapping), file.size <= bytes.length);
}

/** The file that a person chose, with the mapping as it stands. */
export function useChosenFile(shipped: readonly Mapping[]) {
  const reps = useRepWords();
  const [chosen, setChosen] = useState<ChosenFile | null>(null);

  async function choose(file: File): Promise<void> {
    const bytes = new Uint8Array(await file.slice(0, sample_bytes).arrayBuffer());
    const encoding: Encoding = guessEncoding(bytes);
    const text = decode(bytes, encoding);
    const format = formatOf(file.name, text);
    const records = format === 'json' ? recordsOf(text) : undefined;
    const where = records === undefined ? {} : { records };
    const separator = format === undefined ? guessSeparator(text) : ',';
    const rows = format
      ? tableOf(text, { name: '', fields: {}, format, ...where })
      : rowsOf(text, separator, file.size <= bytes.length);
    const guessed = guessMapping({
      name: nameOf(file.name),
      encoding,
      separator,
      ...(format && { format }),
      ...where,
      columns: columnsOf(rows, true),
      rows: rows.slice(1),
      shipped,
      reps: reps.map(({ value, label }) => ({ email: value, name: label })),
    });
    setChosen({ file, bytes, mapping: guessed });
  }

  const rows = useMemo(() => (chosen ? sampleRows(chosen, chosen.mapping) : []), [chosen]);
  const change = (mapping: Mapping) => setChosen((now) => now && { ...now, mapping });
  return { chosen, rows, choose, change, forget: () => setChosen(null) };
}
