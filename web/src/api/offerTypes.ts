// Estimates and trials, as the API sends them.
import type { components } from './schema';

type Schemas = components['schemas'];

export type Estimate = Schemas['Estimate'];
export type EstimateState = Estimate['state'];
export type EstimateDetail = Schemas['EstimateDetail'];
export type EstimateOffer = NonNullable<EstimateDetail['offer']>;
export type NewEstimate = Schemas['NewEstimate'];
export type NewEstimateLine = Schemas['NewEstimateLine'];
export type Trial = Schemas['Trial'];
export type TrialKind = Trial['kind'];
