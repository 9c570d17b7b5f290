import * as v from 'valibot';

import { err, ok, type Result } from '../result.js';
import { list, oneOf, plainText, readAs } from './fields.js';

/** Where the configuration is that another one extends. */
export type Extends =
  /** From the folder of the file that names it, forward slashes. */
  | { readonly kind: 'file'; readonly path: string }
  /** As it is at a commit, which nobody can change. */
  | {
      readonly kind: 'repository';
      /** `owner/name`. */
      readonly repository: string;
      /** All 40 digits. */
      readonly commit: string;
      readonly path: string;
    };

const FORM = 'a path from this file, or OWNER/NAME@COMMIT:PATH with all 40 digits of the commit';

/** Reads `policy/base.yml` or `owner/name@COMMIT:base.yml`. The error goes after a subject. */
function readExtends(text: string): Result<Extends, string> {
  const [, repository, commit, inside] = /^([\w.-]+\/[\w.-]+)@([^:]*):(.*)$/.exec(text) ?? [];
  if (repository === undefined) {
    const isPlain = text.trim() !== '' && !/^[/\\]|^[a-z]:|[@\\\p{Cc}]/iu.test(text);
    return isPlain ? ok({ kind: 'file', path: text }) : err(`must be ${FORM}`);
  }
  if (commit === undefined || !/^[0-9a-f]{40}$/.test(commit)) {
    return err(`names no commit: write ${FORM}. A branch or a tag can be moved`);
  }
  const isInside = inside !== undefined && /^[^/]/.test(inside) && !inside.split('/').includes('..');
  return isInside ? ok({ kind: 'repository', repository, commit, path: inside }) : err(`must be ${FORM}`);
}

/** `extends`: the file that this one builds on. */
export const extendsSchema = v.pipe(
  plainText(`must be ${FORM}`),
  v.metadata({
    description:
      'The configuration that this one builds on: a path from this file, or `OWNER/NAME@COMMIT:PATH` of another repository, which the Action fetches. What it says counts, unless its `may-override` names the key.',
    examples: [
      '../policy/cce-plan-guard.yml',
      'acme/policy@0123456789abcdef0123456789abcdef01234567:cce-plan-guard.yml',
    ],
  }),
  readAs(readExtends),
);

/** What a file that is extended may leave to others. */
export const OVERRIDABLE = [
  'fail-on',
  'default-rule-priority',
  'severity',
  'allow',
  'waivers',
  'clusters',
] as const;

/** A key that a file which is extended may leave to those that extend it. */
export type Overridable = (typeof OVERRIDABLE)[number];

/** `may-override`: what those may say that extend this file. */
export const mayOverrideSchema = v.pipe(
  list(oneOf(OVERRIDABLE, 'A key.')),
  v.description(
    'For those who extend this file: keys of theirs that count before the same here. Without it what is said here counts, and of `waivers` and `allow` nothing of theirs.',
  ),
  v.readonly(),
);
