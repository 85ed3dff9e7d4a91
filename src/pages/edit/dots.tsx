/** The nine dots of the mark. */
export function Dots() {
  const rows = [0, 10, 20];
  const path = rows
    .flatMap((y) => rows.map((x) => `M${x} ${y + 3.5}a3.5 3.5 0 1 1 7 0 3.5 3.5 0 1 1-7 0`))
    .join('');
  return (
    <svg viewBox="0 0 27 27" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
