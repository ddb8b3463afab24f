import fc from 'fast-check'

/** What was given to one entry, and what went wrong there. */
interface Outcome {
  inputs: number
  /** Each with the seed and the smallest input that shows it. */
  failures: string[]
}

/** A way into the product, ready to be given whatever comes. */
export interface Entry {
  /** Its part of all inputs, in hundredths. */
  share: number
  run: (inputs: number, seed: number) => Promise<Outcome>
}

/** Enough to see what is wrong; the rest of the inputs is better spent elsewhere. */
const mostFailures = 3
const longestReport = 3000
const reportOf = (report: string) => report.replace(/(.)\1{40,}/g, '$1$1$1…').slice(0, longestReport)

interface Given<Input> {
  share: number
  inputs: fc.Arbitrary<Input>
  /** Given before all others, whatever the seed. */
  first?: readonly Input[]
  /** The branches that have to be reached, or the entry was not tried: that is a failure as well. */
  mustReach: readonly string[]
  /** Inputs that one of these stands for: a batch is several messages. */
  each?: number
  /** Throws when the product answers as it must not; else tells which branches were reached. */
  give: (input: Input) => Promise<readonly string[]> | readonly string[]
}

export const entry = <Input>({
  share,
  inputs,
  first = [],
  mustReach,
  each = 1,
  give,
}: Given<Input>): Entry => ({
  share,
  async run(count, seed) {
    const reached = new Set<string>()
    const failures: string[] = []
    const property = fc.asyncProperty(inputs, async (input) => {
      for (const branch of await give(input)) reached.add(branch)
    })
    const runs = Math.max(Math.ceil(count / each), first.length)
    let done = 0
    while (done < runs && failures.length < mostFailures) {
      const result = await fc.check(property, {
        numRuns: runs - done,
        includeErrorInReport: true,
        // After a failure the others go on; each says the seed that brings it back.
        seed: seed + failures.length,
        examples: failures.length === 0 ? first.map((one): [Input] => [one]) : [],
      })
      done += Math.max(1, result.numRuns)
      if (result.failed) failures.push(reportOf(fc.defaultReportMessage(result) ?? 'It failed.'))
    }
    if (failures.length === 0)
      for (const branch of mustReach) if (!reached.has(branch)) failures.push(`Not reached: ${branch}`)
    return { inputs: done * each, failures }
  },
})
