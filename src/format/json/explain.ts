import { firstOfEach } from '../../collections.js';
import { TIMES } from '../../explain/lots.js';
import type { ExplainedPart, ExplainedRule, ExplainedSide, Explanation } from '../../report/explanation.js';
import { askedWords, dependsWords, endWords, otherGroupWords } from '../../report/words/explain-words.js';
import { openText, shownValue } from '../../report/words/text.js';
import { jsonText } from '../json-text.js';
import type { ExplainJson } from './explain-schema.js';
import { packetsJson, valueJson } from './json.js';

/** The explanation in the form of schema/explain-1.json. */
export function renderExplanationJson(explanation: Explanation): string {
  return jsonText(explainJson(explanation));
}

type PartJson = ExplainJson['parts'][number];
type SideJson = PartJson['sides'][number];
type RuleJson = SideJson['rules'][number];

function explainJson(explanation: Explanation): ExplainJson {
  const { asked, states, parts } = explanation;
  const told = parts.map(partJson);
  const rules = told.flatMap(({ sides }) => sides.flatMap((side) => side.rules));
  return {
    version: 1,
    packet: openText(askedWords(explanation)),
    fingerprint: asked.kind === 'finding' ? asked.finding.fingerprint : null,
    ...states,
    rules: [...firstOfEach(rules, (rule) => JSON.stringify(rule))],
    parts: told,
  };
}

function partJson({ states, sides }: ExplainedPart): PartJson {
  return { ...states, sides: sides.map(sideJson) };
}

function sideJson(side: ExplainedSide): SideJson {
  const { direction, party, states, packets, rules, refused, nearest } = side;
  return {
    direction,
    end: openText(endWords(party)),
    ...states,
    packets: packets.map(packetsJson),
    rules: rules.map(ruleJson),
    refused: refused.flatMap(({ address }) => valueJson(address) ?? []),
    nearest: TIMES.flatMap((time) => {
      const { [time]: miss } = nearest;
      if (miss === undefined) return [];
      return [
        { time, address: valueJson(miss.address), requirement: miss.row?.id ?? null, lacks: miss.lacks },
      ];
    }),
    dependsOn: dependsWords(side).map(openText),
  };
}

function ruleJson(rule: ExplainedRule): RuleJson {
  const { address, row, group, direction, action, priority, packets, times, known, place } = rule;
  return {
    address: valueJson(address),
    requirement: row?.id ?? null,
    group: shownValue(group),
    direction,
    action,
    priority: priority ?? null,
    packets: packets.traffic.map((one) => ({
      ...packetsJson(one),
      ...(packets.group !== undefined && { peers: [openText(otherGroupWords(packets.group))] }),
    })),
    isAtMost: packets.isAtMost,
    times: [...times],
    belief: known,
    file: valueJson(place?.file),
    line: place?.line ?? null,
    isBase: place?.isBase ?? false,
  };
}
