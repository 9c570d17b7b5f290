import type { FakeFile } from './diff.js';

/** Who a token belongs to, and what it may do. */
export interface Identity {
  readonly login: string;
  readonly type: 'Bot' | 'User';
  readonly access: 'write' | 'read';
}

export interface FakeUser {
  readonly login: string;
  readonly type: 'Bot' | 'User';
}

/** A comment below the pull request, on a line, or a review: what the handlers need of each. */
export interface FakeWritten {
  readonly id: number;
  readonly user: FakeUser;
  body: string;
}

export interface FakeLineComment extends FakeWritten {
  readonly path: string;
  /** Null: outdated. */
  line: number | null;
  readonly side: string;
  readonly start_line: number | null;
  readonly pull_request_review_id: number;
}

export interface FakeReview extends FakeWritten {
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  readonly commit_id: string;
}

export const WORKFLOW: Identity = { login: 'github-actions[bot]', type: 'Bot', access: 'write' };

/** The one repository of the fake GitHub, with its one pull request. A test changes it as it likes. */
export class FakeWorld {
  readonly repository = 'acme/infra';
  readonly tokens = new Map<string, Identity>([['ghs_workflow', WORKFLOW]]);
  readonly pull = {
    number: 7,
    headSha: 'a'.repeat(40),
    headRef: 'change',
    headRepository: 'acme/infra' as string | null,
    baseSha: 'b'.repeat(40),
    baseRef: 'main',
    author: { login: 'alice', type: 'User' } as FakeUser,
    state: 'open',
  };
  files: FakeFile[] = [];
  /** `sha:path` -> text. */
  readonly contents = new Map<string, string>();
  /** Other repositories, by name: their files by `sha:path`, and the token that reads them. */
  readonly others = new Map<string, { readonly token: string; readonly contents: Map<string, string> }>();
  readonly comments: FakeWritten[] = [];
  readonly lineComments: FakeLineComment[] = [];
  readonly reviews: FakeReview[] = [];
  /** Only named people may dismiss reviews. */
  isDismissalRestricted = false;
  #nextId = 1000;

  nextId(): number {
    return this.#nextId++;
  }

  addComment(user: FakeUser, body: string): FakeWritten {
    const comment = { id: this.nextId(), user, body };
    this.comments.push(comment);
    return comment;
  }
}
