import type { TrackNumbers } from '@cohorte/scheduling/server';
import { StepEntity } from './step.entity';

/** Numbers of a cohort’s meetings on its track, for whoever looks for their dates; webinars outside the count have none. */
export const stepNumbers: TrackNumbers = async (tx, cohortId) => {
  const steps = await tx.getRepository(StepEntity).findBy({ cohortId });
  return new Map(steps.map((step) => [step.meetingId, step.number]));
};
