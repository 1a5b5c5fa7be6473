/** A key event as the browser or React gives it. */
type KeyEvent = {
  readonly isComposing?: boolean;
  readonly keyCode: number;
  readonly nativeEvent?: { readonly isComposing?: boolean };
};

/**
 * Tells whether a key belongs to an input method. Safari sends the key that ends a composition after its end, known
 * only by the code 229.
 */
export function isComposing(event: KeyEvent): boolean {
  return (
    event.isComposing === true ||
    event.nativeEvent?.isComposing === true ||
    event.keyCode === 229
  );
}

/** For the Escape of floating boxes: the one that closes the candidates of an input method leaves the box open. */
export function keepWhileComposing(
  event: KeyEvent & { preventDefault(): void },
): void {
  if (isComposing(event)) event.preventDefault();
}
