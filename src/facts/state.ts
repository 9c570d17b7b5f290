import * as v from 'valibot';

import type { StateElement } from '../plan/document/document.js';
import { isRecord, memberOf } from '../plan/document/marks.js';
import { soundState } from '../plan/document/elements.js';
import { stateModule } from '../plan/document/schema.js';
import type { StateParts } from '../plan/plan.js';
import { partsOfState } from '../plan/read-plan.js';

/** Whether the value is what `terraform show -json` says of a state: a plan has changes beside its values. */
export function isState(value: unknown): boolean {
  return isRecord(value) && Object.hasOwn(value, 'format_version') && !isPlan(value);
}

/** Whether the value is a plan. */
export function isPlan(value: unknown): boolean {
  const keys = ['planned_values', 'resource_changes', 'configuration', 'prior_state'];
  return isRecord(value) && keys.some((key) => Object.hasOwn(value, key));
}

/**
 * What the state of another root module shows, or undefined when it is damaged. Of a group it tells what that root
 * manages: who has planned changes for the same objects knows them better.
 */
export function readState(value: unknown): StateParts | undefined {
  const root = memberOf(memberOf(value, 'values'), 'root_module');
  const state: StateElement[] = [];
  const open: unknown[] = root === undefined ? [] : [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const module = v.safeParse(stateModule, next);
    if (!module.success) return undefined;
    open.push(...module.output.child_modules);
    for (const entry of module.output.resources) {
      const element = soundState(entry);
      if (element === undefined) return undefined;
      state.push(element);
    }
  }
  return partsOfState(state);
}
