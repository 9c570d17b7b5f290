/** A resource block of `configuration` that is read when somebody asks for it. Its parts have the form that they should have. */
export class UnreadBlock {
  /** @param text JSON */
  constructor(
    readonly address: string,
    readonly text: string,
  ) {}
}
