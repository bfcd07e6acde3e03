import { createContext } from 'react';
import type { Session } from '../api/types';

export const SessionContext = createContext<Session | null>(null);
