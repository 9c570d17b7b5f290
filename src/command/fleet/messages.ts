import type { Limit, Stage } from '../../budget.js';
import type { PlanTexts } from '../../cluster/surroundings.js';
import type { ConfigurationTexts } from '../../edge/configuration-file.js';
import type { FactsInput, FilesInput, RunError } from '../judge-files.js';

/*
 * What goes to a thread and comes from it. Both ends are of one build, so nothing is checked here; it is all of the kind
 * that can be copied.
 */

/** What holds for all plans of a run. */
export interface ThreadRun extends Pick<FilesInput, 'failOn' | 'today' | 'label'> {
  readonly configuration: ConfigurationTexts;
  readonly proposed: ConfigurationTexts | undefined;
  readonly facts: FactsInput;
  /** In seconds, as somebody asked for it. */
  readonly deadline: number | undefined;
}

/** A plan on the disk. */
export interface PlanOrder {
  /** Its place in the run. */
  readonly place: number;
  /** As people know it. */
  readonly path: string;
  readonly file: string;
  readonly bytes: number;
  /** Of the files beside it, what need not be asked for; undefined when there are none. */
  readonly beside: FilesBeside | undefined;
}

/** Files that the other end reads. */
export interface FilesBeside {
  readonly rootModule: string;
  readonly isBaseNamed: boolean | undefined;
  readonly hasBases: boolean;
}

/** Work for a thread: by which texts one plan hangs together with others, or what becomes of plans as a run of their own. */
export interface Order {
  readonly kind: 'texts' | 'judge';
  readonly plans: readonly PlanOrder[];
}

/** So much is to be read for them. */
export function bytesOfPlans(plans: readonly PlanOrder[]): number {
  return plans.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** What came of an order. */
export type ThreadAnswer =
  | { readonly kind: 'texts'; readonly texts: PlanTexts }
  /** `values`: what a JSON report says under this name. */
  | { readonly kind: 'judged'; readonly values: string; readonly notes: readonly (readonly string[])[] }
  | { readonly kind: 'refused'; readonly error: RunError }
  | { readonly kind: 'out'; readonly limit: Limit; readonly stage: Stage };

/** What is asked of the files beside a plan: how many base revisions there are, or what is in the checkout or in one of them. */
export type FilesQuestion =
  | { readonly what: 'bases' }
  | {
      readonly what: 'list' | 'read';
      readonly name: string;
      /** Its place; undefined: the checkout. */
      readonly base: number | undefined;
    };
export type Found = Uint8Array | readonly string[] | number | undefined;

export type ToThread =
  | { readonly kind: 'begin'; readonly run: ThreadRun }
  /** `leftMs`: of the time of the run. */
  | { readonly kind: 'order'; readonly order: Order; readonly leftMs: number }
  | { readonly kind: 'found'; readonly id: number; readonly found: Found };

export type FromThread =
  | { readonly kind: 'answer'; readonly answer: ThreadAnswer }
  | { readonly kind: 'at'; readonly stage: Stage }
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly place: number;
      readonly question: FilesQuestion;
    };
