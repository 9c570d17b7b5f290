import type { Severity, Waiver } from '../config/configuration.js';
import type { Region } from '../net/region.js';
import type { GroupKey } from '../plan/rule.js';
import type { CheckId } from './check-id.js';
import type { Cause, Change } from '../weigh/causes.js';
import type { Fate, PeerNames } from '../weigh/packets.js';

/** The packets that a finding is about, and how to speak of them. */
export interface Packets {
  readonly region: Region;
  readonly names: PeerNames;
  /** The end that is in the group: `node`, `control`, `eni`. */
  readonly member: string;
  readonly fate: Fate;
}

/** One statement: check, row or rule, subject, change and severity. */
export interface Finding {
  readonly check: CheckId;
  readonly severity: Severity;
  readonly change: Change;
  /** The row of the tables, `T1.2`. */
  readonly requirement: string | undefined;
  readonly cluster: string | undefined;
  /** The group it is about; with several groups of a pool, the first. */
  readonly group: GroupKey | undefined;
  /** The node pool with groups of its own. */
  readonly pool: string | undefined;
  readonly packets: Packets | undefined;
  readonly causes: readonly Cause[];
  /** What a person sees or loses, a sentence part: "names no longer resolve". */
  readonly impact: string;
  /** The statement; with packets, these stand between the two parts. */
  readonly statement: readonly [lead: string, tail?: string];
  readonly remedy: string;
  /** The waiver that hides it. */
  readonly waived: Waiver | undefined;
}

/** A requirement that was missing before and holds after. */
export interface Resolved {
  readonly check: CheckId;
  readonly requirement: string;
  readonly cluster: string;
  readonly group: GroupKey | undefined;
}
