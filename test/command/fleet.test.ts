/** Plans judged in threads: the report of one run byte for byte, and what is said when it cannot be made. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { CHECK_IDS } from '../../src/check/check-id.js';
import { plansTogether, textsOfPlan } from '../../src/cluster/surroundings.js';
import { judgeApart } from '../../src/command/fleet/judge-apart.js';
import { workerOf } from '../../src/command/fleet/work.js';
import { type FilesInput, judgeFiles, type PlanFile, readPlanFile } from '../../src/command/judge-files.js';
import { readConfiguration } from '../../src/config/read-configuration.js';
import { diskReader } from '../../src/edge/disk-reader.js';
import { openPlanFile } from '../../src/edge/files.js';
import { UNBOUNDED } from '../../src/budget.js';
import { must } from '../../src/result.js';
import { BUILT } from '../support/built.js';
import { FIXTURES } from '../support/fixture-report.js';
import { fleetPlan } from '../support/fleet.js';
import { fc, IS_LONG_RUN } from '../support/laws.js';
import { groupLookUp, madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule } from '../support/plans/group-rules.js';
import { type Change, comes, goes, planBytes, read, stands } from '../support/plans/plan-builder.js';
import { dataSource, idOf } from '../support/plans/resource.js';
import { allForms, merged, shardText } from '../support/shards.js';
import { nodeRules, secret } from '../support/stories.js';

const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-fleet-'));
const at = (name: string): string => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CONFIGURATION = `
clusters:
  - name: prod-1
    master-cidrs: [192.168.0.0/20]
  - name: prod-3
    security-groups: { node: [nobody-has-this] }
waivers:
  - { requirement: T1.2, cluster: prod-0, packets: tcp from any, reason: r, owner: o, expires: 2027-01-31 }
`;

function inputOf(plans: readonly PlanFile[], text = CONFIGURATION): FilesInput {
  const configuration = readConfiguration(text, CHECK_IDS);
  if (!configuration.ok) throw new Error(configuration.error.message);
  return { plans, configuration: configuration.value, failOn: 'critical', today: '2026-11-23' };
}

/** A plan in the folder, as a run over several opens it. */
function planNamed(name: string, source?: string): PlanFile {
  const bytes = openPlanFile(at(name), true);
  if (!bytes.ok) throw new Error(bytes.error);
  const reader = source === undefined ? {} : { source: diskReader({ root: source, rootModule: '' }) };
  return { path: name, bytes: bytes.value, label: undefined, ...reader };
}

function apart(input: FilesInput, program = path.join(BUILT, 'dist', 'worker.js')) {
  return judgeApart(input, {
    program: pathToFileURL(program),
    configuration: [{ name: 'cce-plan-guard.yml', text: CONFIGURATION }],
    ...{ deadline: undefined, progress: undefined },
  });
}

/** What one run over all of the plans gives. */
async function together(input: FilesInput) {
  const result = await judgeFiles(input);
  if (!result.ok) throw new Error(`${result.error.path} ${result.error.error.message}`);
  return result.value;
}

describe('in threads', () => {
  // Two of them know one cluster, and two have the files that they were made from.
  const PLANS = [
    ['vpc-tcp-rule-destroyed', 0],
    ['vpc-open-to-world', 1, 'vpc-open-to-world'],
    ['turbo-kubelet-destroyed', 2],
    ['vpc-no-changes', 3],
    ['vpc-kubelet-open-to-world', 3, 'vpc-kubelet-open-to-world'],
    ['vpc-unknown-group', 4],
  ] as const;
  let input: FilesInput;
  beforeAll(() => {
    const plans = PLANS.map(([name, number, source], index) => {
      writeFileSync(at(`${index}.json`), fleetPlan(name, number));
      return planNamed(`${index}.json`, source && path.join(FIXTURES, source));
    });
    const facts = path.join(FIXTURES, 'facts-rule-made-by-hand-saves', 'facts.json');
    input = {
      ...inputOf(plans),
      facts: { files: [{ path: 'facts.json', bytes: readFileSync(facts) }], date: undefined },
    };
  });

  test('plans come to what one run says, in every form', async () => {
    const [one, threaded] = [await together(input), await apart(input)];
    if (!threaded.ok) throw new Error(threaded.error.error.message);
    expect(allForms(threaded.value.report)).toEqual(allForms(one.report));
    expect(threaded.value.notes).toEqual(one.notes);
    expect(one.report.findings.some(({ causes }) => causes.some(({ place }) => place !== undefined))).toBe(
      true,
    );
  });

  test('the first plan that cannot be read is told, whatever is wrong behind it', async () => {
    writeFileSync(at('bad.json'), '{"format_version":"2.0"}');
    writeFileSync(at('worse.json'), 'no plan');
    const [first, ...others] = input.plans;
    const plans = [must(first, 'a plan'), planNamed('bad.json'), ...others, planNamed('worse.json')];
    const broken = { files: [{ path: 'facts.json', bytes: Buffer.from('x') }], date: undefined };
    for (const facts of [broken, { files: [], date: undefined }]) {
      const told = { ...input, plans, facts };
      const [one, threaded] = [await judgeFiles(told), await apart(told)];
      expect(threaded).toEqual(one);
      expect(threaded).toMatchObject({ ok: false, error: { path: 'bad.json' } });
    }
    const told = { ...input, facts: broken };
    expect(await apart(told)).toEqual(await judgeFiles(told));
  });

  test('the time of the run is that of its threads', async () => {
    const run = { configuration: [], proposed: undefined, facts: { files: [], date: undefined } };
    const work = workerOf(
      { ...run, failOn: 'never', today: '2026-11-23', label: undefined, deadline: undefined },
      { beside: () => undefined, at: () => undefined },
    );
    const plan = { place: 0, path: 'a', file: at('0.json'), bytes: 20_000, beside: undefined };
    for (const kind of ['texts', 'judge'] as const) {
      expect(await work({ kind, plans: [plan] }, 0)).toMatchObject({ kind: 'out', limit: 'time' });
    }
    expect(await work({ kind: 'texts', plans: [plan] }, 120_000)).toMatchObject({ kind: 'texts' });
  });

  test('a thread that ends ends the run', async () => {
    const program = at('ends.mjs');
    writeFileSync(program, 'process.exit(3);');
    await expect(apart(input, program)).rejects.toThrow('a thread ended with status 3');
    writeFileSync(program, 'throw new TypeError("no");');
    await expect(apart(input, program)).rejects.toMatchObject({ name: 'TypeError' });
  });
});

/** Plans of which some know what others show, some have the same names, and some keep an id secret. */
const LINKED: Readonly<Record<string, readonly Change[]>> = (() => {
  const node = { ref: 'var.node', value: must(madeGroup('node').value, 'the group is there') };
  const own = { ref: 'var.own', value: must(groupId('own').value, 'the group is there') };
  const tcp = { group: node, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR } as const;
  const lookUp = (id: string, of: string) =>
    dataSource(
      'cce_cluster_v3',
      id,
      { name: id },
      { container_network_type: 'vpc-router', security_group_node: of },
    );
  const base = world({ model: 'vpc-router' });
  return {
    base,
    data: world({ model: 'vpc-router', as: 'data' }),
    lookUp: [read(groupLookUp('node'))],
    gone: [goes(rule('tcp', tcp))],
    half: [goes(rule('half', { ...tcp, cidr: '192.168.0.0/17' }))],
    otherHalf: [comes(rule('other', { ...tcp, cidr: '192.168.128.0/17' }))],
    pool: [...base, stands(pool('own', { groups: [own] }))],
    ownRules: [stands(group('own')), ...nodeRules('own').map(goes)],
    otherProd: [read(dataSource('cce_cluster_v3', 'x', { name: 'prod' }, { id: idOf('x') }))],
    sameGroup: [read(lookUp('a', node.value))],
    secretGroup: [read(secret(lookUp('b', node.value), 'security_group_node'))],
    otherVpc: [read(dataSource('vpc_v1', 'prod', { name: 'prod' }, { cidr: '10.0.0.0/8' }))],
    alone: [...world({ model: 'eni' }).filter((_, index) => index < 2)],
  };
})();

test('plans that have nothing in common by their texts may be judged apart', async () => {
  const names = Object.keys(LINKED).sort();
  await fc.assert(
    fc.asyncProperty(fc.subarray(names, { minLength: 2, maxLength: 5 }), async (some) => {
      const plans = some.map((name): PlanFile => ({
        path: `${name}.json`,
        bytes: planBytes(LINKED[name] ?? []),
        label: undefined,
      }));
      const texts = await Promise.all(
        plans.map(async (file) => {
          const opened = await readPlanFile(file, UNBOUNDED);
          if (!opened.ok) throw new Error(opened.error.message);
          return textsOfPlan(opened.value.plan);
        }),
      );
      const groups = plansTogether(texts, [], ['nobody-has-this']);
      const shards = await Promise.all(
        groups.map(async (places) => together(inputOf(places.map((place) => must(plans[place], 'a plan'))))),
      );
      const one = await together(inputOf(plans));
      expect(shardText(merged(shards.map(({ report }) => shardText(report))))).toBe(shardText(one.report));
      const notes = plans.map(() => [] as readonly string[]);
      groups.forEach((places, i) =>
        places.forEach((place, j) => (notes[place] = must(shards[i]?.notes[j], 'of each'))),
      );
      expect(notes).toEqual(one.notes);
    }),
    // As many as the usual run has, or a third of the long one: each judges up to five plans twice.
    IS_LONG_RUN ? { numRuns: 100 } : {},
  );
});
