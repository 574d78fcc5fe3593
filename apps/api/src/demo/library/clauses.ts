import { buildingClauses } from './building-clauses';
import { careClauses } from './care-clauses';
import type { DemoClause } from './demo-clause';
import { socialClauses } from './social-clauses';
import { supplyClauses } from './supply-clauses';

/** The clauses of the demonstration's library. */
export const demoClauses: readonly DemoClause[] = [...socialClauses, ...buildingClauses, ...supplyClauses, ...careClauses];
