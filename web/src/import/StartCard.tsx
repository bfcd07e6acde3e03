import { Trans, useLingui } from '@lingui/react/macro';
import { Card } from '../ui';
import form from '../team/form.module.css';
import { FileDrop } from './FileDrop';
import { useShippedMappings } from './useImports';

/** What to do first, and which files are known already. */
export function StartCard({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useLingui();
  const shipped = useShippedMappings() ?? [];
  return (
    <Card label={t`A new import`}>
      <div className={form.stack}>
        <FileDrop
          label={t`Drop a file here: CSV, TSV, JSON, a calendar or an address book`}
          onFile={onFile}
        >
          <p className={form.hint}>
            <Trans>
              First you see its rows and say what the columns mean. Then a dry run tells what would
              happen. Nothing is stored before you say so, and all of it can be undone.
            </Trans>
          </p>
        </FileDrop>
        {shipped.length > 0 && (
          <details>
            <summary>
              <Trans>Files that are known by their columns</Trans>
            </summary>
            <ul className={form.list}>
              {shipped.map(({ name, about }) => (
                <li key={name} className={form.item}>
                  <span className={form.itemWords}>
                    <bdi className={form.itemName}>{name}</bdi>
                    <span className={form.itemLine} dir="auto" lang="en">
                      {about}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  );
}
