import type { Fix } from '../../report/fix.js';
import { isAboutOrder } from '../../report/fix.js';
import type { Report, ReportFinding } from '../../report/report.js';
import { effectTexts, fixSentence, stageCommand, whyNoOrderWords } from '../../report/words/fix-words.js';
import { withoutFixWords } from '../../report/words/remedy-words.js';
import { openText } from '../../report/words/text.js';
import { hclText } from '../../terraform/write-hcl.js';
import { jsonText } from '../json-text.js';
import type { FixesJson } from './fix-schema.js';

/** What mends these findings, in the form of schema/fix-1.json; `patches`: of fixes that the files could be given. */
export function renderFixesJson(
  findings: readonly ReportFinding[],
  patches: ReadonlyMap<Fix, string> = new Map(),
): string {
  const json: FixesJson = {
    version: 1,
    fixes: findings.flatMap(({ fingerprint, fixes }) =>
      (fixes?.all() ?? []).map((fix) => ({
        ...fixJson(fingerprint, fix),
        patch: patches.get(fix) ?? null,
      })),
    ),
    without: findings.flatMap((finding) => {
      const why = withoutFixWords(finding);
      return why === undefined ? [] : [{ fingerprint: finding.fingerprint, why: openText(why) }];
    }),
  };
  return jsonText(json);
}

/** The order of applies for each plan of the report, in the same form: at each finding that it is about. */
export function renderOrderJson({ findings, orders = [] }: Report): string {
  const found = orders.map((order) => order());
  const about = findings
    .filter(isAboutOrder)
    .map(({ fingerprint, plan }) => ({ fingerprint, order: found[plan] }));
  const json: FixesJson = {
    version: 1,
    fixes: about.flatMap(({ fingerprint, order }) =>
      order?.kind === 'order' ? [fixJson(fingerprint, order.fix)] : [],
    ),
    without: about.flatMap(({ fingerprint, order }) =>
      order === undefined || order.kind === 'order'
        ? []
        : [{ fingerprint, why: openText(whyNoOrderWords(order)) }],
    ),
  };
  return jsonText(json);
}

function fixJson(fingerprint: string, fix: Fix): FixesJson['fixes'][number] {
  const { kind, blocks, module, configuration, adds, removes, stages } = fix;
  return {
    fingerprint,
    kind,
    text: openText(fixSentence(fix)),
    hcl: blocks.length === 0 ? null : hclText(blocks),
    module: blocks.length === 0 || module === '' ? null : module.replace(/\.$/, ''),
    patch: null,
    configuration: configuration ?? null,
    adds: adds.map((rule) => ({ ...rule, group: { ...rule.group } })),
    removes: removes.map((rule) => ({ ...rule })),
    alsoChanges: effectTexts(fix).map(openText),
    stages: stages.map((stage) => ({ targets: [...stage.targets], command: openText(stageCommand(stage)) })),
  };
}
