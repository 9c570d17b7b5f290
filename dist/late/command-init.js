import {
  dataExpr,
  parseExpression
} from "../chunks/chunk-54ZHGCL3.js";
import "../chunks/chunk-NUQT56WP.js";
import {
  loadHcl
} from "../chunks/chunk-SSUS6WJN.js";
import {
  attributesOf,
  spanOf
} from "../chunks/chunk-I2EO7LXB.js";
import {
  filesLike
} from "../chunks/chunk-A3PXKP57.js";
import {
  readClusterCidr
} from "../chunks/chunk-GZMD2HBW.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/command/init.ts
import path from "node:path";
import { CONFIGURATION_PLACES } from "../core.js";
import { checkoutOf, diskReader } from "../core.js";
import { isThere } from "../core.js";
import { writeWhole } from "../core.js";
import { terminalText } from "../core.js";
import { err, ok } from "../core.js";

// src/setup/ci.ts
var CI_NAMES = {
  github: "GitHub Actions",
  gitlab: "GitLab",
  azure: "Azure Pipelines",
  atlantis: "Atlantis"
};
var PLACES = [
  { system: "github", places: [".github/workflows", ".github"] },
  { system: "gitlab", places: [".gitlab-ci.yml", ".gitlab"] },
  { system: "azure", places: ["azure-pipelines.yml", "azure-pipelines.yaml", ".azure-pipelines"] },
  { system: "atlantis", places: ["atlantis.yaml", "atlantis.yml"] }
];
var HOSTS = [
  { system: "github", host: /^github\./ },
  { system: "gitlab", host: /^gitlab\./ },
  { system: "azure", host: /^(?:ssh\.)?dev\.azure\.com$/ }
];
function ciFound(isThere2, gitConfig) {
  const found = PLACES.flatMap(({ system, places }) => {
    const toldBy = places.find(isThere2);
    return toldBy === void 0 ? [] : [{ system, toldBy }];
  });
  if (found.length > 0) return found;
  const hosts = [...(gitConfig ?? "").matchAll(/^\s*url = (?:\w+:\/\/)?(?:[^@\s/]*@)?([\w.-]+)[:/]/gm)];
  const home = HOSTS.find(({ host }) => hosts.some(([, name = ""]) => host.test(name)));
  return home === void 0 ? [] : [{ system: home.system, toldBy: "the remote of Git" }];
}

// src/setup/code.ts
import { groupBy } from "../core.js";
import { EXTENSION, joinPath } from "../core.js";

// src/source/outline/outline.ts
import { unquote } from "../core.js";
var DEPTH = 2;
function outlineOf(hcl, text) {
  return hcl.parse(text, (root) => {
    if (root.hasError) return void 0;
    return outlineOfBody(
      root.namedChildren.find(({ type }) => type === "body"),
      DEPTH
    );
  });
}
function outlineOfBody(body, depth) {
  if (depth === 0) return [];
  return (body?.namedChildren ?? []).flatMap((node) => {
    if (node.type !== "block") return [];
    const [type, ...rest] = node.namedChildren;
    if (type === void 0) return [];
    const own = rest.find((part2) => part2.type === "body");
    const labels = rest.flatMap((part2) => {
      if (part2.type === "string_lit") return [unquote(part2.text.slice(1, -1))];
      return part2.type === "identifier" ? [part2.text] : [];
    });
    const values = [...attributesOf(own, 0)].map(([name, { value }]) => [name, value]);
    return [
      {
        ...{ type: type.text, labels, line: spanOf(node, 0).line },
        arguments: new Map(values),
        inner: outlineOfBody(own, depth - 1)
      }
    ];
  });
}
var LABELS = /* @__PURE__ */ new Map([
  ["terraform", 0],
  ["locals", 0],
  ["provider", 1],
  ["module", 1],
  ["resource", 2],
  ["data", 2],
  ["backend", 1],
  ["cloud", 0]
]);
function jsonOutlineOf(hcl, text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return void 0;
  }
  const reading = {
    span: { line: 1, endLine: 1 },
    hasEscapes: /\$\$\{|%%\{/.test(text),
    parse: (inner) => parseExpression(hcl, inner)
  };
  const exprOf = (value) => dataExpr(value, reading);
  return membersOf(data).flatMap(([type, value]) => jsonBlocks(type, value, exprOf));
}
function jsonBlocks(type, value, exprOf) {
  const depth = LABELS.get(type);
  if (depth === void 0) return [];
  let found = [
    { labels: [], value }
  ];
  for (let level = 0; level < depth; level++) {
    found = found.flatMap(
      ({ labels, value: inner }) => membersOf(inner).map(([label, own]) => ({ labels: [...labels, label], value: own }))
    );
  }
  return found.flatMap(
    ({ labels, value: own }) => bodiesOf(own).map((body) => {
      const members = membersOf(body);
      const values = members.map(([name, member]) => [name, exprOf(member)]);
      const inner = type === "terraform" ? members.flatMap(([name, it]) => jsonBlocks(name, it, exprOf)) : [];
      return { type, labels, line: 1, arguments: new Map(values), inner };
    })
  );
}
function bodiesOf(value) {
  return Array.isArray(value) ? value : [value];
}
function membersOf(value) {
  if (Array.isArray(value)) return value.flatMap(membersOf);
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

// src/setup/code.ts
var WORTH_READING = /^[ \t]*(?:terraform|provider|module|locals)\b|opentelekomcloud_(?:cce_cluster_v3|vpc_v1|vpc_secondary_cidr_v3)|\.tf\.json/m;
async function readCode({ paths, text: textOf, loadHcl: loadHcl2 }) {
  const unread = [];
  const folders = [];
  for (const [path2, files] of groupBy(paths, folderOf)) {
    if (!files.some((file) => EXTENSION.test(file))) continue;
    const blocks = [];
    for (const file of files.filter((name) => EXTENSION.test(name))) {
      const text = await textOf(file);
      const isJson = file.endsWith(".json");
      if (text !== void 0 && !isJson && !WORTH_READING.test(text)) continue;
      const found = text === void 0 ? void 0 : outlineIn(await loadHcl2(), text, isJson);
      if (found === void 0) unread.push(file);
      else blocks.push(...found.map((block) => ({ ...block, file })));
    }
    folders.push({ path: path2, files, blocks });
  }
  return { folders, unread };
}
function outlineIn(hcl, text, isJson) {
  if (isJson) return jsonOutlineOf(hcl, text);
  return hcl === void 0 ? void 0 : outlineOf(hcl, text);
}
function folderOf(file) {
  return file.slice(0, Math.max(file.lastIndexOf("/"), 0));
}
function below(folder, name) {
  return joinPath(folder, name) ?? name;
}

// src/setup/modules.ts
import { isLocalSource, joinPath as joinPath2 } from "../core.js";
import { literalText } from "../core.js";
var ASIDE = ["modules", "examples", "example", "tests", "test", "fixtures"];
async function modulesIn({ folders }, files) {
  const called = new Set(folders.flatMap(callsIn).map(({ path: path2 }) => path2));
  const alone = folders.filter(({ path: path2 }) => !called.has(path2));
  const isRoot = (folder) => {
    if (backendOf(folder) !== void 0) return true;
    return alone.includes(folder) && !liesAside(folder) && hasSettings(folder);
  };
  const roots = [];
  for (const folder of folders.filter(isRoot)) {
    roots.push({ folder, backend: backendOf(folder), ...await programFor(folder, files) });
  }
  return { roots, aside: alone.filter((folder) => !isRoot(folder) && hasSettings(folder)) };
}
function callsIn({ path: path2, blocks }) {
  return blocks.flatMap((block) => {
    const source = block.type === "module" ? literalText(block.arguments.get("source")) : void 0;
    const called = source === void 0 || !isLocalSource(source) ? void 0 : joinPath2(path2, source);
    return called === void 0 ? [] : [{ path: called, block }];
  });
}
function backendOf({ blocks }) {
  const inner = blocks.filter(({ type }) => type === "terraform").flatMap((block) => block.inner);
  const backend = inner.find(({ type }) => type === "backend" || type === "cloud");
  return backend?.labels[0] ?? backend?.type;
}
function hasSettings({ blocks }) {
  return blocks.some(({ type }) => type === "terraform" || type === "provider");
}
function liesAside({ path: path2 }) {
  return path2.split("/").some((part2) => ASIDE.includes(part2));
}
var VERSION_FILES = [
  { name: ".opentofu-version", program: "tofu" },
  { name: ".terraform-version", program: "terraform" }
];
async function programFor({ path: path2, files }, { paths, text }) {
  const there = new Set(paths);
  for (let folder = path2; ; folder = folderOf(folder)) {
    const found = VERSION_FILES.find(({ name }) => there.has(below(folder, name)));
    if (found !== void 0) {
      const file = below(folder, found.name);
      const [version] = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.exec((await text(file) ?? "").trim()) ?? [];
      return { program: found.program, version, toldBy: file };
    }
    if (folder === "") break;
  }
  const tofu = files.find((file) => /\.tofu(?:\.json)?$/.test(file));
  if (tofu !== void 0) return { program: "tofu", version: void 0, toldBy: tofu };
  const lock = below(path2, ".terraform.lock.hcl");
  const locked = there.has(lock) ? await text(lock) : void 0;
  const registry = /^provider "(registry\.[\w.]+)\//m.exec(locked ?? "")?.[1];
  const program = registry === "registry.opentofu.org" ? "tofu" : "terraform";
  return { program, version: void 0, toldBy: registry === void 0 ? void 0 : lock };
}

// src/setup/setup.ts
import { firstOfEach as firstOfEach2 } from "../core.js";

// src/setup/clusters.ts
import { networkModelOf } from "../core.js";
import { memberAt, nameBehind } from "../core.js";
var VPC = "opentelekomcloud_vpc_v1";
var SECONDARY = "opentelekomcloud_vpc_secondary_cidr_v3";
function clustersIn(folder, given) {
  const textOf = textReader(folder, given);
  return resources(folder, "opentelekomcloud_cce_cluster_v3").map(({ arguments: own, file, line }) => {
    const type = textOf(own.get("container_network_type"));
    const isTurbo = type === "eni" || type === void 0 && own.has("eni_subnet_id");
    const containers = textOf(own.get(isTurbo ? "eni_subnet_cidr" : "container_network_cidr"));
    return {
      ...{ name: textOf(own.get("name")), file, line },
      networkModel: isTurbo ? "eni" : networkModelOf(type),
      vpcCidrs: vpcCidrs(folder, own.get("vpc_id"), textOf),
      containerCidrs: cidrsOnly([containers]),
      vpc: shownOfVpc(own.get("vpc_id"))
    };
  });
}
function resources({ blocks }, type) {
  return blocks.filter((block) => block.type === "resource" && block.labels[0] === type);
}
function shownOfVpc(vpc) {
  if (resourceIn(vpc, VPC) !== void 0) return "made";
  const isData = vpc?.kind === "reference" && nameBehind("data", vpc.steps)?.startsWith("opentelekomcloud_vpc_");
  return isData === true ? "looked-up" : "not-in-code";
}
function vpcCidrs(folder, vpc, textOf) {
  const name = resourceIn(vpc, VPC);
  const block = resources(folder, VPC).find(({ labels }) => labels[1] === name);
  if (name === void 0 || block === void 0) return void 0;
  const texts = ["cidr", "secondary_cidr"].flatMap((key) => {
    const value = block.arguments.get(key);
    return value === void 0 ? [] : [textOf(value)];
  });
  const more = resources(folder, SECONDARY).filter((one) => resourceIn(one.arguments.get("vpc_id"), VPC) === name).flatMap((one) => {
    const list = one.arguments.get("cidrs");
    return list?.kind === "list" ? list.elements.map(textOf) : [void 0];
  });
  return cidrsOnly([...texts, ...more]);
}
function cidrsOnly(texts) {
  const known = texts.filter((text) => text !== void 0 && readClusterCidr(text).ok);
  return known.length === 0 || known.length < texts.length ? void 0 : known.filter((one) => one !== void 0);
}
function resourceIn(expr, type) {
  return expr?.kind === "reference" ? nameBehind(type, expr.steps) : void 0;
}
var MOST_STEPS = 20;
function textReader({ blocks }, given) {
  const locals = new Map(
    blocks.filter(({ type }) => type === "locals").flatMap((block) => [...block.arguments])
  );
  const read = (expr, left) => {
    if (expr === void 0 || left === 0) return void 0;
    if (expr.kind === "literal") return typeof expr.value === "string" ? expr.value : void 0;
    if (expr.kind === "template") {
      const parts = expr.parts.map((part2) => read(part2, left - 1));
      return parts.includes(void 0) ? void 0 : parts.join("");
    }
    if (expr.kind !== "reference") return void 0;
    const variable = nameBehind("var", expr.steps);
    if (variable !== void 0) return expr.steps.length === 2 ? given.get(variable) : void 0;
    const value = locals.get(nameBehind("local", expr.steps) ?? "");
    return value === void 0 ? void 0 : read(memberAt(value, expr.steps.slice(2)), left - 1);
  };
  return (expr) => read(expr, MOST_STEPS);
}

// src/setup/configuration-text.ts
import { firstOfEach } from "../core.js";
import { nameText } from "../core.js";
import { VERSION } from "../core.js";
var SCHEMA = `https://unpkg.com/cce-plan-guard@${VERSION}/schema/configuration-1.json`;
function configurationText(clusters) {
  const lacking = firstOfEach(clusters, ({ name }) => name).flatMap(
    (cluster) => cluster.name === void 0 || cluster.vpc === "made" ? [] : entryOf(cluster, cluster.name)
  );
  const head = [
    `# yaml-language-server: $schema=${SCHEMA}`,
    "# What counts for cce-plan-guard beside the plan. Clusters that the plan shows whole need no entry.",
    "fail-on: critical"
  ];
  const entries = [
    "# Of these it may not show the ranges of the VPC. If a report says so, fill them in, and take the marks away:",
    "# clusters:",
    ...lacking
  ];
  return [...head, ...lacking.length === 0 ? [] : entries, ""].join("\n");
}
function entryOf({ file, line }, name) {
  const place = `${JSON.stringify(file).slice(1, -1)}:${line}`;
  return [`#   - name: ${nameText(name)} # ${place}`, "#     vpc-cidrs: []"];
}

// src/setup/workflows.ts
import { nameText as nameText2 } from "../core.js";
import { HOME } from "../core.js";
import { must } from "../core.js";

// src/setup/setup-texts.ts
var ONE_MODULE = "# Plan and check in one job.\n#\n# Replace OWNER by the owner of the Action, and its tag by the full commit id of a release: a tag can be moved.\nname: plan\n\non:\n  pull_request:\n    # edited: also when the pull request is moved to another base, whose configuration then counts.\n    types: [opened, synchronize, reopened, edited]\n\npermissions: {}\n\nconcurrency:\n  group: plan-${{ github.ref }}\n  cancel-in-progress: true\n\njobs:\n  plan:\n    name: plan\n    runs-on: ubuntu-latest\n    permissions:\n      contents: read # checkout, and the configuration of the base branch\n      pull-requests: write # the review and the summary comment\n    defaults:\n      run:\n        working-directory: infra\n    steps:\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          fetch-depth: 0 # with the history, the report names the lines of rules that are gone\n          persist-credentials: false\n      - uses: hashicorp/setup-terraform@b9cd54a3c349d3f38e8881555d616ced269862dd # v3.1.2\n        with:\n          terraform_wrapper: false # the wrapper would write to the output that becomes plan.json\n      - run: terraform init -input=false\n        env:\n          OS_ACCESS_KEY: ${{ secrets.OTC_ACCESS_KEY }}\n          OS_SECRET_KEY: ${{ secrets.OTC_SECRET_KEY }}\n      - run: |\n          terraform plan -input=false -out=plan.bin\n          terraform show -json plan.bin > plan.json\n        env:\n          OS_ACCESS_KEY: ${{ secrets.OTC_ACCESS_KEY }}\n          OS_SECRET_KEY: ${{ secrets.OTC_SECRET_KEY }}\n      - uses: OWNER/cce-plan-guard@v0 # zizmor: ignore[unpinned-uses]\n        with:\n          working-directory: infra\n          plan: plan.json\n";
var MANY_MODULES = '# Many root modules: one leg of the matrix for each, with a label each, so that each has a summary comment of its own.\n# The job `guard` is the one to require in the branch protection, whatever legs there are.\n#\n# Replace OWNER by the owner of the Action, and its tag by the full commit id of a release: a tag can be moved.\nname: plan\n\non:\n  pull_request:\n    # edited: also when the pull request is moved to another base, whose configuration then counts.\n    types: [opened, synchronize, reopened, edited]\n\npermissions: {}\n\nconcurrency:\n  group: plan-${{ github.ref }}\n  cancel-in-progress: true\n\njobs:\n  plan:\n    name: plan (${{ matrix.module }})\n    runs-on: ubuntu-latest\n    permissions:\n      contents: read\n      pull-requests: write # the review and the summary comment\n    strategy:\n      fail-fast: false\n      matrix:\n        module: [infra/dev, infra/stage, infra/prod]\n    steps:\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          fetch-depth: 0 # with the history, the report names the lines of rules that are gone\n          persist-credentials: false\n      - uses: hashicorp/setup-terraform@b9cd54a3c349d3f38e8881555d616ced269862dd # v3.1.2\n        with:\n          terraform_wrapper: false\n      - run: |\n          terraform init -input=false\n          terraform plan -input=false -out=plan.bin\n          terraform show -json plan.bin > plan.json\n        working-directory: ${{ matrix.module }}\n        env:\n          OS_ACCESS_KEY: ${{ secrets.OTC_ACCESS_KEY }}\n          OS_SECRET_KEY: ${{ secrets.OTC_SECRET_KEY }}\n      - uses: OWNER/cce-plan-guard@v0 # zizmor: ignore[unpinned-uses]\n        with:\n          working-directory: ${{ matrix.module }}\n          plan: plan.json\n          label: ${{ matrix.module }}\n\n  guard:\n    name: guard\n    if: always()\n    needs: plan\n    runs-on: ubuntu-latest\n    permissions: {}\n    steps:\n      - run: test "$RESULT" = success\n        env:\n          RESULT: ${{ needs.plan.result }}\n';
var WITH_TOFU = "# The same with OpenTofu: its plans have the same form.\n#\n# Replace OWNER by the owner of the Action, and its tag by the full commit id of a release: a tag can be moved.\nname: plan\n\non:\n  pull_request:\n    # edited: also when the pull request is moved to another base, whose configuration then counts.\n    types: [opened, synchronize, reopened, edited]\n\npermissions: {}\n\nconcurrency:\n  group: plan-${{ github.ref }}\n  cancel-in-progress: true\n\njobs:\n  plan:\n    name: plan\n    runs-on: ubuntu-latest\n    permissions:\n      contents: read\n      pull-requests: write # the review and the summary comment\n    defaults:\n      run:\n        working-directory: infra\n    steps:\n      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2\n        with:\n          fetch-depth: 0 # with the history, the report names the lines of rules that are gone\n          persist-credentials: false\n      - uses: opentofu/setup-opentofu@9d84900f3238fab8cd84ce47d658d25dd008be2f # v1\n        with:\n          tofu_wrapper: false\n      - run: |\n          tofu init -input=false\n          tofu plan -input=false -out=plan.bin\n          tofu show -json plan.bin > plan.json\n        env:\n          OS_ACCESS_KEY: ${{ secrets.OTC_ACCESS_KEY }}\n          OS_SECRET_KEY: ${{ secrets.OTC_SECRET_KEY }}\n      - uses: OWNER/cce-plan-guard@v0 # zizmor: ignore[unpinned-uses]\n        with:\n          working-directory: infra\n          plan: plan.json\n";
var GITLAB_TEMPLATE = `# Plan and check of one root module on merge requests, for GitLab: the verdict is the exit status of the job, each finding
# is in the code quality report, and one note on the merge request says what breaks and what mends it.
#
#   include:
#     - project: OWNER/cce-plan-guard    # your mirror of this repository; or local: a copy of this file
#       ref: v0.1.0
#       file: templates/cce-plan-guard.yml
#       inputs: { module: infra }
#
# Several root modules: include it once for each, with a name each. Nothing of it needs the internet when the two images
# come from your own registry and \`command\` is what is in the image (Containerfile makes one): \`command: cce-plan-guard\`.
#
# For the note, set GITLAB_TOKEN (Settings > CI/CD > Variables, masked): a token of the project with the role Reporter and
# the scope api. The token of the job may not write notes. Without it everything else works.
#
# The configuration is the one of the target branch, so that a merge request cannot waive itself.
spec:
  inputs:
    module:
      default: '.'
      description: Folder of the root module, from the root of the repository.
    name:
      default: cce
      description: Tells several root modules apart, in names of jobs and as the label of the note.
    stage:
      default: test
      description: Stage of both jobs.
    program:
      default: terraform
      options: [terraform, tofu]
      description: What makes the plan.
    plan-image:
      default: hashicorp/terraform:1.11
      description: Image with Terraform or OpenTofu and a shell.
    image:
      default: node:24
      description: Image with git and Node 20 or later, or with the command itself.
    command:
      default: npx --yes cce-plan-guard@0.1.0
      description: How to run the command in that image.
    options:
      default: ''
      description: More options of \`check\`, as \`--fail-on warning\` or \`--facts facts.json\`.
---
plan-$[[ inputs.name ]]:
  stage: $[[ inputs.stage ]]
  image:
    name: $[[ inputs.plan-image ]]
    entrypoint: ['']
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - cd "$[[ inputs.module ]]"
    - $[[ inputs.program ]] init -input=false
    - $[[ inputs.program ]] plan -input=false -out=plan.bin
    - $[[ inputs.program ]] show -json plan.bin > plan.json
  artifacts:
    # A plan holds secrets: those who may only look at the project do not get it.
    access: developer
    expire_in: 1 day
    paths:
      - $[[ inputs.module ]]/plan.json

check-$[[ inputs.name ]]:
  stage: $[[ inputs.stage ]]
  needs: ['plan-$[[ inputs.name ]]']
  image:
    name: $[[ inputs.image ]]
    entrypoint: ['']
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - git fetch --quiet --depth 1 origin "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
    - |
      config=''
      for file in .github/cce-plan-guard.yml cce-plan-guard.yml "$[[ inputs.module ]]/cce-plan-guard.yml"; do
        if git cat-file -e "FETCH_HEAD:./$file" 2>/dev/null; then config=$file; fi
      done
      if [ -n "\${config}" ]; then git show "FETCH_HEAD:./$config"; fi > .cce-plan-guard.trusted.yml
      # A server of one's own may have a certificate of one's own.
      export NODE_EXTRA_CA_CERTS="\${NODE_EXTRA_CA_CERTS:-\${CI_SERVER_TLS_CA_FILE:-}}"
      # What the merge request takes away has its lines there.
      if git fetch --quiet --depth 1 origin "$CI_MERGE_REQUEST_DIFF_BASE_SHA"; then
        set -- --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA"
      fi
      $[[ inputs.command ]] check "$[[ inputs.module ]]/plan.json" "$@" $[[ inputs.options ]] \\
        --config .cce-plan-guard.trusted.yml --label "$[[ inputs.name ]]" --gitlab-note \\
        --report gitlab=gl-code-quality-report.json --report html=cce-plan-guard.html
  artifacts:
    when: always
    expire_in: 1 week
    paths: [cce-plan-guard.html]
    reports:
      codequality: gl-code-quality-report.json
`;
var AZURE_PIPELINE = `# Azure Pipelines: plan and check on pull requests, one job for each root module. The verdict fails the job, findings are in
# the tab Tests, and the page with everything is an artifact of the run.
#
# Require it by a branch policy (Build validation); for repositories in Azure Repos that policy is the trigger, and \`pr\` does
# nothing. Terraform has to be on the agent. The configuration is the one of the target branch, so that a pull request cannot waive itself.
trigger: none
pr: ['*']

parameters:
  - name: modules
    type: object
    default: [infra/prod]

pool:
  vmImage: ubuntu-latest

jobs:
  - \${{ each module in parameters.modules }}:
      - job: plan_\${{ replace(replace(replace(module, '/', '_'), '-', '_'), '.', '_') }}
        displayName: plan \${{ module }}
        steps:
          - checkout: self
            fetchDepth: 0
          - task: UseNode@1
            inputs:
              version: 24.x
          - script: |
              set -eu
              terraform init -input=false
              terraform plan -input=false -out=plan.bin
              terraform show -json plan.bin > plan.json
            displayName: Plan
            workingDirectory: \${{ module }}
            env:
              OS_ACCESS_KEY: $(OTC_ACCESS_KEY)
              OS_SECRET_KEY: $(OTC_SECRET_KEY)
          - script: |
              set -eu
              target="origin/\${SYSTEM_PULLREQUEST_TARGETBRANCH#refs/heads/}"
              config=''
              for file in cce-plan-guard.yml "$MODULE/cce-plan-guard.yml"; do
                if git cat-file -e "$target:./$file" 2>/dev/null; then config=$file; fi
              done
              if [ -n "\${config}" ]; then git show "$target:./$config"; fi > trusted.yml
              npx --yes cce-plan-guard@0.1.0 check "$MODULE/plan.json" --label "$MODULE" --config trusted.yml \\
                --base "$target" --report junit=junit.xml --report html=cce-plan-guard.html
            displayName: Check
            env:
              MODULE: \${{ module }}
          - task: PublishTestResults@2
            condition: succeededOrFailed()
            inputs:
              testResultsFiles: junit.xml
              testRunTitle: cce-plan-guard \${{ module }}
          - publish: cce-plan-guard.html
            artifact: cce-plan-guard \${{ replace(module, '/', '-') }}
            condition: succeededOrFailed()
`;

// src/setup/workflows.ts
var CONFIGURATION_FILE = "cce-plan-guard.yml";
function isPlainFolder({ folder: { path: path2 } }) {
  return path2 === "" || /^[\w./-]+$/.test(path2) && !path2.startsWith("-");
}
function shownFolder({ folder: { path: path2 } }) {
  return path2 === "" ? "." : path2;
}
function yamlFolder(module) {
  const path2 = shownFolder(module);
  return path2 === "." || /^[a-z][\w.-]*\/[\w./-]+$/i.test(path2) ? path2 : nameText2(path2);
}
function githubWorkflows(modules) {
  const used = PROGRAMS.filter((program) => modules.some((one) => one.program === program));
  return used.map((program) => {
    const own = modules.filter((one) => one.program === program);
    const name = used.length === 1 ? "cce-plan-guard" : `cce-plan-guard-${program}`;
    const text = withProgram(own.length === 1 ? oneModule(own) : manyModules(own), own, program);
    return { path: `.github/workflows/${name}.yml`, text: headed(text, name) };
  });
}
var PROGRAMS = ["terraform", "tofu"];
function oneModule([module]) {
  const folder = yamlFolder(must(module, "there is one"));
  return ONE_MODULE.replaceAll(/working-directory: infra$/gm, () => `working-directory: ${folder}`);
}
function manyModules(modules) {
  const list = modules.map(yamlFolder).join(", ");
  const text = replacedOnce(MANY_MODULES, /^( +)module: \[.*\]$/m, `$1module: [${list}]`);
  return replacedOnce(text, /^( +)plan: plan\.json$/m, `$1plan: plan.json
$1config: ${CONFIGURATION_FILE}`);
}
function withProgram(text, modules, program) {
  const version = onlyVersion(modules);
  const wrapper = /^( +)(?:terraform|tofu)_wrapper: false.*$/m;
  const exact = version === void 0 ? text : replacedOnce(text, wrapper, `$&
$1${program}_version: ${version}`);
  if (program === "terraform") return exact;
  const [setup] = /uses: opentofu\/setup-opentofu@.*/.exec(WITH_TOFU) ?? [];
  return exact.replaceAll(/uses: hashicorp\/setup-terraform@.*/g, must(setup, "the example sets OpenTofu up")).replaceAll("terraform_wrapper", "tofu_wrapper").replaceAll(/\bterraform (?=init|plan|show)/g, "tofu ");
}
function onlyVersion(modules) {
  const [version, another] = new Set(modules.map((one) => one.version));
  return another === void 0 ? version : void 0;
}
var ACTION = new URL(HOME).pathname.slice(1);
function headed(text, name) {
  const named = replacedOnce(text, /^#[^]*?^name: .*$/m, `name: ${name}`);
  const body = replacedOnce(named, /^( +)group: plan-/m, `$1group: ${name}-`);
  const head = `# Written by cce-plan-guard init, and yours from here on. To pin the Action, put the full commit id of a release in
# the place of its tag.
`;
  return head + body.replaceAll("OWNER/cce-plan-guard@", `${ACTION}@`);
}
var GITLAB_COPY = ".gitlab/cce-plan-guard.yml";
function gitlabFiles(modules) {
  return [
    { path: GITLAB_COPY, text: GITLAB_TEMPLATE },
    { path: ".gitlab-ci.yml", text: ["stages: [test]", "", gitlabInclude(modules), ""].join("\n") }
  ];
}
function gitlabInclude(modules) {
  const entries = modules.flatMap((module) => {
    const { program, version } = module;
    const image = program === "tofu" ? "ghcr.io/opentofu/opentofu" : "hashicorp/terraform";
    const needsImage = program === "tofu" || version !== void 0;
    return [
      `  - local: ${GITLAB_COPY}`,
      "    inputs:",
      `      module: ${yamlFolder(module)}`,
      ...modules.length === 1 ? [] : [`      name: ${yamlFolder(module)}`],
      ...program === "tofu" ? ["      program: tofu"] : [],
      ...needsImage ? [`      plan-image: ${image}:${version ?? "1.10"}`] : []
    ];
  });
  return ["include:", ...entries].join("\n");
}
function azureFiles(modules) {
  const list = modules.map(yamlFolder).join(", ");
  const text = replacedOnce(AZURE_PIPELINE, /^( +)default: \[infra\/prod\]$/m, `$1default: [${list}]`);
  const isTofu = modules.every(({ program }) => program === "tofu");
  return [
    {
      path: "azure-pipelines-cce-plan-guard.yml",
      text: isTofu ? text.replaceAll(/\bterraform (?=init|plan|show)/g, "tofu ") : text
    }
  ];
}
var ATLANTIS_STEPS = [
  '- run: terraform show -json "$PLANFILE" > "$PLANFILE.json"',
  '- run: cce-plan-guard check "$PLANFILE.json" --label "$REPO_REL_DIR $WORKSPACE"'
];
function replacedOnce(text, pattern, by) {
  if (!pattern.test(text)) throw new Error(`${pattern.source} is not in the text that is written`);
  return text.replace(pattern, by);
}

// src/setup/setup.ts
function setupOf(code, { roots, aside }, ci) {
  const writable = roots.filter(isPlainFolder);
  const modules = writable.map((module) => ({ module, clusters: clustersBelow(code, module.folder) }));
  const files = [
    ...ci.flatMap(({ system }) => writable.length === 0 ? [] : FILES_OF[system](writable)),
    ...configurations(modules)
  ];
  const unwritable = roots.filter((module) => !isPlainFolder(module));
  return { modules, unwritable, aside, unread: code.unread, ci, files };
}
var FILES_OF = {
  github: githubWorkflows,
  gitlab: gitlabFiles,
  azure: azureFiles,
  // Its workflows are the server's.
  atlantis: () => []
};
function configurations(modules) {
  return modules.map(({ module, clusters }) => {
    const folder = modules.length === 1 || module.folder.path === "" ? "" : `${module.folder.path}/`;
    return { path: `${folder}${CONFIGURATION_FILE}`, text: configurationText(clusters) };
  });
}
var MOST_CALLS = 1e3;
function clustersBelow({ folders }, root) {
  const byPath = new Map(folders.map((folder) => [folder.path, folder]));
  const found = [];
  const open = [
    { folder: root, given: /* @__PURE__ */ new Map() }
  ];
  for (let calls = 0; calls < MOST_CALLS; calls++) {
    const next = open.pop();
    if (next === void 0) break;
    const { folder, given } = next;
    found.push(...clustersIn(folder, given));
    const textOf = textReader(folder, given);
    for (const { path: path2, block } of callsIn(folder)) {
      const called = byPath.get(path2);
      const texts = [...block.arguments].flatMap(([name, value]) => {
        const text = textOf(value);
        return text === void 0 ? [] : [[name, text]];
      });
      if (called !== void 0) open.push({ folder: called, given: new Map(texts) });
    }
  }
  return firstOfEach2(found, ({ file, line, name }) => `${file}:${line}:${name ?? ""}`);
}

// src/setup/setup-words.ts
import { unreachable } from "../core.js";
function setupText(setup, done) {
  const parts = [
    part("found", foundLines(setup)),
    part("not found", notFoundLines(setup)),
    part("written", done.written),
    part("there already, left as it is", done.kept),
    part("to do", toDo(setup, done))
  ];
  return parts.flat().join("\n");
}
function part(title, lines) {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ""];
}
function foundLines({ modules, ci }) {
  return [
    ...modules.flatMap(({ module, clusters }) => [
      moduleLine(module),
      ...clusters.filter(({ name }) => name !== void 0).map(clusterLine)
    ]),
    ...ci.map(({ system, toldBy }) => `${CI_NAMES[system]}${toldBy === void 0 ? "" : ` (${toldBy})`}`)
  ];
}
function moduleLine(module) {
  const { program, version, toldBy, backend } = module;
  const made = [PROGRAM[program], ...version === void 0 ? [] : [version]].join(" ");
  const by = toldBy === void 0 ? "" : ` (${toldBy})`;
  const kept = backend === void 0 ? "no backend" : `backend ${backend}`;
  return `root module ${shownFolder(module)}: ${made}${by}, ${kept}`;
}
var PROGRAM = { terraform: "Terraform", tofu: "OpenTofu" };
function clusterLine({ name = "", file, line, networkModel, vpcCidrs: vpcCidrs2, containerCidrs }) {
  const facts = [
    ...networkModel === void 0 ? [] : [networkModel],
    ...vpcCidrs2 === void 0 ? [] : [`VPC ${vpcCidrs2.join(" ")}`],
    ...containerCidrs === void 0 ? [] : [`containers ${containerCidrs.join(" ")}`]
  ];
  return `cluster ${name} (${file}:${line})${facts.length === 0 ? "" : `: ${facts.join(", ")}`}`;
}
function notFoundLines({ modules, unwritable, aside, unread, ci }) {
  return [
    ...modules.flatMap(
      ({ module, clusters }) => clusters.flatMap((cluster) => clusterLacks(module, cluster))
    ),
    ...modules.length > 0 && modules.every(({ clusters }) => clusters.length === 0) ? [NO_CLUSTER] : [],
    ...modules.filter(({ module }) => module.toldBy === void 0).map(programLine),
    ...aside.map(
      ({ path: path2 }) => `whether plans are made in ${path2}: it lies where modules and examples do, and has no backend`
    ),
    ...unwritable.map(
      ({ folder: { path: path2 } }) => `a way to write ${JSON.stringify(path2)} into scripts: rename it, or add it by hand`
    ),
    ...unread.map((file) => `what ${file} says: it cannot be read`),
    ...ci.length === 0 ? [NO_CI] : []
  ];
}
var NO_CLUSTER = "a cluster in the code (opentelekomcloud_cce_cluster_v3); groups are found by what the plan shows, or by security-groups in the configuration";
var NO_CI = "what runs your builds: name it by --ci github, gitlab, azure or atlantis";
function programLine({ module }) {
  return `what makes the plans of ${shownFolder(module)}: taken to be Terraform; a .terraform-version or .opentofu-version would say`;
}
function clusterLacks(module, { name, file, line, vpc }) {
  if (name === void 0) {
    return [`the name of the cluster in ${file}:${line}, which is not written out; its plan tells it`];
  }
  switch (vpc) {
    case "made":
      return [];
    case "looked-up":
      return [
        `secondary ranges of the VPC of ${name}, which a data source does not tell; if it has any, write vpc-cidrs`
      ];
    case "not-in-code":
      return [`the VPC of ${name} in ${shownFolder(module)}; if its plan does not show it, write vpc-cidrs`];
    default:
      return unreachable(vpc);
  }
}
function toDo(setup, { kept }) {
  const { modules, ci } = setup;
  const roots = modules.map(({ module }) => module);
  const has = (system) => ci.some((one) => one.system === system);
  return [
    ...has("github") ? githubSteps(roots) : [],
    ...has("gitlab") ? gitlabSteps(roots, kept) : [],
    ...has("azure") ? [
      "make a pipeline of azure-pipelines-cce-plan-guard.yml, and give it OTC_ACCESS_KEY and OTC_SECRET_KEY"
    ] : [],
    ...has("atlantis") ? [
      "on the Atlantis server, put these steps behind `plan` in the workflow:",
      ...ATLANTIS_STEPS.map((line) => `  ${line}`)
    ] : [],
    ...credentials(roots)
  ];
}
function githubSteps(modules) {
  return [
    ...ACTION.startsWith("OWNER/") ? ["in the workflow, put the owner of the Action in the place of OWNER"] : [],
    "make the secrets OTC_ACCESS_KEY and OTC_SECRET_KEY, or take what your plans sign in with",
    ...onlyVersion(modules) === void 0 ? ["say which version makes your plans, or the newest does"] : [],
    `require the check ${modules.length === 1 ? "plan" : "guard"} on your main branch`
  ];
}
function gitlabSteps(modules, kept) {
  return [
    ...kept.includes(".gitlab-ci.yml") ? [
      "add to .gitlab-ci.yml:",
      ...gitlabInclude(modules).split("\n").map((line) => `  ${line}`)
    ] : [],
    "set the variables that your plans sign in with, and GITLAB_TOKEN for the note (role Reporter, scope api), masked"
  ];
}
function credentials(modules) {
  const remote = modules.filter(({ backend }) => backend !== void 0 && backend !== "local");
  if (remote.length === 0) return [];
  const names = new Set(remote.map(({ backend = "" }) => backend));
  return [`give the plan what the backend (${[...names].join(", ")}) signs in with`];
}

// src/command/init.ts
import { readArguments, SHARED_OPTIONS } from "../core.js";
var SYSTEMS = ["github", "gitlab", "azure", "atlantis"];
var initCommand = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard init [FOLDER] [options]

Looks for root modules, clusters, Terraform or OpenTofu and what runs the builds in the repository that FOLDER belongs to
(default: the working directory), writes a workflow and a configuration for what it found, and says what it did not find.
What is there already stays as it is. Nothing is asked of a network.

  --ci SYSTEM       ${SYSTEMS.join(", ")}; may be given again. Default: by the files that are there, else by the
                    remote of Git
  --help, --version

exit: 0 written, or there already; 2 nothing to write a workflow for, or it cannot be written
`,
  run: async (argv, world) => {
    const read = readArguments(argv, "init", OPTIONS);
    if (!read.ok) return read;
    const { values, positionals } = read.value;
    const [folder = ".", another] = positionals;
    if (another !== void 0) return err("init takes one folder");
    const named = systemsNamed(values.ci ?? []);
    if (!named.ok) return named;
    const checkout = checkoutOf(folder);
    if (checkout === void 0) return err(`${folder} is no directory`);
    const setup = await setupFor(checkout.root, named.value);
    if (!setup.ok) return setup;
    const done = writeSetup(checkout.root, setup.value);
    if (!done.ok) return done;
    const text = setupText(setup.value, done.value);
    const lines = text.split("\n").map((line) => terminalText(line, Infinity));
    const told = world.write(lines.join("\n"), void 0);
    return told.ok ? ok(0) : told;
  }
};
var OPTIONS = { ci: { type: "string", multiple: true }, ...SHARED_OPTIONS };
function systemsNamed(names) {
  const found = [];
  for (const name of names) {
    const system = SYSTEMS.find((one) => one === name);
    if (system === void 0) return err(`--ci takes ${SYSTEMS.join(", ")}, not \`${name}\``);
    if (!found.some((one) => one.system === system)) found.push({ system, toldBy: void 0 });
  }
  return ok(found);
}
var LOOKED_FOR = "**/{*.tf,*.tofu,*.tf.json,*.tofu.json,.terraform-version,.opentofu-version,.terraform.lock.hcl}";
var NOT_LOOKED_INTO = [".git", ".terraform", ".terragrunt-cache", "node_modules"].map(
  (name) => `**/${name}/**`
);
async function setupFor(root, named) {
  const reader = diskReader({ root, rootModule: "" });
  const textAt = async (name) => {
    const bytes = await reader.read(name);
    return bytes === void 0 ? void 0 : new TextDecoder().decode(bytes);
  };
  let hcl;
  const files = {
    paths: await filesLike(LOOKED_FOR, { folder: root, without: NOT_LOOKED_INTO }),
    text: textAt,
    loadHcl: () => hcl ??= reader.grammar().then(loadHcl, () => void 0)
  };
  const code = await readCode(files);
  const modules = await modulesIn(code, files);
  if (modules.roots.length === 0) {
    return err(
      `${terminalText(root)} has no root module: no folder of .tf files with a backend, a provider or a \`terraform\` block. Run it in the repository of your Terraform code`
    );
  }
  const isInRoot = (name) => isThere(path.join(root, name));
  const ci = named.length > 0 ? named : ciFound(isInRoot, await textAt(".git/config"));
  return ok(setupOf(code, modules, ci));
}
function writeSetup(root, { files }) {
  const written = [];
  const kept = [];
  for (const { path: name, text } of files) {
    const there = homesOf(name).find((one) => isThere(path.join(root, one)));
    if (there !== void 0) {
      kept.push(there);
      continue;
    }
    const done = writeWhole(path.join(root, name), text, { makesFolder: true });
    if (!done.ok) return err(`${terminalText(name)} cannot be written: it ${done.error}`);
    written.push(name);
  }
  return ok({ written, kept });
}
function homesOf(name) {
  return name === CONFIGURATION_FILE ? CONFIGURATION_PLACES : [name];
}
export {
  initCommand
};
