import { startSes } from '../../local/embedded/ses.ts'
import { startSqs } from '../../local/embedded/sqs.ts'

/** Run as a process of its own, to be killed: sends messages and mails and prints those that were accepted. */
const [folder = ''] = process.argv.slice(2)
const sqs = await startSqs({ folder: `${folder}/sqs` })
const ses = await startSes({
  folder: `${folder}/ses`,
  now: Date.now,
  verified: ['example.org'],
  configurationSets: [],
})

const post = async (endpoint: string, headers: Record<string, string>, body: string) => {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: 'AWS4-HMAC-SHA256 local', ...headers },
    body,
  })
  if (!answer.ok) throw new Error(await answer.text())
}
const queue = (operation: string, input: object) =>
  post(
    sqs.endpoint,
    { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${operation}` },
    JSON.stringify(input),
  )
const mail = (subject: string) =>
  post(
    ses.endpoint,
    { 'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams({
      Action: 'SendEmail',
      Source: 'staff@example.org',
      'Destination.ToAddresses.member.1': 'robin@example.org',
      'Message.Subject.Data': subject,
      'Message.Body.Text.Data': 'You have a place.',
    }).toString(),
  )

const send = async (sender: number) => {
  for (let turn = 0; ; turn += 1) {
    const name = `${sender}-${turn}`
    await queue('SendMessage', { QueueUrl: `${sqs.endpoint}/000000000000/sent`, MessageBody: name })
    console.log(`message ${name}`)
    await mail(name)
    console.log(`mail ${name}`)
  }
}

await queue('CreateQueue', { QueueName: 'sent' })
await Promise.all([1, 2, 3].map((sender) => send(sender)))
