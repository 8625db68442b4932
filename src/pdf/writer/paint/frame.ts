/** Where the trim's top left corner stands in default user space, pt. */
export interface Frame {
  readonly left: number;
  readonly top: number;
}
