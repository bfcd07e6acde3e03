import { createContext, use } from 'react';

/** What the shell can open over every page. */
export interface Layers {
  openPalette: () => void;
  openHelp: () => void;
}

export const LayersContext = createContext<Layers | null>(null);

export function useLayers(): Layers {
  const layers = use(LayersContext);
  if (layers === null) throw new Error('no shell around this');
  return layers;
}
