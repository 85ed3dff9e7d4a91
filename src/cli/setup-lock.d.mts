/** A lock file that is held; `addPid` names a child that must be gone, too, before anyone may take the lock over. */
export type Lock = { addPid(pid: number): void; release(): void };

export function takeLock(path: string, waiting?: () => void): Promise<Lock>;
