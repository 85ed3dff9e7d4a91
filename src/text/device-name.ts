/** True for a path with a part that Windows takes for a device, or reads otherwise than it is written: `con.png`, `a./b.png`. */
export function hasDeviceName(path: string): boolean {
  return path
    .split(/[/\\]/)
    .some(
      (part) =>
        /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i.test(part) || /[. ]$/.test(part),
    );
}
