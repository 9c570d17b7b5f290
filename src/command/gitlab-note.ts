import type { Report } from '../report/report.js';
import type { Result } from '../result.js';
import type { CommandWorld } from './command.js';
import type { ExitStatus } from './exit-status.js';

/** Of commands whose report may be a note on the merge request that their job of GitLab runs for. */
export const NOTE_OPTION = { 'gitlab-note': { type: 'boolean', default: false } } as const;

/** Whether there is to be one, and the name that tells it from others. */
export interface NoteWanted {
  readonly writesNote: boolean;
  readonly label: string | undefined;
}

/** Brings the note up to date, if one is wanted. Whether that works decides nothing. */
export async function putNoteOf(
  report: Report,
  { writesNote, label }: NoteWanted,
  { env, note }: Pick<CommandWorld, 'env' | 'note'>,
): Promise<void> {
  if (!writesNote) return;
  const { putNote } = await import('../gitlab/merge-request-note.js');
  const sentence = await putNote(report, { env, label });
  if (sentence !== undefined) note(sentence);
}

/** Does the work; where no verdict comes of it, one that an earlier pipeline wrote must not look like this one's. */
export async function withNote(
  { writesNote, label }: NoteWanted,
  { env, note }: Pick<CommandWorld, 'env' | 'note'>,
  work: () => Promise<Result<ExitStatus, string>>,
): Promise<Result<ExitStatus, string>> {
  let status: Result<ExitStatus, string> | undefined;
  try {
    status = await work();
    return status;
  } finally {
    if (writesNote && status?.ok !== true) {
      const { withdrawNote } = await import('../gitlab/merge-request-note.js');
      const sentence = await withdrawNote({ env, label });
      if (sentence !== undefined) note(sentence);
    }
  }
}
