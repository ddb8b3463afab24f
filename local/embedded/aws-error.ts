/** A refusal that AWS documents, answered to the caller in its protocol; `name` is AWS's error code. */
export class AwsError extends Error {
  readonly details: object
  readonly status: number

  constructor(code: string, message: string, details: object = {}, status = 400) {
    super(message)
    this.name = code
    this.details = details
    this.status = status
  }
}
