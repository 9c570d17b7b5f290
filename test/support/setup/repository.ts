import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A repository of Terraform code in a new folder: files by their paths. */
export function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-init-'));
  for (const [name, text] of Object.entries({ '.git/HEAD': 'ref: refs/heads/main\n', ...files })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

/** What a root module needs, with a backend. */
export const BACKEND = 'terraform {\n  backend "s3" {\n    bucket = "state"\n  }\n}\n';

/** The same without. */
export const PROVIDER = 'provider "opentelekomcloud" {}\n';

/** A VPC and a cluster in it, by their arguments. */
export function cluster(given: Readonly<Record<string, string>> = {}): string {
  const args = {
    name: '"prod"',
    vpc_id: 'opentelekomcloud_vpc_v1.prod.id',
    container_network_type: '"overlay_l2"',
    container_network_cidr: '"172.16.0.0/16"',
    ...given,
  };
  const lines = Object.entries(args).map(([name, value]) => `  ${name} = ${value}\n`);
  return [
    'resource "opentelekomcloud_vpc_v1" "prod" {\n  name = "prod"\n  cidr = "192.168.0.0/16"\n}\n',
    `resource "opentelekomcloud_cce_cluster_v3" "prod" {\n${lines.join('')}}\n`,
  ].join('\n');
}
