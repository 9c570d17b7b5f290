/** What the stories of checks share. */
import type { CheckId } from '../../src/check/check-id.js';
import type { Configuration } from '../../src/config/configuration.js';
import { readConfiguration } from '../../src/config/read-configuration.js';
import { CHECK_IDS } from '../../src/check/check-id.js';
import { tableOf } from '../../src/model/model.js';
import type { NetworkModel } from '../../src/model/requirement.js';
import { renderJson } from '../../src/format/json/json.js';
import type { FindingJson, ReportJson } from '../../src/format/json/schema.js';
import { renderText } from '../../src/format/text/text.js';
import { group, groupId, rule, type RuleSpec } from './plans/group-rules.js';
import type { Change, Resource } from './plans/plan-builder.js';
import { comes, stands } from './plans/plan-builder.js';
import type { Judgement } from './judge.js';
import { rulesOfRow } from './plans/row-rules.js';

/** The findings of one check. */
export function of(report: ReportJson, check: CheckId): readonly FindingJson[] {
  return report.findings.filter((finding) => finding.check === check);
}

/** What one check says: `severity change: message`. */
export function said(report: ReportJson, check: CheckId): readonly string[] {
  return of(report, check).map(({ severity, change, message }) => `${severity} ${change}: ${message}`);
}

/** The addresses that findings of one check name as causes. */
export function causes(report: ReportJson, check: CheckId): readonly string[] {
  return of(report, check).flatMap((finding) => finding.causes.map(({ address }) => bare(address)));
}

/** The address without the provider's prefix. */
export function bare(text: string): string {
  return text.replaceAll('opentelekomcloud_', '');
}

/** The configuration that a file with this text makes. */
export function configured(yaml: string): Configuration {
  const configuration = readConfiguration(yaml, CHECK_IDS);
  if (!configuration.ok) throw new Error(configuration.error.message);
  return configuration.value;
}

/** All that people and programs read. */
export function printed({ typed }: Judgement): string {
  return `${renderJson(typed)}\n${renderText(typed, { colors: false })}`;
}

/** A resource with some attributes marked sensitive. */
export function secret(resource: Resource, ...names: readonly string[]): Resource {
  return { ...resource, sensitive: names };
}

/** The rules that a node group of the user's own needs, by name. */
export function nodeRules(name: string, model: NetworkModel = 'vpc-router'): readonly Resource[] {
  const owner = groupId(name);
  const specs: readonly RuleSpec[] = tableOf('node', model).rows.flatMap((row) =>
    rulesOfRow(row, { owner, model }),
  );
  return specs.map((spec, index) => rule(`${name}_${index}`, spec));
}

/** A group of the user's own that has all a node needs. */
export function wholeGroup(name: string, model: NetworkModel = 'vpc-router'): readonly Change[] {
  return [stands(group(name)), ...nodeRules(name, model).map(stands)];
}

/** A new rule, by name. */
export function newRule(name: string, spec: RuleSpec): Change {
  return comes(rule(name, spec));
}

/** What is said of groups: `role protocol ports family belief`. */
export function wasOpen({ groups }: ReportJson): readonly string[] {
  return groups.flatMap(({ role, openBefore }) =>
    openBefore.map(
      ({ protocol, ports, family, belief }) => `${role} ${protocol} ${ports} ${family} ${belief}`,
    ),
  );
}

/** What is believed of the default rules of all groups, but for those that are assumed: `T1.9 gone no`. */
export function beliefsIn({ groups }: ReportJson): readonly string[] {
  return groups
    .flatMap(({ defaults }) => defaults)
    .filter(({ belief }) => belief !== 'assumed')
    .map(({ requirement, belief, stands: how }) => `${requirement ?? 'own'} ${belief} ${how}`);
}
