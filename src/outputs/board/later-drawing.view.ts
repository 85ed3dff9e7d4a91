/** How long after a script did not come it is asked for again, in ms. */
const RETRY_MS = 3_000;

/**
 * A drawing whose script is no part of the board's first load. The function it returns gives the drawing once it is here, and asks
 * for it where it is not; `arrived` is called when it has come. A script that did not come is asked for again until it does.
 */
export function laterDrawing<Drawing>(
  load: () => Promise<Drawing>,
  arrived: () => void,
): () => Drawing | undefined {
  let drawing: Drawing | undefined;
  let isAskedFor = false;

  function ask(): void {
    isAskedFor = true;
    void load().then(
      (loaded) => {
        drawing = loaded;
        arrived();
      },
      () => void setTimeout(ask, RETRY_MS),
    );
  }

  return () => {
    if (!isAskedFor) ask();
    return drawing;
  };
}
