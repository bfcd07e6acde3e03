/** How long opportunities usually stand in a stage, by stage. */
export type UsualDays = ReadonlyMap<string, number>;

export const noUsualDays: UsualDays = new Map();
