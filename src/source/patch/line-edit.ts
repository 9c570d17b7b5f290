/** Lines that take the place of some lines of a file, from 1; none are taken away when `count` is 0. */
export interface LineEdit {
  readonly file: string;
  readonly at: number;
  readonly count: number;
  readonly lines: readonly string[];
}
