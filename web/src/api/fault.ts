export interface FaultAt {
  pointer: string;
  code: string;
  detail: string;
}

export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  faults: FaultAt[];
  retry_after_s: number | null;
}

export class ApiFault extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.name = 'ApiFault';
    this.problem = problem;
  }
}

export class Unreachable extends Error {
  constructor() {
    super('the server cannot be reached');
    this.name = 'Unreachable';
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ApiFault && error.problem.code === code;
}

export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ApiFault && error.problem.status === status;
}

export async function readProblem(response: Response): Promise<Problem> {
  const body: Partial<Problem> = await response
    .clone()
    .json()
    .catch(() => ({}));
  const after = Number(response.headers.get('retry-after'));
  return {
    status: response.status,
    code: body.code ?? 'unknown',
    title: body.title ?? response.statusText,
    detail: body.detail ?? '',
    faults: body.faults ?? [],
    retry_after_s: after > 0 ? after : null,
  };
}
