import type { ChangeElement } from '../document.js';

/** An entry of a list of changes that has been read already, in the place where its JSON would be. */
export class ReadChange {
  constructor(readonly element: ChangeElement) {}
}
