import { createContext, use } from 'react';
import type { KnownWho } from '../activity/draft';
import type { OutboxEntry } from '../activity/outbox';

export interface LogStart {
  contact?: KnownWho;
  kind?: string;
  /** What the server has refused, to be put right. */
  refused?: OutboxEntry;
}

/** What can be opened over every page. */
export interface Layers {
  openLog: (start?: LogStart) => void;
  openPalette: () => void;
  openHelp: () => void;
}

export const LayersContext = createContext<Layers | null>(null);

export function useLayers(): Layers {
  const layers = use(LayersContext);
  if (layers === null) throw new Error('no shell around this');
  return layers;
}
