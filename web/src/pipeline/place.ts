// What of the pipeline is shown, as the address has it.
import type { Closes, Filter } from './board';

export interface PipelinePlace {
  view?: 'compact' | 'table';
  pipeline?: string;
  rep?: string;
  line?: string;
  stage?: string;
  needs?: 'yes';
  pushed?: 'yes';
  slow?: 'yes';
  closes?: Closes;
  find?: string;
  state?: 'won' | 'lost' | 'no_decision';
  sort?: string;
}

const names: Record<keyof PipelinePlace, readonly string[] | null> = {
  view: ['compact', 'table'],
  pipeline: null,
  rep: null,
  line: null,
  stage: null,
  needs: ['yes'],
  pushed: ['yes'],
  slow: ['yes'],
  closes: ['late', 'month', 'quarter', 'later', 'unknown'],
  find: null,
  state: ['won', 'lost', 'no_decision'],
  sort: null,
};

/** What is not understood is left out. */
export function pipelinePlace(search: Record<string, unknown>): PipelinePlace {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, values]) => {
      const value = search[name];
      const fits = typeof value === 'string' && value !== '' && (values?.includes(value) ?? true);
      return fits ? [[name, value]] : [];
    }),
  );
}

export function filterOf({ stage, needs, pushed, slow, closes, find }: PipelinePlace): Filter {
  return {
    ...(stage !== undefined && { stage }),
    ...(closes !== undefined && { closes }),
    ...(find !== undefined && { find }),
    needs: needs === 'yes',
    pushed: pushed === 'yes',
    slow: slow === 'yes',
  };
}
