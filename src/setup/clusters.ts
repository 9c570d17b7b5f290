import { readClusterCidr } from '../config/cidr-text.js';
import { type NetworkModel, networkModelOf } from '../model/requirement.js';
import { type Expr, memberAt, nameBehind } from '../terraform/expression.js';
import type { CodeBlock, CodeFolder } from './code.js';

/** A cluster as the code has it. What is not written out there is undefined. */
export interface CodeCluster {
  readonly name: string | undefined;
  readonly file: string;
  readonly line: number;
  readonly networkModel: NetworkModel | undefined;
  readonly vpcCidrs: readonly string[] | undefined;
  readonly containerCidrs: readonly string[] | undefined;
  /** What its plan shows of its VPC: all, when it is made there; of one that is looked up, no secondary ranges. */
  readonly vpc: 'made' | 'looked-up' | 'not-in-code';
}

const VPC = 'opentelekomcloud_vpc_v1';
const SECONDARY = 'opentelekomcloud_vpc_secondary_cidr_v3';

/** What the caller of a module gives it, as far as it is written out: texts by the names of variables. */
export type GivenTexts = ReadonlyMap<string, string>;

/**
 * The clusters that a folder makes. Values count when they are written out, there, in local values of the folder or in the
 * call of it: the default of a variable is only what counts when nobody sets it.
 */
export function clustersIn(folder: CodeFolder, given: GivenTexts): readonly CodeCluster[] {
  const textOf = textReader(folder, given);
  return resources(folder, 'opentelekomcloud_cce_cluster_v3').map(({ arguments: own, file, line }) => {
    const type = textOf(own.get('container_network_type'));
    const isTurbo = type === 'eni' || (type === undefined && own.has('eni_subnet_id'));
    const containers = textOf(own.get(isTurbo ? 'eni_subnet_cidr' : 'container_network_cidr'));
    return {
      ...{ name: textOf(own.get('name')), file, line },
      networkModel: isTurbo ? 'eni' : networkModelOf(type),
      vpcCidrs: vpcCidrs(folder, own.get('vpc_id'), textOf),
      containerCidrs: cidrsOnly([containers]),
      vpc: shownOfVpc(own.get('vpc_id')),
    };
  });
}

function resources({ blocks }: CodeFolder, type: string): readonly CodeBlock[] {
  return blocks.filter((block) => block.type === 'resource' && block.labels[0] === type);
}

function shownOfVpc(vpc: Expr | undefined): CodeCluster['vpc'] {
  if (resourceIn(vpc, VPC) !== undefined) return 'made';
  const isData =
    vpc?.kind === 'reference' && nameBehind('data', vpc.steps)?.startsWith('opentelekomcloud_vpc_');
  return isData === true ? 'looked-up' : 'not-in-code';
}

/** All CIDRs of the VPC that `vpc_id` names, when the folder makes that VPC and all of them are written out. */
function vpcCidrs(folder: CodeFolder, vpc: Expr | undefined, textOf: TextOf): readonly string[] | undefined {
  const name = resourceIn(vpc, VPC);
  const block = resources(folder, VPC).find(({ labels }) => labels[1] === name);
  if (name === undefined || block === undefined) return undefined;
  const texts = ['cidr', 'secondary_cidr'].flatMap((key) => {
    const value = block.arguments.get(key);
    return value === undefined ? [] : [textOf(value)];
  });
  const more = resources(folder, SECONDARY)
    .filter((one) => resourceIn(one.arguments.get('vpc_id'), VPC) === name)
    .flatMap((one) => {
      const list = one.arguments.get('cidrs');
      return list?.kind === 'list' ? list.elements.map(textOf) : [undefined];
    });
  return cidrsOnly([...texts, ...more]);
}

/** Undefined when one of them is not known, or is no CIDR. */
function cidrsOnly(texts: readonly (string | undefined)[]): readonly string[] | undefined {
  const known = texts.filter((text) => text !== undefined && readClusterCidr(text).ok);
  return known.length === 0 || known.length < texts.length
    ? undefined
    : known.filter((one) => one !== undefined);
}

/** The name of the one resource of a type that an expression refers to. */
function resourceIn(expr: Expr | undefined, type: string): string | undefined {
  return expr?.kind === 'reference' ? nameBehind(type, expr.steps) : undefined;
}

/** Gives the text that an expression surely stands for. */
export type TextOf = (expr: Expr | undefined) => string | undefined;

/** Local values may lead to others; more of them than that, in a circle. */
const MOST_STEPS = 20;

/** What expressions of a folder stand for. */
export function textReader({ blocks }: CodeFolder, given: GivenTexts): TextOf {
  const locals = new Map(
    blocks.filter(({ type }) => type === 'locals').flatMap((block) => [...block.arguments]),
  );
  const read = (expr: Expr | undefined, left: number): string | undefined => {
    if (expr === undefined || left === 0) return undefined;
    if (expr.kind === 'literal') return typeof expr.value === 'string' ? expr.value : undefined;
    if (expr.kind === 'template') {
      const parts = expr.parts.map((part) => read(part, left - 1));
      return parts.includes(undefined) ? undefined : parts.join('');
    }
    if (expr.kind !== 'reference') return undefined;
    const variable = nameBehind('var', expr.steps);
    if (variable !== undefined) return expr.steps.length === 2 ? given.get(variable) : undefined;
    const value = locals.get(nameBehind('local', expr.steps) ?? '');
    return value === undefined ? undefined : read(memberAt(value, expr.steps.slice(2)), left - 1);
  };
  return (expr) => read(expr, MOST_STEPS);
}
