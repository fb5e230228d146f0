/** Says one line to whoever runs the server. */
export type Say = (level: 'info' | 'warn' | 'error', line: string) => void;
