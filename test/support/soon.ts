/** For `expect.poll`: what happens a moment later may take seconds on a busy machine. */
export const soon = { timeout: 10_000 }
