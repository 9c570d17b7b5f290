import type { Reason } from '../check/finding.js';
import type { EtherType } from '../net/address.js';
import type { Direction } from '../net/region.js';
import type { Program } from '../plan/document/document.js';
import type { Edit } from '../plan/edit.js';
import type { HclText, NewHcl } from '../terraform/write-hcl.js';
import type { Change } from '../weigh/causes.js';
import type { Doubt } from '../weigh/doubts.js';

/** What sort of fix it is, as programs read it. */
export const FIX_KINDS = [
  'put-back',
  'undo',
  'moved',
  'no-create-before-destroy',
  'delete-default-rules',
  'import',
  'deny',
  'add-rules',
  'order',
  'configuration',
  'facts',
  'waive',
] as const;

export type FixKind = (typeof FIX_KINDS)[number];

/** What somebody would do: its words are made in report/words. */
export type FixStep =
  /** What goes or changes stays as it was; `attributes` force a replacement. What would be made is left out. */
  | {
      readonly kind: 'undo';
      readonly gone: readonly string[];
      readonly changed: readonly string[];
      readonly made: readonly string[];
      readonly attributes: readonly string[];
      /** With these values alone what changes is as it was; none: that is not known. */
      readonly values: readonly UndoneArgument[];
      /** All that would be made is denies. */
      readonly isDeny: boolean;
    }
  | {
      readonly kind: 'move';
      readonly moves: readonly { readonly from: string; readonly to: string }[];
    }
  /** `id`: of the rule that stands, where somebody has seen it. */
  | { readonly kind: 'import'; readonly address: string; readonly id: string | undefined }
  /** The same of a rule that another resource holds, which lets go of it. */
  | { readonly kind: 'reimport'; readonly from: string; readonly to: string }
  | { readonly kind: 'old-first'; readonly addresses: readonly string[] }
  /** Replaced, the new rule first. */
  | { readonly kind: 'new-first'; readonly addresses: readonly string[] }
  /** As many applies as there are stages; `newFirst` are replaced, the new rule first. */
  | { readonly kind: 'stages'; readonly rules: number; readonly newFirst: readonly string[] }
  /** Rules as blocks of their own in a change before this one, which leaves those at these addresses out. */
  | { readonly kind: 'merge-first'; readonly rules: number; readonly left: readonly string[] }
  | { readonly kind: 'no-default-rules'; readonly addresses: readonly string[] }
  | { readonly kind: 'add-rules'; readonly rules: number; readonly isFirst: boolean }
  /** Rules that win against a deny by their priority. */
  | { readonly kind: 'outrank'; readonly rules: number; readonly isFirst: boolean }
  /** Denies that go, are left out of the plan (`left`), keep fewer ports or a weaker priority; `rules`: allow rules that come beside it. */
  | {
      readonly kind: 'less-deny';
      readonly removed: readonly string[];
      readonly left: readonly string[];
      readonly narrowed: readonly ArgumentOf[];
      readonly rules: number;
    }
  /** What the configuration says of default rules. */
  | { readonly kind: 'default-rules'; readonly rows: 'standing' | 'gone' }
  | { readonly kind: 'default-rule-priority'; readonly value: 1 | 100 }
  /** A look at the cloud. */
  | { readonly kind: 'look' }
  /** Until that day, `YYYY-MM-DD`. */
  | { readonly kind: 'waive'; readonly until: string };

/** An argument of a resource, and what it is to say. */
export interface ArgumentOf {
  readonly address: string;
  readonly name: string;
  readonly value: HclText;
}

/** An argument as it was; `instead`: what the plan would have it be. */
export interface UndoneArgument extends ArgumentOf {
  readonly instead: HclText | undefined;
}

/** What else becomes of it. */
export type FixEffect =
  /** Nothing that nobody lets through today is let through. */
  | { readonly kind: 'opens-nothing' }
  /** Only what these rows ask for. */
  | { readonly kind: 'opens-rows'; readonly rows: readonly string[] }
  /** Egress stays as open as it is, so that new rules do nothing. */
  | { readonly kind: 'egress-stays-open'; readonly rules: number }
  /** Other findings of the run end with it. */
  | { readonly kind: 'ends-more'; readonly findings: number }
  /** What the plan comes to. */
  | { readonly kind: 'then'; readonly conclusion: 'pass' | 'fail' }
  /** What a look at the cloud shows: what decides it, or what a group of that finding has or is. */
  | { readonly kind: 'shows'; readonly doubts: readonly Doubt[] }
  | { readonly kind: 'shows-group'; readonly what: 'rules' | 'place' }
  /** What was undecided holds, or is missing. */
  | { readonly kind: 'becomes'; readonly isHeld: boolean };

/** A rule as the API knows it; null where it does not say. */
export interface FixRule {
  readonly group: { readonly address: string | null; readonly id: string | null };
  readonly direction: Direction;
  readonly ethertype: EtherType;
  readonly protocol: string | null;
  readonly portRangeMin: number | null;
  readonly portRangeMax: number | null;
  readonly remoteIpPrefix: string | null;
  readonly remoteGroupId: string | null;
  /** Null for rules that the v2 API makes. */
  readonly action: 'allow' | 'deny' | null;
  readonly priority: number | null;
}

/** An apply, and what it is limited to; no target: the rest of the plan. */
export interface FixStage {
  readonly targets: readonly string[];
  readonly program: Program;
}

/** What mends findings, proved against the plan; of `waive` and `configuration` what they come to. */
export interface Fix {
  readonly kind: FixKind;
  readonly step: FixStep;
  readonly edits: readonly Edit[];
  /** HCL: blocks for the root module or the one named, and entries that say where they belong. */
  readonly blocks: readonly NewHcl[];
  /** The module that the blocks belong to, as addresses name it; empty: the root. */
  readonly module: string;
  /** Lines for the configuration file. */
  readonly configuration: string | undefined;
  readonly adds: readonly FixRule[];
  readonly removes: readonly { readonly address: string; readonly id: string | null }[];
  readonly effects: readonly FixEffect[];
  /** In their order; none: one apply does. */
  readonly stages: readonly FixStage[];
}

/** Why no order of applies helps. */
export type WhyNoOrder =
  /** The findings are not about what happens while the plan is applied. */
  | { readonly kind: 'not-transient' }
  /** New rules say the same as old ones, so that the API refuses them until those are gone. */
  | { readonly kind: 'equal-rules'; readonly addresses: readonly string[] }
  /** Rules are replaced by rules that say the same. */
  | { readonly kind: 'same-again'; readonly addresses: readonly string[] }
  /** With `-target` other changes come along, or may. */
  | { readonly kind: 'comes-along'; readonly addresses: readonly string[] }
  /** What was tried leaves a row without its packets for a moment, or brings another finding. */
  | { readonly kind: 'none-holds' }
  /** The proofs that this run may make were used up. */
  | { readonly kind: 'not-tried' };

/** An order of applies in which nothing is cut, or why there is none. */
export type OrderFound = { readonly kind: 'order'; readonly fix: Fix } | WhyNoOrder;

/** Whether the order of applies has anything to do with a finding. */
export function isAboutOrder({
  change,
  reason,
  waived,
}: {
  readonly change: Change;
  readonly reason: Pick<Reason, 'kind'>;
  readonly waived: unknown;
}): boolean {
  return waived === undefined && (change === 'transient' || reason.kind === 'key-renamed');
}

/** Why no change of rules is offered. */
export type WhyNoFix =
  /** What was tried does not end the finding, or brings another one. */
  | { readonly kind: 'none-holds' }
  /** A notice asks for nothing. */
  | { readonly kind: 'notice' }
  /** What is cut is cut by the order of the apply; the order that helps, or why there is none. */
  | { readonly kind: 'order'; readonly order: 'found' | WhyNoOrder }
  /** Nothing that a plan could change. */
  | { readonly kind: 'not-of-rules' }
  /** The proofs that this run may make were used up. */
  | { readonly kind: 'not-tried' };

/** The fixes of a finding, the most conservative first. Each is proved for those who ask, and once. */
export interface Fixes {
  readonly first: () => Fix | undefined;
  readonly all: () => readonly Fix[];
  /** Undefined when one of them changes rules. */
  readonly whyNone: () => WhyNoFix | undefined;
}
