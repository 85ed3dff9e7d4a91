export function setUp(root: string): Promise<string>;
export function findNode(root: string): string;
