export function endWithParent(): void;
export function endWithLauncher(): void;
