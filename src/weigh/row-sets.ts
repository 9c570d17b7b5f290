import { askFloor, askRow, type Question } from '../cluster/question.js';
import type { Subject, SubjectState } from '../cluster/subject.js';
import { egressMinima, tableOf } from '../model/model.js';
import type { Requirement } from '../model/requirement.js';

/** A row as one check asks for it: the row itself, or its floor. */
export interface Asked {
  readonly row: Requirement;
  readonly ask: (state: SubjectState) => Question;
}

function ownRows({ role, model }: Subject): readonly Requirement[] {
  return tableOf(role, model)?.rows ?? [];
}

/** Rows of the subject's own table that are not to be modified. */
export function essentialRows(subject: Subject): readonly Asked[] {
  return ownRows(subject)
    .filter(({ suggestion }) => suggestion === 'not-recommended')
    .map((row) => ({ row, ask: (state) => askRow(row, subject, state) }));
}

/** Rows that may be narrowed to some ranges, each with this floor. */
export function floorRows(subject: Subject): readonly Asked[] {
  return ownRows(subject).flatMap((row) => {
    const { floor } = row;
    return floor?.kind === 'ranges' ? [{ row, ask: (state) => askFloor(row, floor.keep, state) }] : [];
  });
}

/** The least egress of worker nodes. */
export function minimumRows(subject: Subject): readonly Asked[] {
  if (subject.role !== 'node') return [];
  return egressMinima(subject.model).map((row) => ({ row, ask: (state) => askRow(row, subject, state) }));
}

/** Every row that can break for the subject. */
export function allRows(subject: Subject): readonly Asked[] {
  return [...essentialRows(subject), ...floorRows(subject), ...minimumRows(subject)];
}
