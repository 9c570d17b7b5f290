/** The words that a form has of its own: labels and what connects them. Whatever else it says is told of the report. */
import type { FORMS } from './forms.js';

const SEVERITIES = 'critical | warning | notice | caution | note | waived';
const BLOCK = `for example | it | in | on the vendor’s page | on the vendor's page | table | and | more | pool | group | cluster | ${SEVERITIES}`;
const PAGE = `${BLOCK} | row | rows | plan | add to cce-plan-guard.yml, or run | pass | fail`;
const CLUSTER = 'network | vpc | containers | pods | masters | dns servers | from | not known';

const WORDS: Readonly<Record<keyof typeof FORMS, string>> = {
  text: `${BLOCK} | ${CLUSTER} | for | in cce-plan-guard.yml | or: | lines | findings
    | what a row is for, and where the vendor’s page has it: cce-plan-guard model`,
  markdown: PAGE,
  'job-summary': `${PAGE} | ${CLUSTER} | subject | security group | worker nodes | pods (eni) | see below
    | crossed: no longer let through. dotted: may be cut while the plan is applied.`,
  summary: `${PAGE} | what | where | commit | b1a2c3d | production | more, see the job summary`,
  review: `${BLOCK} | row | rows`,
  html: `${PAGE} | ${CLUSTER} | skip to what was found | below | what was found | what else there is to know | of no one cluster
    | rows of the tables | groups of the pool | security group | as a patch: | packets | from or to`,
  json: '',
  sarif: '',
  junit: 'pass | fail',
  gitlab: '',
  annotations: `${BLOCK} | cause | plan`,
};

/** Of one form, word by word. */
export function furnitureOf(name: keyof typeof FORMS): readonly string[] {
  return WORDS[name].split('|').map((word) => word.trim());
}
