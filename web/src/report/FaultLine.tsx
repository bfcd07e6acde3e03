import { Trans } from '@lingui/react/macro';
import { ApiFault } from '../api/fault';
import css from './report.module.css';

/** A refusal changed nothing; without an answer nobody knows. */
export function FaultLine({ error }: { error: unknown }) {
  if (!error) return null;
  const problem = error instanceof ApiFault ? error.problem : null;
  const code = problem?.faults[0]?.code ?? problem?.code;
  return (
    <p role="alert" className={css.fault}>
      {problem && problem.status < 500 ? (
        <Trans>The server refused this. Nothing was changed.</Trans>
      ) : (
        <Trans>No answer. It is not known whether this was stored; trying again is safe.</Trans>
      )}
      {code && (
        <>
          {' '}
          <bdi dir="ltr">{code}</bdi>
        </>
      )}
    </p>
  );
}
