import type { PlanRules } from './plan';

export const somePlanRules: PlanRules = {
  types: {
    axis: { fields: { title: 'line', text: 'text' } },
    goal: { fields: { title: 'line', text: 'text' } },
    action: { fields: { title: 'line', text: 'text', year: 'integer', done: 'flag', tags: 'lines' } },
  },
};
