/** Runs after failures too; what a killed run leaves behind, the next one's setup removes. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.endTestServer?.();
}
