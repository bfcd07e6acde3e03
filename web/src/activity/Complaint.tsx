import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '../api/fault';
import css from './Complaint.module.css';
import type { MissingStep } from './draft';
import type { LogEntry } from './outbox';

interface ComplaintProps {
  complaint: MissingStep | null;
  refused: LogEntry | undefined;
}

/** Which line of the form a fault of the server speaks of. */
function useLineOf(): (pointer: string) => string | undefined {
  const { t } = useLingui();
  const lines: Record<string, string> = {
    '/kind': t`Kind`,
    '/contact_id': t`Who`,
    '/name': t`Who`,
    '/outcome': t`Outcome`,
    '/topic': t`Topic`,
    '/direction': t`Direction`,
    '/duration_s': t`Duration`,
    '/occurred_at': t`When`,
  };
  return (pointer) => lines[pointer];
}

function useFaults(problem: Problem | null): string[] {
  const { t } = useLingui();
  const lineOf = useLineOf();
  if (problem === null) return [];
  if (problem.faults.length === 0) return [problem.detail || problem.title];
  return problem.faults.map(({ pointer, detail, code }) => {
    const line = lineOf(pointer);
    const said = detail || t`Paceline does not take this (${code}).`;
    return line === undefined ? said : `${line}: ${said}`;
  });
}

/** Names the line that is wrong; everything that was typed is still there. */
export function Complaint({ complaint, refused }: ComplaintProps) {
  const { t } = useLingui();
  const faults = useFaults(refused?.problem ?? null);
  const missing: Record<MissingStep, string> = {
    who: t`Who was it? Type a name and press Enter.`,
    outcome: t`Choose the outcome: one letter.`,
    duration: t`Duration: write minutes such as 5, or 4:31, or 30s.`,
    when: t`When: it has not happened yet.`,
  };
  const lines = complaint === null ? faults : [missing[complaint]];
  if (lines.length === 0) return null;
  return (
    <div className={css.complaint} role="alert">
      <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
