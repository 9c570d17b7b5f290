/** Who wrote a comment. */
export interface Author {
  readonly login: string;
  /** `Bot`, `User` or `Organization`. */
  readonly type: string;
}

/** A comment or a review. A deleted author is undefined. */
export interface Written {
  readonly id: number;
  readonly author: Author | undefined;
  readonly body: string;
  readonly url: string;
}

/** A comment on a line; outdated when the line is no longer in the diff. */
export interface LineComment extends Written {
  readonly path: string;
  readonly isOutdated: boolean;
}

/** A submitted or pending review. */
export interface Review extends Written {
  readonly state: string;
  readonly commitId: string | undefined;
}

/** A comment of a review that is about to be posted. `start_line` is given for ranges only. */
export interface DraftComment {
  readonly path: string;
  readonly body: string;
  readonly line: number;
  readonly side: 'LEFT' | 'RIGHT';
  readonly start_line?: number;
  readonly start_side?: 'LEFT' | 'RIGHT';
}

/** A review that is about to be posted. */
export interface DraftReview {
  readonly commit_id: string;
  readonly event: 'COMMENT' | 'REQUEST_CHANGES';
  readonly body: string;
  readonly comments: readonly DraftComment[];
}
