/** A lock file that is held. */
export type Lock = { release(): void };

export function takeLock(path: string, waiting?: () => void): Promise<Lock>;
