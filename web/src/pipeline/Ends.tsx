import { useLingui } from '@lingui/react/macro';
import type { Stage } from '../api/pipelineTypes';
import css from './board.module.css';
import { stageName } from './stageName';

interface EndsProps {
  stages: readonly Stage[];
  over: string | null;
  onOver: (stage: Stage) => void;
  onDrop: (stage: Stage) => void;
}

/** Where an opportunity ends: won, lost, without a decision. */
export function Ends({ stages, over, onOver, onDrop }: EndsProps) {
  const { t, i18n } = useLingui();
  return (
    <section className={css.ends} aria-label={t`Ends`}>
      {stages.map((stage) => (
        <div
          key={stage.stage_id}
          role="presentation"
          className={css.end}
          data-stage={stage.stage_id}
          data-over={over === stage.stage_id || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            onOver(stage);
          }}
          onDrop={(event) => {
            event.preventDefault();
            onDrop(stage);
          }}
        >
          {stageName(stage, i18n)}
        </div>
      ))}
    </section>
  );
}
